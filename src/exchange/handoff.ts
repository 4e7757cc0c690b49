import type { Record } from '../conversation/record.ts';
import type { Effect } from '../conversation/reply.ts';
import type { StaffDoes } from '../conversation/staff.ts';
import type { Case } from '../desk/case.ts';
import { channelOf } from '../rendering/channels.ts';
import type { Inbound } from './activity.ts';

interface Handing {
  readonly channelId: string;
  readonly record: Record;
  readonly case: Case | undefined;
}

interface HandoffEvent {
  readonly type: 'event';
  readonly name: 'handoff.initiate' | 'handoff.status';
  readonly value: object;
}

/** What a hub is given with a request: the Bot Framework leaves the shape of the value to bot and hub. */
const contextOf = (language: string, { number, matter, priority, tags }: Case) => ({
  version: 1,
  case: number,
  language,
  priority,
  tags,
  ...(matter.outcome === undefined ? {} : { outcome: matter.outcome }),
  ...(matter.ask === undefined ? {} : { ask: matter.ask }),
  facts: matter.facts,
  path: matter.path,
  tried: matter.tried,
  contradictions: matter.contradictions,
});

/**
 * The Bot Framework's handoff events that a turn calls for, as rows of the talk: "handoff.initiate" asks a hub, "handoff.status" tells it.
 * None on a channel that does not take them: Teams answers 400 to them (botframework-sdk issue 5920).
 */
export const handoffOf = (effects: readonly Effect[], { channelId, record, case: handed }: Handing): readonly HandoffEvent[] => {
  if (!channelOf(channelId).handoff || handed === undefined) return [];
  return effects.flatMap((effect): readonly HandoffEvent[] => {
    if (effect.kind !== 'handoff') return [];
    return effect.state === 'initiate'
      ? [{ type: 'event', name: 'handoff.initiate', value: contextOf(record.language, handed) }]
      : [{ type: 'event', name: 'handoff.status', value: { state: effect.state } }];
  });
};

const NAME = 'Helpdesk';
const STATES: Readonly<{ [state: string]: StaffDoes }> = {
  accepted: { does: 'accept', name: NAME },
  completed: { does: 'handBack' },
  failed: { does: 'fail' },
};

/** Whose talk it is: a hub speaks for itself, and names the person whose request it answers. */
export const whoseIn = (activity: Inbound): { readonly channelId: string; readonly conversationId: string; readonly userId: string } => {
  const { channelId, conversation, from } = activity;
  const about = statusIn(activity) === undefined ? undefined : activity.relatesTo;
  return { channelId, conversationId: about?.conversation?.id ?? conversation.id, userId: about?.user?.id ?? from.id };
};

/** What a hub says of a handover, on a channel that takes such events; undefined where it says nothing we know. */
export const statusIn = ({ type, name, value, channelId }: Inbound): StaffDoes | undefined => {
  if (type !== 'event' || name !== 'handoff.status' || !channelOf(channelId).handoff) return undefined;
  const state = typeof value === 'object' && value !== null && 'state' in value ? value.state : undefined;
  return typeof state === 'string' && Object.hasOwn(STATES, state) ? STATES[state] : undefined;
};
