import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { base64url, exportSPKI, type JWTPayload } from 'jose';
import { runningDesk } from './desk.ts';
import { honest, keyPair, type Pair, posted, REGISTRATION, runningIssuer, SERVICE_URL, signed } from './issuer.ts';

let desk: Awaited<ReturnType<typeof runningDesk>>;
let issuer: Awaited<ReturnType<typeof runningIssuer>>;
let one: Pair;
let two: Pair;
let teamsOnly: Pair;
let noChannels: Pair;
let stranger: Pair;
beforeAll(async () => {
  one = await keyPair('one');
  two = await keyPair('two');
  teamsOnly = await keyPair('teams-only', ['msteams']);
  noChannels = { ...(await keyPair('no-channels')), kid: 'no-channels' };
  stranger = await keyPair('one');
  const { endorsements: _none, ...published } = noChannels.published;
  noChannels = { ...noChannels, published: published as Pair['published'] };
  issuer = await runningIssuer(one, two, teamsOnly, noChannels);
  desk = await runningDesk({ app: REGISTRATION, openIdMetadata: issuer.metadata });
});
afterAll(async () => {
  await desk.close();
  await issuer.close();
});

const post = async (authorization: string | undefined, change: object = {}) => {
  const response = await fetch(new URL('/api/messages', desk.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(authorization === undefined ? {} : { authorization }) },
    body: JSON.stringify(posted(change)),
  });
  return { status: response.status, body: await response.text() };
};
const UNAUTHORIZED = { status: 401, body: '{"error":"unauthorized"}' };

const by = (pair: Pair, claims: JWTPayload = {}, header: object = {}) =>
  signed(honest(claims), pair.privateKey, { kid: pair.kid, ...header });
/** A token with parts of my own and a signature that is none. */
const bare = (header: object, claims: JWTPayload = {}, signature = '') =>
  `${base64url.encode(JSON.stringify(header))}.${base64url.encode(JSON.stringify(honest(claims)))}.${signature}`;
const inMinutes = (minutes: number) => Math.floor(Date.now() / 1000) + minutes * 60;

describe('a token that a channel made for this bot', () => {
  const GOOD: Readonly<Record<string, () => Promise<string>>> = {
    'RS256, the first key': () => by(one),
    'RS256, the second key': () => by(two),
    RS384: () => by(one, {}, { alg: 'RS384' }),
    RS512: () => by(one, {}, { alg: 'RS512' }),
    'a key for Teams alone': () => by(teamsOnly),
    'expired four minutes ago by our clock': () => by(one, { exp: inMinutes(-4) }),
    'good from in four minutes': () => by(one, { nbf: inMinutes(4) }),
    'issued in four minutes': () => by(one, { iat: inMinutes(4) }),
    'no nbf': () => by(one, { nbf: undefined }),
    'our tenant': () => by(one, { tid: REGISTRATION.tenantId }),
  };
  it.each(Object.keys(GOOD))('is let in: %s', async (name) => {
    const { status, body } = await post(`Bearer ${await GOOD[name]?.()}`);
    expect(status).toBe(200);
    expect(JSON.parse(body).activities.length).toBeGreaterThan(0);
  });
});

describe('anything else', () => {
  const HEADERS: Readonly<Record<string, (good: string) => string | undefined>> = {
    'no header': () => undefined,
    'an empty one': () => '',
    'a scheme alone': () => 'Bearer',
    'a scheme and a blank': () => 'Bearer ',
    'another scheme': (good) => `Basic ${good}`,
    'no scheme': (good) => good,
    'two tokens': (good) => `Bearer ${good} ${good}`,
    'a word': () => 'Bearer nonsense',
    'two parts': (good) => `Bearer ${good.split('.').slice(0, 2).join('.')}`,
    'four parts': (good) => `Bearer ${good}.x`,
    'five parts, as an encrypted token has': (good) => `Bearer ${good}.x.y`,
    'empty parts': () => 'Bearer ..',
    'a signature cut short': (good) => `Bearer ${good.slice(0, -20)}`,
    'a signature with a letter changed': (good) => `Bearer ${good.slice(0, -20)}${good.at(-20) === 'A' ? 'B' : 'A'}${good.slice(-19)}`,
    'a payload of another token': (good) => {
      const [header, , signature] = good.split('.');
      return `Bearer ${header}.${base64url.encode(JSON.stringify(honest({ exp: inMinutes(90) })))}.${signature}`;
    },
    'a header that is no JSON': (good) => `Bearer ${base64url.encode('{')}.${good.split('.').slice(1).join('.')}`,
    'a header that is a list': (good) => `Bearer ${base64url.encode('[]')}.${good.split('.').slice(1).join('.')}`,
    'ten thousand letters': () => `Bearer ${'a'.repeat(10_000)}`,
  };
  it.each(Object.keys(HEADERS))('is refused by its header: %s', async (name) => {
    expect(await post(HEADERS[name]?.(await by(one)))).toEqual(UNAUTHORIZED);
  });

  const TOKENS: Readonly<Record<string, () => string | Promise<string>>> = {
    'alg none': () => bare({ alg: 'none', kid: 'one' }),
    'alg None': () => bare({ alg: 'None', kid: 'one' }),
    'alg none with a signature': () => bare({ alg: 'none', kid: 'one' }, {}, 'AAAA'),
    'no alg': () => bare({ kid: 'one' }, {}, 'AAAA'),
    'an alg that is a list': () => bare({ alg: ['RS256'], kid: 'one' }, {}, 'AAAA'),
    'HS256 with the public key': async () =>
      signed(honest(), new TextEncoder().encode(await exportSPKI(one.publicKey)), { alg: 'HS256', kid: 'one' }),
    ES256: async () => by(await keyPair('one', undefined, 'ES256'), {}, { alg: 'ES256' }),
    PS256: async () => by(await keyPair('one', undefined, 'PS256'), {}, { alg: 'PS256' }),
    'the key of another': () => by(stranger),
    'a key that nobody knows': async () => by(await keyPair('unknown')),
    'no kid': () => signed(honest(), one.privateKey, {}),
    'an empty kid': () => by(one, {}, { kid: '' }),
    'the kid of another key': () => by(one, {}, { kid: 'two' }),
    'a kid that is a list': () => signed(honest(), one.privateKey, { kid: ['one'] }),
    'a kid that is a number': () => signed(honest(), one.privateKey, { kid: 1 }),
    'the kid __proto__': () => by(one, {}, { kid: '__proto__' }),
    'the kid constructor': () => by(one, {}, { kid: 'constructor' }),
    'a kid of 2,000 letters': () => bare({ alg: 'RS256', kid: 'k'.repeat(1_400) }, {}, 'AAAA'),
    'a key of its own in the header': async () => by(stranger, {}, { jwk: stranger.published }),
    'an address of keys in the header': () => by(stranger, {}, { jku: `${issuer.metadata.replace('metadata', 'keys')}` }),
    'a critical header that we do not know': () => bare({ alg: 'RS256', kid: 'one', crit: ['exp'] }, {}, 'AAAA'),
    'no issuer': () => by(one, { iss: undefined }),
    'another issuer': () => by(one, { iss: 'https://api.botframework.us' }),
    'an issuer with a slash': () => by(one, { iss: 'https://api.botframework.com/' }),
    'the issuer of emulators': () =>
      by(one, { iss: `https://sts.windows.net/${REGISTRATION.tenantId}/`, appid: REGISTRATION.id, ver: '1.0' }),
    'the issuer of emulators, version 2': () =>
      by(one, { iss: `https://login.microsoftonline.com/${REGISTRATION.tenantId}/v2.0`, azp: REGISTRATION.id, ver: '2.0' }),
    'an emulator of a foreign tenant': () =>
      by(one, { iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/', tid: 'd6d49420' }),
    'a skill': () => by(one, { iss: 'https://sts.windows.net/x/', appid: 'another-bot', ver: '1.0' }),
    'the bot itself': () => by(one, { iss: 'https://sts.windows.net/x/', aud: 'https://api.botframework.com', appid: REGISTRATION.id }),
    'a list of issuers': () => by(one, { iss: ['https://api.botframework.com'] as unknown as string }),
    'no audience': () => by(one, { aud: undefined }),
    'another audience': () => by(one, { aud: 'another-bot' }),
    'the audience of the channel': () => by(one, { aud: 'https://api.botframework.com' }),
    'a list of audiences with ours': () => by(one, { aud: [REGISTRATION.id] }),
    'an audience that is an object': () => by(one, { aud: { id: REGISTRATION.id } as unknown as string }),
    'no expiry': () => by(one, { exp: undefined }),
    'expired six minutes ago': () => by(one, { exp: inMinutes(-6) }),
    'good until 2100': () => by(one, { exp: 4_102_444_800 }),
    'good for 25 hours': () => by(one, { exp: inMinutes(25 * 60) }),
    'an expiry in words': () => by(one, { exp: 'tomorrow' as unknown as number }),
    'an endless expiry': () => bare({ alg: 'RS256', kid: 'one' }, { exp: Number.MAX_VALUE }, 'AAAA'),
    'good from in six minutes': () => by(one, { nbf: inMinutes(6) }),
    'an nbf in words': () => by(one, { nbf: 'now' as unknown as number }),
    'issued in six minutes': () => by(one, { iat: inMinutes(6) }),
    'no address': () => by(one, { serviceurl: undefined }),
    'another address': () => by(one, { serviceurl: 'https://smba.trafficmanager.net/amer/' }),
    'an address that is an object': () => by(one, { serviceurl: { url: SERVICE_URL } }),
    'an address without its slash': () => by(one, { serviceurl: SERVICE_URL.slice(0, -1) }),
  };
  it.each(Object.keys(TOKENS))('is refused by its token: %s', async (name) => {
    expect(await post(`Bearer ${await TOKENS[name]?.()}`)).toEqual(UNAUTHORIZED);
  });

  const ACTIVITIES: Readonly<Record<string, readonly [change: object, status: number]>> = {
    'no address': [{ serviceUrl: undefined }, 401],
    'an empty address': [{ serviceUrl: '' }, 401],
    'an address that is null': [{ serviceUrl: null }, 401],
    'an address that is an object': [{ serviceUrl: {} }, 400],
    'an address elsewhere': [{ serviceUrl: 'https://smba.trafficmanager.net.example.org/' }, 401],
    'a channel that the key is not for': [{ channelId: 'slack' }, 401],
    'the channel of app service': [{ channelId: 'AseChannel' }, 401],
    'an empty channel': [{ channelId: '' }, 400],
    'no channel': [{ channelId: undefined }, 400],
    'a channel that is an object': [{ channelId: { a: 1 } }, 400],
    'a skill as its recipient': [{ channelId: 'AseChannel', recipient: { id: 'b', role: 'skill' } }, 401],
    'a conversation in another tenant': [{ conversation: { id: 'c', tenantId: 'elsewhere' } }, 403],
    'a team of another tenant': [{ channelData: { tenant: { id: 'elsewhere' } } }, 403],
  };
  it.each(Object.keys(ACTIVITIES))('is refused by its activity, though the token is good: %s', async (name) => {
    const [change = {}, status] = ACTIVITIES[name] ?? [];
    const answer = await post(`Bearer ${await by(one)}`, change);
    expect(answer.status).toBe(status);
    expect(answer.body).toBe(`{"error":"${{ 400: 'bad request', 401: 'unauthorized', 403: 'forbidden' }[status ?? 0]}"}`);
  });

  it('is refused where the key is for other channels, or for none', async () => {
    expect(await post(`Bearer ${await by(teamsOnly)}`, { channelId: 'webchat' })).toEqual(UNAUTHORIZED);
    expect(await post(`Bearer ${await by(noChannels)}`)).toEqual(UNAUTHORIZED);
  });

  it('is refused where it would have us call a host that is no connector of the list', async () => {
    const serviceUrl = 'https://anybody.trafficmanager.net/emea/';
    expect((await post(`Bearer ${await by(one, { serviceurl: serviceUrl })}`, { serviceUrl })).status).toBe(403);
  });

  it('is refused where a token speaks for another tenant', async () => {
    expect((await post(`Bearer ${await by(one, { tid: 'elsewhere' })}`)).status).toBe(403);
  });

  it('counts at least sixty kinds', () => {
    expect([HEADERS, TOKENS, ACTIVITIES].flatMap((kinds) => Object.keys(kinds)).length).toBeGreaterThanOrEqual(60);
  });
});
