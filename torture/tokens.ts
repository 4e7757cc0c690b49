import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { base64url } from 'jose';
import { honest, keyPair, posted, REGISTRATION, runningIssuer, signed } from '../test/issuer.ts';
import { startDesk } from './desk-process.ts';
import type { Drill } from './drill.ts';
import { type Random, randomFrom } from './random.ts';

type Pair = Awaited<ReturnType<typeof keyPair>>;

const id = (random: Random) => base64url.encode(random.bytes(12));

/** Claims of a good token, and those that somebody may put in their place. */
const CLAIMS: Readonly<Record<string, (random: Random) => unknown>> = {
  iss: (random) =>
    random.of([
      undefined,
      '',
      id(random),
      `https://sts.windows.net/${id(random)}/`,
      `https://login.microsoftonline.com/${id(random)}/v2.0`,
      [],
      {},
    ]),
  aud: (random) => random.of([undefined, '', id(random), [REGISTRATION.id], { id: REGISTRATION.id }, 5]),
  exp: (random) => random.of([undefined, 0, -1, 1, 4_102_444_800, 'soon', [], Number.MAX_SAFE_INTEGER]),
  nbf: (random) => random.of([4_102_444_800, 'now', {}, []]),
  iat: (random) => random.of([4_102_444_800, 'now', {}]),
  serviceurl: (random) => random.of([undefined, '', `https://${id(random)}.example/`, 'https://smba.trafficmanager.net/emea', {}, []]),
};
const HEADERS: Readonly<Record<string, (random: Random) => unknown>> = {
  kid: (random) => random.of([undefined, '', id(random), '__proto__', ['one'], 5, null]),
  alg: (random) => random.of(['none', 'HS256', 'ES256', 'PS256', '', 'rs256', ['RS256'], null]),
};

const forged = async (random: Random, pair: Pair, stranger: Pair): Promise<string> => {
  const tid = { tid: id(random) };
  const chance = random.next();
  if (chance < 0.1) return id(random).repeat(1 + random.below(50));
  if (chance < 0.25) {
    const header = { alg: 'RS256', kid: 'one', [random.of(Object.keys(HEADERS))]: random.of(Object.values(HEADERS))(random) };
    return `${base64url.encode(JSON.stringify(header))}.${base64url.encode(JSON.stringify(honest(tid)))}.${base64url.encode(random.bytes(256))}`;
  }
  if (chance < 0.35) return signed(honest(tid), stranger.privateKey, { kid: random.of(['one', id(random)]) });
  if (chance < 0.5) {
    const [header = '', payload = '', signature = ''] = (await signed(honest(), pair.privateKey, { kid: 'one' })).split('.');
    const bytes = Buffer.from(signature, 'base64url');
    const at = random.below(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
    return `${header}.${payload}.${bytes.toString('base64url')}`;
  }
  const claim = random.of(Object.keys(CLAIMS));
  const emulator = { tid: id(random), appid: REGISTRATION.id, ver: random.of(['1.0', '2.0']) };
  return signed(honest({ ...emulator, [claim]: CLAIMS[claim]?.(random) }), pair.privateKey, { kid: 'one' });
};

/** The memory that a process takes, in MB. */
const memoryOf = (pid: number) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;

/** Tokens that nobody issued: all are refused alike, none is remembered, and the issuer does not hear of them. */
export const tokens: Drill = {
  name: 'tokens',
  long: 20_000,
  run: async ({ times, seed, say }) => {
    const random = randomFrom(seed);
    const folder = mkdtempSync(join(tmpdir(), 'tokens-'));
    const [pair, stranger] = [await keyPair('one'), await keyPair('one')];
    const issuer = await runningIssuer(pair);
    const { id: MicrosoftAppId, password: MicrosoftAppPassword, tenantId: MicrosoftAppTenantId } = REGISTRATION;
    const desk = await startDesk(folder, {
      LOG_LEVEL: 'error',
      MicrosoftAppId,
      MicrosoftAppPassword,
      MicrosoftAppTenantId,
      BotOpenIdMetadata: issuer.metadata,
      TURNS_PER_PERSON: '100000',
    });
    const faults = {
      'ended by itself': 0,
      'let in': 0,
      'answered otherwise than 401': 0,
      'an honest one refused': 0,
      'issuer asked too often': 0,
    };
    const post = async (token: string) => {
      const response = await fetch(new URL('/api/messages', desk.url), {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify(posted()),
      });
      return { status: response.status, body: await response.text() };
    };
    const isHonest = async () => (await post(await signed(honest(), pair.privateKey, { kid: 'one' }))).status === 200;

    const began = Date.now();
    let tried = 0;
    const rush = async (until: number) => {
      const worker = async () => {
        while (tried < until) {
          tried += 1;
          if (tried % 2_000 === 0) say(`${tried} of ${times}`);
          const { status, body } = await post(await forged(random, pair, stranger));
          if (status === 200) faults['let in'] += 1;
          else if (status !== 401 || body !== '{"error":"unauthorized"}') faults['answered otherwise than 401'] += 1;
        }
      };
      await Promise.all(Array.from({ length: 16 }, worker));
    };
    if (!(await isHonest())) faults['an honest one refused'] += 1;
    // A tenth first, so that what is only warmed up is not taken for growth.
    await rush(times / 10);
    const before = memoryOf(desk.pid);
    await rush(times);
    const after = memoryOf(desk.pid);
    if (!(await isHonest())) faults['an honest one refused'] += 1;
    if (issuer.asked.keys > 2 + (Date.now() - began) / 60_000) faults['issuer asked too often'] = issuer.asked.keys;
    if ((await desk.kill('SIGTERM')) !== 0) faults['ended by itself'] += 1;
    await issuer.close();
    rmSync(folder, { recursive: true, force: true });
    return {
      tried: `${tried.toLocaleString('en')} forged tokens`,
      faults,
      measured: { 'MB more': Math.round(after - before), 'times the issuer was asked': issuer.asked.keys },
    };
  },
};
