import { type EventFrom, setup, transition } from 'xstate';

/** What happens to a case: what staff do, what the person and the administrator do, and what the desk sees by itself. */
type CaseEvent =
  | { readonly type: 'take' | 'assign' | 'release' | 'note' | 'tag' }
  | { readonly type: 'accept' | 'reply' | 'answer' | 'reask' | 'handBack' | 'askAdministrator' }
  | { readonly type: 'solve' | 'close' | 'reopen' | 'merge' }
  | { readonly type: 'idle' | 'fail' | 'expire' | 'personAsks' | 'personSpeaks' | 'personWithdraws' | 'administratorActs' };

// XState takes a step without a target for a forbidden one: what changes nothing names the state it stays in.
const stays = <const Here extends string>(here: Here) =>
  ({ note: here, tag: here, idle: here, fail: here, expire: here, personAsks: here }) as const;

/** What may be done while a case is under way, and where that leads. */
const work = <const Here extends string>(here: Here) =>
  ({
    ...stays(here),
    take: here,
    assign: here,
    release: 'open',
    accept: 'open',
    reply: 'waitingForPerson',
    answer: here,
    reask: 'waitingForPerson',
    handBack: 'waitingForPerson',
    askAdministrator: 'waitingForAdministrator',
    solve: 'solved',
    close: 'closed',
    merge: 'merged',
    personSpeaks: 'open',
    personWithdraws: 'closed',
    administratorActs: 'open',
  }) as const;

/** After its end a case is only remarked upon, or opened again. */
const over = <const Here extends string>(here: Here) =>
  ({ ...stays(here), personAsks: 'reopened', reopen: 'reopened', merge: 'merged' }) as const;

/** The life of a case. Event-driven, unlike the tree: a step that a state does not name is refused. */
const life = setup({ types: { events: {} as CaseEvent } }).createMachine({
  id: 'case',
  initial: 'new',
  states: {
    // Nobody has looked at it yet: what the person or the administrator adds leaves it so.
    new: { on: { ...work('new'), take: 'open', assign: 'open', release: undefined, personSpeaks: 'new', administratorActs: 'new' } },
    open: { on: work('open') },
    waitingForPerson: { on: work('waitingForPerson') },
    waitingForAdministrator: { on: { ...work('waitingForAdministrator'), personSpeaks: 'waitingForAdministrator' } },
    reopened: { on: { ...work('reopened'), take: 'open', assign: 'open', personSpeaks: 'reopened', administratorActs: 'reopened' } },
    solved: { on: { ...over('solved'), idle: 'reopened', close: 'closed', personSpeaks: 'solved', administratorActs: 'reopened' } },
    // The person of a closed case goes on with the bot; only asking for a person again opens it.
    closed: { on: { ...over('closed'), personSpeaks: 'closed', administratorActs: 'closed' } },
    merged: { on: { note: 'merged', personSpeaks: 'merged', administratorActs: 'merged' } },
  },
});

export type CaseStep = EventFrom<typeof life>['type'];
export type CaseState = keyof typeof life.states & string;
/** Every state a case can be in, in the order of its life. */
export const CASE_STATES = Object.keys(life.states) as readonly CaseState[];
/** The states in which somebody still has to do something. */
export const UNDER_WAY: readonly CaseState[] = ['new', 'open', 'waitingForPerson', 'waitingForAdministrator', 'reopened'];

export const isUnderWay = (state: CaseState): boolean => UNDER_WAY.includes(state);

/** Where a step leads from a state; undefined where it may not be taken there. */
export const stepCase = (state: CaseState, type: CaseStep): CaseState | undefined => {
  const here = life.resolveState({ value: state });
  // The value of a flat machine is the name of one of its states.
  return here.can({ type }) ? (transition(life, here, { type })[0].value as CaseState) : undefined;
};
