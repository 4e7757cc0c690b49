import { randomUUID } from 'node:crypto';
import { type Activity, ActivityTypes, DeliveryModes, TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import type { Inbound, Receive } from '../exchange/activity.ts';
import { whoseIn } from '../exchange/handoff.ts';
import { whereOf } from '../http/where.ts';
import { type Language, languageOf, say } from '../language/language.ts';
import type { Secret } from '../redaction/redact.ts';
import { inboundFromTeams } from '../teams/inbound.ts';
import type { Invoke } from '../teams/invoke.ts';
import type { Connector } from './connector.ts';
import { typingAfter } from './typing.ts';
import { verdictOf } from './verdict.ts';

interface Bot {
  readonly receive: Receive;
  /** Sends to a channel what is stored and not sent yet. Does not throw. */
  readonly send: (activity: Inbound) => Promise<void>;
  readonly invoke: Invoke;
  /** The way to a channel for what is not stored: that somebody writes, and that a turn failed. */
  readonly post: Connector['post'];
  /** The language of whom no channel says it. */
  readonly language: Language;
  readonly log: Logger;
}

/** How long a request waits until its person was told of a failure, in milliseconds. */
const TOLD_WITHIN = 2_000;

// botbuilder's own type says less about what may be missing than the shape that the door has checked, and makes dates of the times.
const read = (activity: Activity): Inbound => activity as unknown as Inbound;

/** What the activity asks of a turn; undefined where it asks nothing. What only our own reading adds nobody may post. */
const inboundOf = (activity: Activity): Inbound | undefined => {
  const posted = { ...read(activity), moves: undefined, changes: undefined, retracts: undefined, thumb: undefined, shared: undefined };
  return posted.channelId === 'msteams' ? inboundFromTeams(posted) : posted;
};

const failure = (language: Language, reference: string) => ({
  type: 'message',
  text: say(language, 'talk.failed', { reference }),
  channelData: { activationDesk: { keys: ['talk.failed'] } },
});

/** One turn: the activity goes to receive; its replies go back in the response, or are sent after the turn is stored. */
export const createBot =
  ({ receive, send, invoke, post, language, log }: Bot, secrets: readonly Secret[]) =>
  async (context: TurnContext): Promise<void> => {
    const { activity } = context;
    if (activity.type === ActivityTypes.Invoke) {
      const value = await invoke(read(activity), secrets);
      await context.sendActivity({ type: ActivityTypes.InvokeResponse, value });
      return;
    }
    const inbound = inboundOf(activity);
    if (inbound === undefined) return;
    const inResponse = activity.deliveryMode === DeliveryModes.ExpectReplies;
    const { conversationId, userId } = whoseIn(inbound);
    const reference = TurnContext.getConversationReference(activity);
    // A hub speaks of somebody else's talk: what is said then goes to them.
    const address =
      userId === activity.from.id ? reference : { ...reference, user: { id: userId, name: '' }, conversation: { id: conversationId } };
    const ended = inResponse || activity.type !== 'message' ? undefined : typingAfter(() => post(address, { type: 'typing' }));
    try {
      const rows = await receive(inbound, { secrets, ...(inResponse ? {} : { address }) });
      if (!inResponse) void (ended?.() ?? Promise.resolve()).then(() => send(inbound));
      else if (rows.length > 0) await context.sendActivities(rows.map((row): Partial<Activity> => ({ ...row.activity })));
    } catch (error) {
      const reference = randomUUID().slice(0, 8);
      log.error({ reference, at: whereOf(error) }, 'a turn failed');
      void ended?.();
      const failed = failure(languageOf(activity.locale) ?? language, reference);
      if (inResponse) return void (await context.sendActivity(failed));
      const told = post(address, failed).then(verdictOf);
      const inTime = new Promise<undefined>((late) => setTimeout(late, TOLD_WITHIN, undefined).unref());
      // Nobody could be told: then the channel is, and sends the activity again.
      if ((await Promise.race([told, inTime])) !== 'sent') throw new Error('the turn failed');
    }
  };
