import type { Logger } from 'pino';
import { createQueue } from '../exchange/queue.ts';
import { whereOf } from '../http/where.ts';
import type { Store } from '../storage/store.ts';
import type { Address, Connector } from './connector.ts';
import { verdictOf } from './verdict.ts';

interface Sender {
  readonly connector: Connector;
  readonly store: Store;
  readonly log: Logger;
}

/** How long an ending desk waits for replies under way, in milliseconds. */
const PATIENCE = 8_000;

/**
 * Sends stored replies to their channels, in the order of each talk, after the turn was committed.
 * What could not be sent stays stored and is tried again with the talk's next turn and at the next start.
 */
export const createSender = ({ connector, store, log }: Sender) => {
  const sends = createQueue();

  const sendTalk = (talk: string): Promise<void> =>
    sends.run(talk, async () => {
      try {
        for (const { row, address } of await store.unsent(talk)) {
          // The address is what getConversationReference gave before it was stored.
          const verdict = verdictOf(await connector.post(address as Address, row.activity));
          if (verdict === 'again') return;
          if (verdict !== 'sent') log.warn({ verdict }, 'a reply was not delivered');
          await store.sent(talk, row.number);
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
