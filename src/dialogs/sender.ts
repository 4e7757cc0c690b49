import type { CloudAdapter, ConversationReference } from 'botbuilder';
import type { Logger } from 'pino';
import { createQueue } from '../exchange/queue.ts';
import type { Store } from '../storage/store.ts';

export interface Sender {
  readonly adapter: CloudAdapter;
  readonly store: Store;
  readonly appId: string;
  readonly log: Logger;
}

/**
 * Sends stored replies to their channels, in the order of each talk, after the turn was committed.
 * What could not be sent stays stored and is tried again with the talk's next turn and at the next start.
 */
export const createSender = ({ adapter, store, appId, log }: Sender) => {
  const sends = createQueue();

  const sendOne = async (address: unknown, activity: Readonly<{ [field: string]: unknown }>) =>
    // The address is what getConversationReference gave before it was stored.
    adapter.continueConversationAsync(appId, address as Partial<ConversationReference>, async (context) => {
      await context.sendActivity({ ...activity });
    });

  const sendTalk = (talk: string): Promise<void> =>
    sends.run(talk, async () => {
      try {
        for (const { row, address } of await store.unsent(talk)) {
          await sendOne(address, row.activity);
          await store.sent(talk, row.number);
        }
      } catch (error) {
        log.warn({ reason: error instanceof Error ? error.name : 'unknown' }, 'replies could not be sent and stay stored');
      }
    });

  return {
    sendTalk,
    done: sends.done,
    /** Sends what an earlier run left behind. */
    sendLeft: async (): Promise<void> => {
      const talks = new Set((await store.unsent()).map(({ talk }) => talk));
      await Promise.all([...talks].map(sendTalk));
    },
  };
};
