import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from 'jose';

const ALL = ['msteams', 'webchat', 'directline', 'emulator'];

/** A key pair as the Bot Framework has them, with a name and the channels that may use it. */
export const keyPair = async (kid: string, endorsements: readonly string[] | undefined = ALL, alg = 'RS256') => {
  const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true });
  // As a JWK it signs with every RSA algorithm; a CryptoKey is bound to one.
  return {
    kid,
    privateKey: await exportJWK(privateKey),
    publicKey,
    published: { ...(await exportJWK(publicKey)), kid, use: 'sig', endorsements },
  };
};
export type Pair = Awaited<ReturnType<typeof keyPair>>;

/** An OpenID issuer as the Bot Framework's: what it publishes, how often it was asked, and all that may be wrong with it. */
export const runningIssuer = async (...pairs: readonly Pair[]) => {
  const asked = { metadata: 0, keys: 0 };
  let keys: readonly object[] = pairs.map(({ published }) => published);
  let trouble: 'none' | 'down' | 'garbage' | 'endless' | 'elsewhere' | 'empty' = 'none';
  let delay = 0;
  const server: Server = createServer(async (request, response) => {
    const isMetadata = request.url === '/metadata';
    asked[isMetadata ? 'metadata' : 'keys'] += 1;
    if (delay > 0) await new Promise((go) => setTimeout(go, delay).unref());
    const json = (body: object) => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(body));
    };
    const fail = (status: number, headers: Record<string, string> = {}) => {
      response.writeHead(status, headers);
      response.end();
    };
    if (trouble === 'down') return fail(503);
    if (trouble === 'garbage') return void response.end('{"jwks_uri": 5');
    if (trouble === 'elsewhere') return fail(302, { location: 'http://127.0.0.1:9/metadata' });
    if (trouble === 'endless') {
      const more = () => {
        for (let chunks = 0; chunks < 20; chunks += 1) if (!response.write('x'.repeat(64 * 1024))) return void response.once('drain', more);
        setImmediate(more);
      };
      response.on('error', () => undefined);
      return more();
    }
    if (isMetadata) return json({ issuer: 'https://api.botframework.com', jwks_uri: `${url()}/keys` });
    return json({ keys: trouble === 'empty' ? [] : keys });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  // The address of a TCP server that listens is an object; afterwards, when it is closed, it has none.
  const { port } = server.address() as AddressInfo;
  const url = () => `http://127.0.0.1:${port}`;
  return {
    metadata: `${url()}/metadata`,
    asked,
    publish: (...those: readonly Pair[]) => {
      keys = those.map(({ published }) => published);
    },
    /** What it does from now on, and after how many milliseconds. */
    be: (what: typeof trouble, after = 0) => {
      trouble = what;
      delay = after;
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((done) => server.close(done));
    },
  };
};

const APP = '11111111-2222-3333-4444-555555555555';
const TENANT = '99999999-8888-7777-6666-555555555555';
export const REGISTRATION = { type: 'SingleTenant', id: APP, password: 'secret', tenantId: TENANT } as const;
export const SERVICE_URL = 'https://smba.trafficmanager.net/emea/';

/** What an honest token of a channel says; times are in seconds. */
export const honest = (change: JWTPayload = {}): JWTPayload => {
  const now = Math.floor(Date.now() / 1000);
  return { iss: 'https://api.botframework.com', aud: APP, nbf: now - 10, exp: now + 3_600, serviceurl: SERVICE_URL, ...change };
};

/** A token as anybody may make one, right or wrong. */
export const signed = (payload: JWTPayload, key: JWK | Uint8Array, header: object): Promise<string> =>
  new SignJWT(payload).setProtectedHeader({ alg: 'RS256', typ: 'JWT', ...header } as { alg: string }).sign(key);

/** What a channel posts. */
export const posted = (change: object = {}) => ({
  type: 'message',
  id: crypto.randomUUID(),
  channelId: 'msteams',
  serviceUrl: SERVICE_URL,
  deliveryMode: 'expectReplies',
  conversation: { id: 'c', tenantId: TENANT },
  channelData: { tenant: { id: TENANT } },
  from: { id: 'p' },
  recipient: { id: 'b' },
  text: 'hello',
  ...change,
});
