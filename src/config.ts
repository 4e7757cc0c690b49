import { isAbsolute, resolve } from 'node:path';
import { z } from 'zod/v4';
import { DESK_SHAPE, type DeskSettings, deskSettings } from './desk/settings.ts';
import type { Registration } from './dialogs/adapter.ts';
import { isLoopback, isLoopbackUrl } from './http/loopback.ts';
import { LANGUAGES, type Language } from './language/language.ts';
import { LOG_LEVELS, type LogLevel } from './operations/log.ts';
import type { Kept } from './operations/retention.ts';
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
  /** The language of whom no channel says it. */
  readonly language: Language;
  readonly app?: Registration | undefined;
  readonly desk: DeskSettings;
  /** With whom staff sign in; absent where they do it by the link of this computer, or not at all. */
  readonly issuer?: IssuerSettings | undefined;
  readonly outward: OutwardSettings;
  readonly logLevel: LogLevel;
  /** Who shows it may read /metrics; without one only this computer may. */
  readonly metricsToken?: string | undefined;
  readonly kept: Kept;
  /** The path of the list of who was forgotten, which must outlive the database; absent: none is written. */
  readonly forgotten?: string | undefined;
  /** Object ids of the people in Entra who may look up cases from the compose box of Teams. */
  readonly staff?: readonly string[];
  /** Who offers the desk, for the app package of Teams. */
  readonly publisher?: Publisher;
  /** Where the keys of the Bot Framework are published; absent: where Microsoft publishes them. */
  readonly openIdMetadata?: string | undefined;
  /** Hosts of connectors beside Microsoft's, by exact name. */
  readonly channelHosts?: readonly string[] | undefined;
  /** Origins of other pages that may use Web Chat's door, in small letters. */
  readonly webChatOrigins?: readonly string[] | undefined;
  /** How many proxies of ours stand in front. */
  readonly proxies?: number | undefined;
  /** How often a minute; absent: nobody is limited. */
  readonly limits?: { readonly person: number; readonly address: number } | undefined;
  /** How many results of walking the tree are kept in memory. */
  readonly standingsKept: number;
}

/** What the app package of Teams says about its operator; addresses are whole URLs. */
export interface Publisher {
  readonly organisation?: string | undefined;
  readonly publicUrl?: string | undefined;
  readonly privacyUrl?: string | undefined;
  readonly termsUrl?: string | undefined;
  /** The app's own id in Teams; the bot's id where it is not set. */
  readonly appId?: string | undefined;
}

/** A setting that cannot be used, and what is wrong with it. */
export interface BadSetting {
  readonly name: string;
  readonly wrong: string;
}

/** Settings that cannot be used: one message that names each bad variable. */
export class ConfigError extends Error {
  readonly bad: readonly BadSetting[];
  constructor(bad: readonly BadSetting[]) {
    super(`These settings cannot be used:\n${bad.map(({ name, wrong }) => `  ${name} ${wrong}`).join('\n')}`);
    this.bad = bad;
  }
}

const filled = z.string().trim().min(1, 'is empty: give a value or leave the variable away').optional();

const contact = z
  .string()
  .trim()
  .refine((value) => isMail(value) || /^https?:\/\/\S+$/.test(value), 'must be a mail address or a link (https://…)')
  .optional();

const link = z
  .string()
  .trim()
  .regex(/^https:\/\/\S+$/, 'must be a link that begins with https://')
  .optional();
const GUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
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

/** An origin as a browser names it: no path, no port that goes without saying. */
const isOrigin = (text: string): boolean =>
  URL.canParse(text) && new URL(text).origin === text && (text.startsWith('https://') || isLoopbackUrl(text));

const origins = z
  .string()
  .trim()
  .toLowerCase()
  .transform((list) => list.split(',').map((origin) => origin.trim().replace(/\/$/, '')))
  .refine((list) => list.every(isOrigin), 'must be origins such as https://intranet.example.org, without a path, separated by commas')
  .optional();

const isPostgresUrl = (url: string): boolean => /^postgres(?:ql)?:\/\//.test(url) && URL.canParse(url) && new URL(url).pathname.length > 1;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** How long something is kept: in the setting a whole number of hours or days, in the configuration milliseconds. */
const kept = (unit: 'hours' | 'days', fallback: number) =>
  z
    .string()
    .trim()
    .refine((value) => /^\d{1,4}$/.test(value) && Number(value) >= 1, `must be a whole number of ${unit} from 1 to 9999`)
    .transform((value) => Number(value) * (unit === 'days' ? DAY : HOUR))
    .default(fallback * (unit === 'days' ? DAY : HOUR));

/** The names of all settings. */
export const settingNames = (): readonly string[] => Object.keys(schema.shape);

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
    DEFAULT_LANGUAGE: z.enum(LANGUAGES, `must be one of ${LANGUAGES.join(', ')}`).default('en'),
    ...DESK_SHAPE,
    ...SIGN_IN,
    ...OUTWARD_SHAPE,
    STAFF_IDS: z
      .string()
      .transform((list) => list.split(/[\s,;]+/).filter((each) => each !== ''))
      .refine((list) => list.every((each) => GUID.test(each)), 'must be object ids from Entra, separated by commas')
      .default([]),
    ORGANISATION: filled.refine((name = '') => name.length <= 32, 'must have at most 32 characters'),
    // What is linked lies under it, also where it has a path.
    PUBLIC_URL: link.transform((url) => url?.replace(/\/*$/, '/')),
    PRIVACY_URL: link,
    TERMS_URL: link,
    TEAMS_APP_ID: z.string().trim().regex(GUID, 'must be a GUID').optional(),
    MicrosoftAppType: z
      .enum(['SingleTenant', 'MultiTenant', 'UserAssignedMSI'], 'must be SingleTenant, MultiTenant or UserAssignedMSI')
      .default('SingleTenant'),
    MicrosoftAppId: filled,
    MicrosoftAppPassword: filled,
    MicrosoftAppTenantId: filled,
    LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`).default('info'),
    METRICS_TOKEN: z
      .string()
      .trim()
      .regex(/^[\x21-\x7e]{16,}$/, 'must be 16 characters or more, without spaces')
      .optional(),
    KEEP_TALK_DAYS: kept('days', 30),
    KEEP_CASE_DAYS: kept('days', 180),
    KEEP_LEDGER_HOURS: kept('hours', 24),
    KEEP_UNSENT_DAYS: kept('days', 7),
    KEEP_AUDIT_DAYS: kept('days', 365),
    FORGOTTEN_FILE: filled,
    BotOpenIdMetadata: z
      .string()
      .trim()
      .refine((url) => isLoopbackUrl(url) || (URL.canParse(url) && url.startsWith('https://')), 'must be a link (https://…)')
      .optional(),
    CHANNEL_HOSTS: hosts,
    WEBCHAT_ORIGINS: origins,
    PROXIES: count(0, 9, 0),
    TURNS_PER_PERSON: count(1, 1_000_000, 60),
    REQUESTS_PER_ADDRESS: count(1, 1_000_000, 600),
    STANDINGS_KEPT: count(0, 1_000_000, 10_000),
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

const forgottenBeside = (database: string, named: string | undefined): string | undefined => {
  if (named !== undefined) return resolve(named);
  if (database === ':memory:') return undefined;
  return isAbsolute(database) ? `${database}.forgotten` : resolve('data/activation-desk.forgotten');
};

/** Reads the settings. Throws a ConfigError that names every bad one. */
export const readConfig = (environment: Readonly<Record<string, string | undefined>>): Config => {
  const { data, error } = schema.safeParse(environment);
  if (error !== undefined) throw new ConfigError(error.issues.map(({ path, message }) => ({ name: path.join('.'), wrong: message })));
  const { MicrosoftAppType, MicrosoftAppId, MicrosoftAppPassword, MicrosoftAppTenantId } = data;
  const database = databaseOf(data.DATABASE_URL);
  const { STAFF_IDS, ORGANISATION, PUBLIC_URL, PRIVACY_URL, TERMS_URL, TEAMS_APP_ID } = data;
  const { BotOpenIdMetadata, CHANNEL_HOSTS, WEBCHAT_ORIGINS, PROXIES, TURNS_PER_PERSON, REQUESTS_PER_ADDRESS } = data;
  // On this computer alone, and authenticated by nobody, only programs and tests of its owner come.
  const isLimited = MicrosoftAppId !== undefined || !isLoopback(data.HOST);
  return {
    host: data.HOST,
    port: data.PORT,
    database,
    contact: data.HELPDESK_CONTACT,
    language: data.DEFAULT_LANGUAGE,
    staff: STAFF_IDS.map((each) => each.toLowerCase()),
    publisher: { organisation: ORGANISATION, publicUrl: PUBLIC_URL, privacyUrl: PRIVACY_URL, termsUrl: TERMS_URL, appId: TEAMS_APP_ID },
    desk: deskSettings(data),
    issuer: issuerIn(data),
    outward: outwardSettings(data),
    app:
      MicrosoftAppId === undefined
        ? undefined
        : { type: MicrosoftAppType, id: MicrosoftAppId, password: MicrosoftAppPassword, tenantId: MicrosoftAppTenantId },
    logLevel: data.LOG_LEVEL,
    metricsToken: data.METRICS_TOKEN,
    kept: {
      talks: data.KEEP_TALK_DAYS,
      cases: data.KEEP_CASE_DAYS,
      ledger: data.KEEP_LEDGER_HOURS,
      unsent: data.KEEP_UNSENT_DAYS,
      audit: data.KEEP_AUDIT_DAYS,
    },
    forgotten: forgottenBeside(database, data.FORGOTTEN_FILE),
    openIdMetadata: BotOpenIdMetadata,
    channelHosts: CHANNEL_HOSTS,
    webChatOrigins: WEBCHAT_ORIGINS,
    proxies: PROXIES,
    standingsKept: data.STANDINGS_KEPT,
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
