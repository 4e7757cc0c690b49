import { type EventFrom, setup, transition } from 'xstate';

type HandoverEvent = {
  readonly type: 'request' | 'queue' | 'nobody' | 'accept' | 'complete' | 'fail' | 'expire' | 'withdraw' | 'back';
};

// A second request changes nothing. Before anybody accepts, it may come to nothing in three ways.
const waiting = <const Here extends string>(request: Here) =>
  ({ request, queue: 'queued', nobody: 'nobody', accept: 'accepted', fail: 'failed', expire: 'expired', withdraw: 'withdrawn' }) as const;

/** Every end is told to the person; then the bot has the talk again, at the question where it was. */
const ended = { on: { back: 'bot' } } as const;

/** Who owns a talk: only an accepted handover silences the bot, and it stays silent until an end. */
const handing = setup({ types: { events: {} as HandoverEvent } }).createMachine({
  id: 'handover',
  initial: 'bot',
  states: {
    bot: { on: { request: 'requested', accept: 'accepted' } },
    requested: { on: waiting('requested') },
    queued: { on: waiting('queued') },
    nobody: { on: waiting('nobody') },
    accepted: {
      on: { request: 'accepted', accept: 'accepted', complete: 'completed', fail: 'failed', expire: 'expired', withdraw: 'withdrawn' },
    },
    completed: ended,
    failed: ended,
    expired: ended,
    withdrawn: ended,
  },
});

export type HandoverStep = EventFrom<typeof handing>['type'];
export type HandoverState = keyof typeof handing.states & string;
export const HANDOVER_STATES = Object.keys(handing.states) as readonly HandoverState[];
/** How a handover ends. */
export const HANDOVER_ENDS = ['completed', 'failed', 'expired', 'withdrawn'] as const satisfies readonly HandoverState[];
export type HandoverEnd = (typeof HANDOVER_ENDS)[number];

/** Where a step leads from a state; undefined where it may not be taken there. */
export const stepHandover = (state: HandoverState, type: HandoverStep): HandoverState | undefined => {
  const here = handing.resolveState({ value: state });
  // The value of a flat machine is the name of one of its states.
  return here.can({ type }) ? (transition(handing, here, { type })[0].value as HandoverState) : undefined;
};
