import { type Config, ConfigError, readConfig } from '../config.ts';
import { isLoopback } from '../http/loopback.ts';
import { SETTINGS } from './explained.ts';
import { type Finding, fine, note, wrong } from './finding.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** The settings, where they can be used, and what is to be said of them. */
export const examineSettings = (environment: Environment): { readonly config?: Config; readonly findings: readonly Finding[] } => {
  try {
    const config = readConfig(environment);
    return { config, findings: [fine('All settings can be used.'), ...doubts(config)] };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const findings = error.bad.map(({ name, wrong: how }) => {
      const { why = 'the desk does not start without it', mend = `Give ${name} another value.` } = SETTINGS[name] ?? {};
      return wrong(`${name} ${how}.`, why, mend);
    });
    return { findings };
  }
};

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What can be used and is perhaps not meant. */
const doubts = ({ host, contact, app, metricsToken, kept, outward }: Config): readonly Finding[] => {
  const { mend: contactMend } = SETTINGS.HELPDESK_CONTACT ?? { mend: '' };
  return [
    ...(contact === undefined && outward.webhook === undefined && outward.zammad === undefined
      ? [note('HELPDESK_CONTACT is not set.', 'who asks for a person gets a case number and nobody is told', contactMend)]
      : []),
    ...(app !== undefined && !GUID.test(app.id)
      ? [wrong('MicrosoftAppId is no id of a registration.', 'the Bot Framework will refuse it', SETTINGS.MicrosoftAppId?.mend ?? '')]
      : []),
    ...(app?.tenantId !== undefined && !GUID.test(app.tenantId) && !app.tenantId.includes('.')
      ? [
          wrong(
            'MicrosoftAppTenantId is neither an id nor a domain.',
            'nobody can sign in at it',
            SETTINGS.MicrosoftAppTenantId?.mend ?? '',
          ),
        ]
      : []),
    ...(app?.password !== undefined && GUID.test(app.password)
      ? [
          wrong(
            "MicrosoftAppPassword looks like a client secret's id.",
            'the secret is its value',
            SETTINGS.MicrosoftAppPassword?.mend ?? '',
          ),
        ]
      : []),
    ...(app?.type === 'MultiTenant'
      ? [
          note(
            'MicrosoftAppType is MultiTenant.',
            'new registrations of this type are no longer made',
            'Register the bot as SingleTenant or with a managed identity.',
          ),
        ]
      : []),
    ...(app === undefined && !isLoopback(host)
      ? [
          note(
            'HOST lets other computers in and MicrosoftAppId is not set.',
            'Web Chat serves alone: /api/messages is closed',
            'Set MicrosoftAppId for Teams, or leave it so.',
          ),
        ]
      : []),
    ...(metricsToken === undefined && !isLoopback(host)
      ? [note('METRICS_TOKEN is not set.', 'a monitor on another computer cannot read /metrics', SETTINGS.METRICS_TOKEN?.mend ?? '')]
      : []),
    ...(kept.talks > kept.cases
      ? [
          note(
            'Talks are kept longer than closed cases.',
            'a case goes before the talk that it came from',
            'Set KEEP_CASE_DAYS to KEEP_TALK_DAYS or more.',
          ),
        ]
      : []),
  ];
};
