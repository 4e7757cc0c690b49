import { createHmac, createSecretKey } from 'node:crypto';
import type { Logger } from 'pino';
import type { Inbound, Receive, Row } from '../exchange/activity.ts';
import { isLost } from '../exchange/lost.ts';
import { talkKey } from '../exchange/talk.ts';
import type { Metrics, Result } from './metrics.ts';

const QUARTER = 90 * 24 * 3_600_000;

/** A name for a talk in the log, which nobody without the secret can lead back to a person, and which is another one every 90 days. */
export const createPseudonym = (secret: Uint8Array, now: () => number): ((talk: string) => string) => {
  const key = createSecretKey(secret);
  return (talk) =>
    createHmac('sha256', key)
      .update(`${Math.floor(now() / QUARTER)} ${talk}`)
      .digest('hex')
      .slice(0, 12);
};

interface Watch {
  readonly metrics: Pick<Metrics, 'turn'>;
  readonly log: Pick<Logger, 'info'>;
  readonly pseudonym: (talk: string) => string;
  /** In milliseconds; only differences count. */
  readonly clock: () => number;
}

const isObject = (value: unknown): value is Readonly<{ [field: string]: unknown }> => typeof value === 'object' && value !== null;
const textsIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];

/** Types are said by whoever posts; the log knows these. */
const TYPES: readonly string[] = ['message', 'conversationUpdate', 'event', 'invoke', 'installationUpdate', 'typing', 'messageReaction'];

const talkOf = ({ channelId, conversation, from }: Inbound): string =>
  talkKey({ channelId, conversationId: conversation.id, userId: from.id });

/** The ids of what was said: what a test reads, a monitor may read. */
const idsOf = ({ activity: { channelData } }: Row) => {
  const ids = isObject(channelData) && isObject(channelData.activationDesk) ? channelData.activationDesk : {};
  return { keys: textsIn(ids.keys), outcomes: typeof ids.outcome === 'string' ? [ids.outcome] : [] };
};

/** The same way in, counted, and with one line in the log for each turn: ids of what was said and never a word of it. */
export const watched =
  (receive: Receive, { metrics, log, pseudonym, clock }: Watch): Receive =>
  async (activity, byDoor) => {
    const begun = clock();
    const tell = (result: Result, rows: readonly Row[] = []) => {
      const ms = clock() - begun;
      const said = rows.map(idsOf);
      const [keys, outcomes] = [said.flatMap((each) => each.keys), said.flatMap((each) => each.outcomes)];
      metrics.turn({
        channelId: activity.channelId,
        result,
        seconds: ms / 1000,
        outcomes,
        understood: !isLost(keys),
      });
      const talk = pseudonym(talkOf(activity));
      log.info({ talk, type: TYPES.includes(activity.type) ? activity.type : 'other', result, ms: Math.round(ms), keys, outcomes }, 'turn');
    };
    try {
      const rows = await receive(activity, byDoor);
      tell(rows.length === 0 ? 'silent' : 'answered', rows);
      return rows;
    } catch (error) {
      tell('failed');
      throw error;
    }
  };
