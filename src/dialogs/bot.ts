import { randomUUID } from 'node:crypto';
import { type Activity, DeliveryModes, TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import type { Inbound, Receive } from '../exchange/activity.ts';
import { whereOf } from '../http/where.ts';
import { languageOf, say } from '../language/language.ts';
import type { Secret } from '../redaction/redact.ts';

interface Bot {
  readonly receive: Receive;
  /** Sends to a channel what is stored and not sent yet. Does not throw. */
  readonly send: (activity: Inbound) => Promise<void>;
  readonly log: Logger;
}

// botbuilder's own type says less about what may be missing than the shape that the door has checked, and nothing of the clock as it was written:
// of that it makes a Date, which has no zone.
const inboundOf = (activity: Activity): Inbound => {
  const { rawLocalTimestamp, ...rest } = activity as unknown as Inbound & { readonly rawLocalTimestamp?: string };
  return { ...rest, localTimestamp: rawLocalTimestamp };
};

const failure = (locale: string | undefined, reference: string): Partial<Activity> => ({
  type: 'message',
  text: say(languageOf(locale) ?? 'en', 'talk.failed', { reference }),
  channelData: { activationDesk: { keys: ['talk.failed'] } },
});

/** One turn: the activity goes to receive; its replies go back in the response, or are sent after the turn is stored. */
export const createBot =
  ({ receive, send, log }: Bot, secrets: readonly Secret[]) =>
  async (context: TurnContext): Promise<void> => {
    const { activity } = context;
    const inbound = inboundOf(activity);
    const inResponse = activity.deliveryMode === DeliveryModes.ExpectReplies;
    try {
      const address = inResponse ? {} : { address: TurnContext.getConversationReference(activity) };
      const rows = await receive(inbound, { secrets, ...address });
      if (!inResponse) void send(inbound);
      else if (rows.length > 0) await context.sendActivities(rows.map((row): Partial<Activity> => ({ ...row.activity })));
    } catch (error) {
      const reference = randomUUID().slice(0, 8);
      log.error({ reference, at: whereOf(error) }, 'a turn failed');
      // Without a response to put it in the channel is told that the turn failed, and sends it again.
      if (!inResponse) throw new Error('the turn failed');
      await context.sendActivity(failure(activity.locale, reference));
    }
  };
