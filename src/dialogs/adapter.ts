import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';

/** How the Bot Framework knows this bot. Absent: nobody is authenticated, so only this computer may talk to /api/messages. */
export interface Registration {
  readonly type: 'SingleTenant' | 'MultiTenant' | 'UserAssignedMSI';
  readonly id: string;
  readonly password?: string | undefined;
  readonly tenantId?: string | undefined;
}

/** The adapter authenticates and carries; it decides nothing. Without a registration it authenticates nobody, and the door lets in only this computer. */
export const createAdapter = (app: Registration | undefined): CloudAdapter =>
  new CloudAdapter(
    new ConfigurationBotFrameworkAuthentication(
      app === undefined
        ? {}
        : { MicrosoftAppType: app.type, MicrosoftAppId: app.id, MicrosoftAppPassword: app.password, MicrosoftAppTenantId: app.tenantId },
    ),
  );
