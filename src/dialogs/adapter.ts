import {
  type Activity,
  ActivityTypes,
  BotAdapter,
  DeliveryModes,
  type InvokeResponse,
  type ResourceResponse,
  TurnContext,
} from 'botbuilder';

/** How the Bot Framework knows this bot. Absent: nobody is authenticated, so only this computer may talk to /api/messages. */
export interface Registration {
  readonly type: 'SingleTenant' | 'MultiTenant' | 'UserAssignedMSI';
  readonly id: string;
  readonly password?: string | undefined;
  readonly tenantId?: string | undefined;
}

/** A registration by the names that botbuilder has for it. */
export const settingsOf = ({ type, id, password, tenantId }: Registration) => ({
  MicrosoftAppType: type,
  MicrosoftAppId: id,
  MicrosoftAppPassword: password,
  MicrosoftAppTenantId: tenantId,
});

/** What this bot's own tokens are made out to. */
export const CHANNEL_AUDIENCE = 'https://api.botframework.com';

/** Where a turn leaves the answer to an invoke. */
const INVOKED = Symbol('invoked');

const unused = async (): Promise<never> => {
  throw new Error('what is sent goes through the sender, not through the adapter');
};

/**
 * Carries a turn between the door and the bot: botbuilder's context without its clients. It is handed only what the door has
 * authenticated (the stock checks answer 500 to a forged token, take emulator tokens of any tenant, and fetch the issuer's keys anew for
 * every request during an outage), and answers in the response only: what is sent is stored first and goes through our sender.
 */
export class Carrier extends BotAdapter {
  /** One activity through the bot: what the response must hold, or undefined where it holds nothing. Throws what the bot throws. */
  async carry(activity: Activity, bot: (context: TurnContext) => Promise<void>): Promise<InvokeResponse | undefined> {
    const context = new TurnContext(this, activity);
    await this.runMiddleware(context, bot);
    if (activity.deliveryMode === DeliveryModes.ExpectReplies)
      return { status: 200, body: { activities: context.bufferedReplyActivities } };
    return activity.type === ActivityTypes.Invoke ? (context.turnState.get<InvokeResponse>(INVOKED) ?? { status: 501 }) : undefined;
  }

  override async sendActivities(context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    if (activities.some(({ type }) => type !== ActivityTypes.InvokeResponse)) return unused();
    for (const { value } of activities) context.turnState.set(INVOKED, value);
    return activities.map(() => ({ id: '' }));
  }

  override updateActivity = unused;
  override deleteActivity = unused;
  override continueConversation = unused;
}
