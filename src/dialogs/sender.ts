import type { CloudAdapter, ConversationReference } from 'botbuilder';
import type { Logger } from 'pino';
import { createQueue } from '../exchange/queue.ts';
import { whereOf } from '../http/where.ts';
import type { Store, Unsent } from '../storage/store.ts';
import { onTheWire } from '../teams/wire.ts';

interface Sender {
  readonly adapter: CloudAdapter;
  readonly store: Store;
  readonly appId: string;
  readonly log: Logger;
}

const isFinal = (error: unknown): boolean => {
  const status = typeof error === 'object' && error !== null && 'statusCode' in error ? Number(error.statusCode) : 0;
  return status >= 400 && status < 500 && status !== 429;
};

/** How long an ending desk waits for replies under way, in milliseconds. */
const PATIENCE = 8_000;

/**
 * Sends stored replies to their channels, in the order of each talk, after the turn was committed.
 * What could not be sent stays stored and is tried again with the talk's next turn and at the next start.
 */
export const createSender = ({ adapter, store, appId, log }: Sender) => {
  const sends = createQueue();

  /** Sends a reply, or changes the earlier one that it replaces. Gives the id that the channel knows it by; undefined where there is none. */
  const sendOne = async ({ talk, row, address }: Unsent): Promise<string | undefined> => {
    const { replaces, ...activity } = row.activity;
    // The address is what getConversationReference gave before it was stored.
    const reference = address as Partial<ConversationReference>;
    const wired = reference.channelId === 'msteams' ? onTheWire(activity, reference.user?.id) : activity;
    const earlier = typeof replaces === 'number' ? (await store.rows(talk, replaces - 1))[0]?.activity.sentAs : undefined;
    if (replaces !== undefined && earlier === undefined) return undefined;
    let given: string | undefined;
    await adapter.continueConversationAsync(appId, reference, async (context) => {
      // A continued conversation invents an id, and botbuilder would have the reply answer that.
      context.activity.id = typeof activity.replyToId === 'string' ? activity.replyToId : undefined;
      if (earlier === undefined) given = (await context.sendActivity({ ...wired }))?.id;
      else await context.updateActivity({ ...wired, id: String(earlier) });
    });
    return given;
  };

  const sendTalk = (talk: string): Promise<void> =>
    sends.run(talk, async () => {
      try {
        for (const unsent of await store.unsent(talk)) {
          const as = await sendOne(unsent).catch((error: unknown) => {
            // What a channel refuses for good must not keep the later replies waiting.
            if (!isFinal(error)) throw error;
            log.warn({ at: whereOf(error) }, 'a reply was refused by its channel and is dropped');
            return undefined;
          });
          await store.sent(talk, unsent.row.number, as);
        }
      } catch (error) {
        log.warn({ at: whereOf(error) }, 'replies could not be sent and stay stored');
      }
    });

  return {
    sendTalk,
    done: () => Promise.race([sends.done(), new Promise<void>((resolve) => setTimeout(resolve, PATIENCE).unref())]),
    /** Sends what an earlier run left behind. */
    sendLeft: async (): Promise<void> => {
      const talks = new Set((await store.unsent()).map(({ talk }) => talk));
      await Promise.all([...talks].map(sendTalk));
    },
  };
};
