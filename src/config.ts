import { isAbsolute, resolve } from 'node:path';
import { z } from 'zod/v4';
import { DESK_SHAPE, type DeskSettings, deskSettings } from './desk/settings.ts';
import type { Registration } from './dialogs/adapter.ts';
import { isLoopback, isLoopbackUrl } from './http/loopback.ts';
import { missingIn, OUTWARD_SHAPE, type OutwardSettings, outwardSettings } from './outward/settings.ts';
import { isMail } from './rendering/mail.ts';
import { issuerIn, missingForIssuer, SIGN_IN } from './staff/settings.ts';
import type { IssuerSettings } from './staff/sign-in/issuer.ts';

export interface Config {
  readonly host: string;
  readonly port: number;
  /** The path of a SQLite file, absolute; ":memory:" for none; or the address of a PostgreSQL database, with its password. */
  readonly database: string;
  readonly contact?: string | undefined;
  readonly app?: Registration | undefined;
  readonly desk: DeskSettings;
  /** With whom staff sign in; absent where they do it by the link of this computer, or not at all. */
  readonly issuer?: IssuerSettings | undefined;
  readonly outward: OutwardSettings;
  /** Where the keys of the Bot Framework are published; absent: where Microsoft publishes them. */
  readonly openIdMetadata?: string | undefined;
  /** Hosts of connectors beside Microsoft's, by exact name. */
  readonly channelHosts?: readonly string[] | undefined;
  /** How many proxies of ours stand in front. */
  readonly proxies?: number | undefined;
  /** How often a minute; absent: nobody is limited. */
  readonly limits?: { readonly person: number; readonly address: number } | undefined;
}

/** Settings that cannot be used: one message that names each bad variable. */
export class ConfigError extends Error {}

const filled = z.string().trim().min(1, 'is empty: give a value or leave the variable away').optional();

const contact = z
  .string()
  .trim()
  .refine((value) => isMail(value) || /^https?:\/\/\S+$/.test(value), 'must be a mail address or a link (https://…)')
  .optional();

const count = (least: number, most: number, preset: number) =>
  z
    .string()
    .trim()
    .refine(
      (value) => /^\d{1,7}$/.test(value) && Number(value) >= least && Number(value) <= most,
      `must be a number from ${least} to ${most}`,
    )
    .transform(Number)
    .default(preset);

const hosts = z
  .string()
  .trim()
  .toLowerCase()
  .transform((list) => list.split(',').map((host) => host.trim()))
  .refine((list) => list.every((host) => /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(host)), 'must be host names, separated by commas')
  .optional();

const isPostgresUrl = (url: string): boolean => /^postgres(?:ql)?:\/\//.test(url) && URL.canParse(url) && new URL(url).pathname.length > 1;

const schema = z
  .object({
    HOST: z
      .string()
      .trim()
      .regex(/^[0-9a-zA-Z.:-]+$/, 'must be a host name or an address')
      .default('127.0.0.1'),
    PORT: z
      .string()
      .trim()
      .refine((port) => /^\d{1,5}$/.test(port) && Number(port) <= 65_535, 'must be a number from 0 to 65535')
      .transform(Number)
      .default(3978),
    DATABASE_URL: z
      .string()
      .trim()
      .refine(
        (url) => /^file:.+/.test(url) || isPostgresUrl(url),
        'must be file: and a path, such as file:data/activation-desk.db, or postgres://user:password@host:5432/database; special characters in a password are written as %40 for @ and so on',
      )
      .default('file:data/activation-desk.db'),
    HELPDESK_CONTACT: contact,
    ...DESK_SHAPE,
    ...SIGN_IN,
    ...OUTWARD_SHAPE,
    MicrosoftAppType: z
      .enum(['SingleTenant', 'MultiTenant', 'UserAssignedMSI'], 'must be SingleTenant, MultiTenant or UserAssignedMSI')
      .default('SingleTenant'),
    MicrosoftAppId: filled,
    MicrosoftAppPassword: filled,
    MicrosoftAppTenantId: filled,
    BotOpenIdMetadata: z
      .string()
      .trim()
      .refine((url) => isLoopbackUrl(url) || (URL.canParse(url) && url.startsWith('https://')), 'must be a link (https://…)')
      .optional(),
    CHANNEL_HOSTS: hosts,
    PROXIES: count(0, 9, 0),
    TURNS_PER_PERSON: count(1, 1_000_000, 60),
    REQUESTS_PER_ADDRESS: count(1, 1_000_000, 600),
  })
  .superRefine((data, context) => {
    const { MicrosoftAppId, MicrosoftAppType, MicrosoftAppPassword, MicrosoftAppTenantId } = data;
    for (const name of missingForIssuer(data)) context.addIssue({ code: 'custom', path: [name], message: 'is needed with SIGN_IN_ISSUER' });
    for (const name of missingIn(data)) context.addIssue({ code: 'custom', path: [name], message: 'is needed with the address beside it' });
    const needs = (name: string) =>
      context.addIssue({ code: 'custom', path: [name], message: `is needed with MicrosoftAppId and type ${MicrosoftAppType}` });
    if (MicrosoftAppId === undefined) return;
    if (MicrosoftAppType !== 'UserAssignedMSI' && MicrosoftAppPassword === undefined) needs('MicrosoftAppPassword');
    if (MicrosoftAppType !== 'MultiTenant' && MicrosoftAppTenantId === undefined) needs('MicrosoftAppTenantId');
  });

const databaseOf = (url: string): string => {
  if (!url.startsWith('file:')) return url;
  const path = url.replace(/^file:(?:\/\/(?=\/))?/, '');
  return path === ':memory:' || isAbsolute(path) ? path : resolve(path);
};

/** Reads the settings. Throws a ConfigError that names every bad one. */
export const readConfig = (environment: Readonly<Record<string, string | undefined>>): Config => {
  const { data, error } = schema.safeParse(environment);
  if (error !== undefined)
    throw new ConfigError(
      `These settings cannot be used:\n${error.issues.map(({ path, message }) => `  ${path.join('.')} ${message}`).join('\n')}`,
    );
  const { HOST, PORT, DATABASE_URL, HELPDESK_CONTACT, MicrosoftAppType, MicrosoftAppId, MicrosoftAppPassword, MicrosoftAppTenantId } = data;
  const { BotOpenIdMetadata, CHANNEL_HOSTS, PROXIES, TURNS_PER_PERSON, REQUESTS_PER_ADDRESS } = data;
  // On this computer alone, and authenticated by nobody, only programs and tests of its owner come.
  const isLimited = MicrosoftAppId !== undefined || !isLoopback(HOST);
  return {
    host: HOST,
    port: PORT,
    database: databaseOf(DATABASE_URL),
    contact: HELPDESK_CONTACT,
    desk: deskSettings(data),
    issuer: issuerIn(data),
    outward: outwardSettings(data),
    app:
      MicrosoftAppId === undefined
        ? undefined
        : { type: MicrosoftAppType, id: MicrosoftAppId, password: MicrosoftAppPassword, tenantId: MicrosoftAppTenantId },
    openIdMetadata: BotOpenIdMetadata,
    channelHosts: CHANNEL_HOSTS,
    proxies: PROXIES,
    limits: isLimited ? { person: TURNS_PER_PERSON, address: REQUESTS_PER_ADDRESS } : undefined,
  };
};

/** The settings of this process; where they cannot be used it ends with a message that names the bad ones. */
export const configOrExit = (): Config => {
  try {
    return readConfig(process.env);
  } catch (error) {
    process.stderr.write(`${error instanceof ConfigError ? error.message : 'The settings cannot be read.'}\n`);
    process.exit(78);
  }
};
