import { importJWK, type JWK } from 'jose';
import { z } from 'zod/v4';
import { isLoopbackUrl } from '../http/loopback.ts';

/** Where the Bot Framework publishes the keys that its channels sign with. */
export const METADATA = 'https://login.botframework.com/v1/.well-known/openidconfiguration';

/** A key of the issuer, and the channels that may speak with it. */
export interface SigningKey {
  readonly jwk: JWK;
  readonly endorsements: readonly string[];
}

/** "unavailable": whether there is such a key cannot be known now, so that the sender should come again. */
export type Found = SigningKey | 'unknown' | 'unavailable';

export interface SigningKeys {
  readonly find: (kid: string) => Promise<Found>;
}

interface Issuer {
  readonly metadata: string;
  /** In milliseconds. */
  readonly now: () => number;
  readonly failed: (error: unknown) => void;
}

const HOUR = 3_600_000;
/** Both documents together, in milliseconds: a channel waits 15 seconds for the whole turn. */
const PATIENCE = 3_000;
const FRESH = 24 * HOUR;
/** Keys change seldom and in an overlap: old ones are better than a closed door while the issuer is away. */
const USABLE = 5 * 24 * HOUR;
/** Whoever sends unknown keys must not make us call the issuer more often. */
const PAUSE = 60_000;
/** Without any key nobody can come in, so the issuer is asked again soon. */
const PAUSE_WITHOUT = 5_000;
const LIMIT = 1024 * 1024;
/** Characters of a modulus of 2,048 bits; weaker keys are not keys. */
const STRONG = 342;

const metadataShape = z.object({ jwks_uri: z.string().max(2_048) });
const keyShape = z.looseObject({
  kty: z.literal('RSA'),
  kid: z.string().min(1).max(256),
  n: z.string().min(STRONG).max(4_096),
  e: z.string().max(16),
  endorsements: z.array(z.string()).max(1_000).default([]),
});
const setShape = z.object({ keys: z.array(z.unknown()).max(1_000) });

const read = async (url: string, signal: AbortSignal): Promise<unknown> => {
  if (!url.startsWith('https://') && !isLoopbackUrl(url)) throw new Error('keys come over https only');
  const response = await fetch(url, { signal, redirect: 'error', headers: { accept: 'application/json' } });
  if (!response.ok || response.body === null) throw new Error(`the issuer answered ${response.status}`);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body) {
    size += chunk.length;
    if (size > LIMIT) throw new Error('the issuer answered too much');
    chunks.push(chunk);
  }
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
};

const load = async (metadata: string): Promise<ReadonlyMap<string, SigningKey>> => {
  const signal = AbortSignal.timeout(PATIENCE);
  const { jwks_uri } = metadataShape.parse(await read(metadata, signal));
  const found = new Map<string, SigningKey>();
  for (const each of setShape.parse(await read(jwks_uri, signal)).keys) {
    const { data } = keyShape.safeParse(each);
    if (data === undefined) continue;
    const { kty, kid, n, e, endorsements } = data;
    const jwk = { kty, n, e };
    const isKey = await importJWK(jwk, 'RS256').then(
      () => true,
      () => false,
    );
    if (isKey) found.set(kid, { jwk, endorsements });
  }
  if (found.size === 0) throw new Error('the issuer has no keys');
  return found;
};

/** The issuer's keys, fetched when they are needed first, by one request at a time, and kept through an outage of the issuer. */
export const createSigningKeys = ({ metadata, now, failed }: Issuer): SigningKeys => {
  let keys: ReadonlyMap<string, SigningKey> = new Map();
  let loadedAt = Number.NEGATIVE_INFINITY;
  let triedAt = Number.NEGATIVE_INFINITY;
  let worked = true;
  let underway: Promise<void> | undefined;

  const refresh = async () => {
    triedAt = now();
    try {
      keys = await load(metadata);
      loadedAt = now();
      worked = true;
    } catch (error) {
      worked = false;
      failed(error);
    }
  };
  const refreshOnce = () => {
    underway ??= refresh().finally(() => {
      underway = undefined;
    });
    return underway;
  };
  const age = () => now() - loadedAt;
  const mayAsk = () => underway !== undefined || now() - triedAt >= (age() > USABLE ? PAUSE_WITHOUT : PAUSE);

  return {
    find: async (kid) => {
      if (age() > FRESH && mayAsk()) await refreshOnce();
      if (!keys.has(kid) && mayAsk()) await refreshOnce();
      if (age() > USABLE) return 'unavailable';
      // Behind a failed attempt there may be a new key: who holds it is not to be told that he forged it.
      return keys.get(kid) ?? (worked ? 'unknown' : 'unavailable');
    },
  };
};
