import { type Activity, CloudAdapter, ConfigurationBotFrameworkAuthentication, type InvokeResponse, type TurnContext } from 'botbuilder';

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

/**
 * Carries a turn between the door and the bot. It is handed only what the door has authenticated: the stock checks answer 500 to a
 * forged token, take emulator tokens of any tenant, and fetch the issuer's keys anew for every request during an outage.
 */
export class Carrier extends CloudAdapter {
  readonly #appId: string;

  constructor(app: Registration | undefined) {
    super(new ConfigurationBotFrameworkAuthentication(app === undefined ? {} : settingsOf(app)));
    this.#appId = app?.id ?? '';
  }

  /** One activity through the bot: what the response must hold, or undefined where it holds nothing. Throws what the bot throws. */
  carry(activity: Activity, bot: (context: TurnContext) => Promise<void>): Promise<InvokeResponse | undefined> {
    const claimsIdentity = this.createClaimsIdentity(this.#appId);
    return this.processActivity(
      {
        audience: CHANNEL_AUDIENCE,
        claimsIdentity,
        connectorFactory: this.botFrameworkAuthentication.createConnectorFactory(claimsIdentity),
      },
      activity,
      bot,
    );
  }
}
