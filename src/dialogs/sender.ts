import type { CloudAdapter, ConversationReference } from 'botbuilder';
import type { Logger } from 'pino';
import { createQueue } from '../exchange/queue.ts';
import { whereOf } from '../http/where.ts';
import type { Store } from '../storage/store.ts';

interface Sender {
  readonly adapter: CloudAdapter;
  readonly store: Store;
  /** Does something while no other instance does what has the same name. */
  readonly alone: (name: string, work: () => Promise<void>) => Promise<void>;
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
export const createSender = ({ adapter, store, alone, appId, log }: Sender) => {
  const sends = createQueue();

  const sendOne = async (address: unknown, activity: Readonly<{ [field: string]: unknown }>) =>
    // The address is what getConversationReference gave before it was stored.
    adapter.continueConversationAsync(appId, address as Partial<ConversationReference>, async (context) => {
      await context.sendActivity({ ...activity });
    });

  const sendTalk = (talk: string): Promise<void> =>
    sends.run(talk, async () => {
      try {
        await alone(`send ${talk}`, async () => {
          for (const { row, address } of await store.unsent(talk)) {
            await sendOne(address, row.activity).catch((error: unknown) => {
              // What a channel refuses for good must not keep the later replies waiting.
              if (!isFinal(error)) throw error;
              log.warn({ at: whereOf(error) }, 'a reply was refused by its channel and is dropped');
            });
            await store.sent(talk, row.number);
          }
        });
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
