import type { Logger } from 'pino';
import { createQueue } from '../exchange/queue.ts';
import { whereOf } from '../http/where.ts';
import type { Outbox, Talks, Undelivered, Unsent } from '../storage/store.ts';
import { onTheWire } from '../teams/wire.ts';
import type { Address, Connector } from './connector.ts';
import { createGone } from './gone.ts';
import { createPace } from './pace.ts';
import { type Answer, retryAfterOf, verdictOf, waitOf } from './verdict.ts';

interface Sender {
  readonly connector: Connector;
  readonly store: Outbox & Pick<Talks, 'rows'>;
  /** Names this sender among the instances on one database. */
  readonly holder: string;
  /** In milliseconds. */
  readonly now: () => number;
  /** From 0 to 1. */
  readonly chance: () => number;
  readonly log: Logger;
}

/** How long an ending desk waits for replies under way. Times here are in milliseconds. */
const PATIENCE = 5_000;
/** For so long the replies that were taken are one sender's: a few attempts of five seconds, and the pace between them. */
const HELD = 30_000;
const LOOK = 5_000;
/** A reply that is a day late answers nothing any more. */
const OLD = 24 * 3_600_000;

/** The conversation of a channel: what limits, outages and order are about. */
const conversationOf = ({ channelId = '', conversation }: Address): string => JSON.stringify([channelId, conversation?.id]);
// The address is what getConversationReference gave before it was stored.
const addressOf = ({ address }: Unsent): Address => address as Address;

/**
 * Sends stored replies to their channels after the turn was committed, in the order of each conversation and no faster than it takes.
 * What a channel certainly did not get is tried again, also by the next start or another instance; what it may have got never is.
 */
export const createSender = ({ connector, store, holder, now, chance, log }: Sender) => {
  const sends = createQueue();
  const pace = createPace();
  const gone = createGone();
  const waits = new Map<NodeJS.Timeout, () => void>();
  let isEnding = false;
  const iso = (time: number) => new Date(time).toISOString();

  const sleep = (time: number) =>
    new Promise<void>((resolve) => {
      const wake = () => {
        waits.delete(timer);
        resolve();
      };
      const timer = setTimeout(wake, time);
      waits.set(timer, wake);
    });

  const giveUp = async ({ talk, row }: Unsent, why: Undelivered) => {
    log.warn({ why }, 'a reply was not delivered');
    await store.undelivered(talk, row.number, why);
  };

  /** A new message, or a change of an earlier one; undefined where the earlier one has no id by which it could be changed. */
  const sendRow = async (unsent: Unsent): Promise<Answer | undefined> => {
    const { replaces, ...activity } = unsent.row.activity;
    const address = addressOf(unsent);
    const wired = address.channelId === 'msteams' ? onTheWire(activity, address.user?.id) : activity;
    if (typeof replaces !== 'number') return connector.post(address, wired);
    const [earlier] = await store.rows(unsent.talk, replaces - 1);
    const id = earlier?.activity.sentAs;
    if (typeof id !== 'string') return undefined;
    const answer = await connector.put(address, id, wired);
    // Somebody deleted the message: the conversation is still there.
    return answer.kind === 'answered' && answer.status === 404 ? undefined : answer;
  };

  /** False where the rest of the talk has to wait. */
  const sendOne = async (unsent: Unsent): Promise<boolean> => {
    const { talk, row, at, attempts } = unsent;
    const address = addressOf(unsent);
    const conversation = conversationOf(address);
    if (now() - Date.parse(at) > OLD) return giveUp(unsent, 'expired').then(() => true);
    if (gone.has(conversation)) return giveUp(unsent, 'gone').then(() => true);
    const wait = pace.wait(conversation, now());
    if (wait > LOOK) {
      await store.postpone(talk, row.number, attempts, iso(now() + wait));
      return false;
    }
    if (wait > 0) await sleep(wait);
    if (isEnding) return false;
    pace.note(conversation, now());
    const answer = await sendRow(unsent);
    const verdict = answer === undefined ? 'sent' : verdictOf(answer);
    if (verdict === 'sent') {
      await store.sent(talk, row.number, answer?.kind === 'answered' ? answer.id : undefined);
      return true;
    }
    if (verdict === 'again') {
      const asked = answer?.kind === 'answered' ? retryAfterOf(answer.retryAfter, now()) : 0;
      const until = now() + waitOf(attempts + 1, asked, chance());
      pace.hold(conversation, until);
      await store.postpone(talk, row.number, attempts + 1, iso(until));
      return false;
    }
    if (verdict === 'gone') gone.add(conversation);
    await giveUp(unsent, verdict);
    return true;
  };

  const sendAll = async (talk: string): Promise<void> => {
    while (!isEnding) {
      const until = now() + HELD;
      const taken = await store.takeUnsent(talk, { holder, now: iso(now()), until: iso(until) });
      if (taken.length === 0) return;
      for (const unsent of taken) {
        // A process that was stopped for a while finds that others have sent what it held: it asks again what is left.
        if (now() >= until) break;
        if (!(await sendOne(unsent))) return;
      }
    }
  };

  const sendTalk = (talk: string, conversation: string): Promise<void> =>
    sends.run(conversation, () =>
      sendAll(talk).catch((error: unknown) => log.warn({ at: whereOf(error) }, 'replies could not be sent and stay stored')),
    );

  const sendWaiting = async (): Promise<void> => {
    const waiting = await store.waiting({ holder, now: iso(now()) }).catch((error: unknown) => {
      log.warn({ at: whereOf(error) }, 'the outbox could not be read');
      return [];
    });
    // Those that were postponed here wait for their time.
    const ready = waiting.filter((unsent) => pace.wait(conversationOf(addressOf(unsent)), now()) <= LOOK);
    await Promise.all(ready.map((unsent) => sendTalk(unsent.talk, conversationOf(addressOf(unsent)))));
  };

  const look = setInterval(() => void sendWaiting(), LOOK).unref();

  return {
    /** Sends what a talk has waiting. That somebody wrote from there means that somebody is there. */
    sendTalk: (talk: string, address: Address): Promise<void> => {
      const conversation = conversationOf(address);
      gone.forget(conversation);
      return sendTalk(talk, conversation);
    },
    /** Sends at once and once, past the outbox, what is worth nothing later. */
    post: (address: Address, activity: Parameters<Connector['post']>[1]) => {
      pace.note(conversationOf(address), now());
      return connector.post(address, activity);
    },
    /** Remembers who was gone for an earlier run; to be called before anything is sent. */
    recall: async () => {
      for (const address of await store.gone()) gone.add(conversationOf(address as Address));
    },
    /** Sends what an earlier run or another instance left behind. */
    sendWaiting,
    done: () => {
      isEnding = true;
      clearInterval(look);
      for (const [timer, wake] of waits) {
        clearTimeout(timer);
        wake();
      }
      return Promise.race([sends.done(), new Promise<void>((resolve) => setTimeout(resolve, PATIENCE).unref())]);
    },
  };
};
