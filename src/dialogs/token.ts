import { decodeProtectedHeader, errors, jwtVerify } from 'jose';
import type { Registration } from './adapter.ts';
import type { SigningKeys } from './signing-keys.ts';

/** What a channel's token says once its signature was checked. */
export interface Token {
  readonly serviceUrl: string;
  /** The channels that may use the key it is signed with. */
  readonly endorsements: readonly string[];
  readonly tenant?: string;
}

/** Why somebody is not let in: a status, and a constant reason for the log. */
export interface Refusal {
  readonly status: 401 | 403 | 503;
  readonly reason: string;
}

interface Check {
  readonly app: Registration;
  readonly keys: SigningKeys;
  /** In milliseconds. */
  readonly now: () => number;
}

/** What a token must be about: the fields of an activity that decide where replies go, and for whom. */
interface About {
  readonly channelId: string;
  readonly serviceUrl?: string | undefined;
  readonly conversation: Readonly<Record<string, unknown>>;
  readonly channelData?: Readonly<Record<string, unknown>> | undefined;
}

/** The only issuer of channels' tokens. What emulators, skills and other clouds issue is not read at all. */
const ISSUER = 'https://api.botframework.com';
const ALGORITHMS = ['RS256', 'RS384', 'RS512'];
/** Clocks may be apart, in seconds. */
const SKEW = 300;
/** Connector tokens live about an hour; one that lives longer than a day was not made for a channel. In seconds. */
const LONGEST = 24 * 3_600;
const BEARER = /^Bearer ([\w-]{1,2048}\.[\w-]{1,8192}\.[\w-]{1,2048})$/;

const refused = (reason: string): Refusal => ({ status: 401, reason });

const headerOf = (jwt: string): { readonly alg?: unknown; readonly kid?: unknown } => {
  try {
    return decodeProtectedHeader(jwt);
  } catch {
    return {};
  }
};

/**
 * Checks who signed a request, before its body is read: a key of the Bot Framework, for this bot, now.
 * 503 where no key can be had: the channel sends the activity again, which it would not after a 401.
 */
export const openToken = async (header: string | undefined, { app, keys, now }: Check): Promise<Token | Refusal> => {
  const jwt = BEARER.exec(header ?? '')?.[1];
  if (jwt === undefined) return refused('header');
  const { alg, kid } = headerOf(jwt);
  if (typeof alg !== 'string' || !ALGORITHMS.includes(alg)) return refused('algorithm');
  if (typeof kid !== 'string') return refused('key');
  const key = await keys.find(kid);
  if (key === 'unavailable') return { status: 503, reason: 'no keys' };
  if (key === 'unknown') return refused('key');
  try {
    const { payload } = await jwtVerify(jwt, key.jwk, {
      algorithms: ALGORITHMS,
      issuer: ISSUER,
      audience: app.id,
      requiredClaims: ['exp'],
      clockTolerance: SKEW,
      currentDate: new Date(now()),
    });
    const { aud, exp = 0, iat, serviceurl, tid } = payload;
    const seconds = now() / 1000;
    // jose takes a list that holds the audience, and looks at iat only where a greatest age is asked for.
    if (aud !== app.id) return refused('audience');
    if (exp - seconds > LONGEST + SKEW) return refused('expiry');
    if (iat !== undefined && iat - seconds > SKEW) return refused('issued later');
    if (typeof serviceurl !== 'string') return refused('service url');
    return { serviceUrl: serviceurl, endorsements: key.endorsements, ...(typeof tid === 'string' ? { tenant: tid } : {}) };
  } catch (error) {
    // Whatever is wrong with a token, it is the token: a claim of a wrong kind makes jose throw others than its own.
    return refused(error instanceof errors.JOSEError ? error.code : 'malformed');
  }
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

const tenantsOf = ({ tenant }: Token, { conversation, channelData }: About): readonly unknown[] => {
  const teams = isObject(channelData?.tenant) ? channelData.tenant.id : undefined;
  return [tenant, conversation.tenantId, teams].filter((each) => each !== undefined);
};

/** Does a token that is good speak for this very activity? Undefined where it does. */
export const mismatch = (token: Token, activity: About, app: Registration): Refusal | undefined => {
  // Without a serviceUrl the stock check is left out, and the replies go wherever somebody wants.
  if (activity.serviceUrl !== token.serviceUrl) return refused('service url');
  if (!token.endorsements.includes(activity.channelId)) return refused('channel');
  // A bot of one tenant serves nobody else's: those that came were led here by another tenant's administrator.
  if (app.type !== 'MultiTenant' && tenantsOf(token, activity).some((tenant) => tenant !== app.tenantId))
    return { status: 403, reason: 'tenant' };
  return undefined;
};
