import type { Config } from '../config.ts';
import { type Finding, fine, note, wrong } from './finding.ts';

const LOGIN = 'https://login.microsoftonline.com';
const PATIENCE = 10_000;

/** Can the desk sign in to the Bot Framework? Asks Microsoft for a token and throws it away. `login` is where tokens are had. */
export const examineSignIn = async ({ app }: Config, login = LOGIN): Promise<Finding> => {
  if (app === undefined) return fine('No registration, so nothing to sign in with.');
  if (app.type === 'UserAssignedMSI')
    return note(
      'The sign-in of a managed identity is not tried.',
      'it works only on the computer in Azure that has it',
      'Start the desk there and say hello in Teams.',
    );
  const tenant = app.type === 'MultiTenant' ? 'botframework.com' : (app.tenantId ?? '');
  try {
    const response = await fetch(`${login}/${encodeURIComponent(tenant)}/oauth2/v2.0/token`, {
      method: 'POST',
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE),
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: app.id,
        client_secret: app.password ?? '',
        scope: 'https://api.botframework.com/.default',
      }),
    });
    if (response.ok) return fine('Signed in to the Bot Framework.');
    const body: unknown = await response.json().catch(() => undefined);
    const code = /AADSTS\d+/.exec(JSON.stringify(body) ?? '')?.[0] ?? `status ${response.status}`;
    return wrong(
      `Microsoft refuses the sign-in (${code}).`,
      'no reply would reach Teams',
      'Compare MicrosoftAppId, MicrosoftAppTenantId and MicrosoftAppPassword with the registration; secrets expire.',
    );
  } catch {
    return wrong(
      `${new URL(login).host} cannot be reached.`,
      'tokens are had there',
      'Let this computer reach it by HTTPS, perhaps through a proxy.',
    );
  }
};
