import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readConfig } from '../src/config.ts';
import { runningDesk } from './desk.ts';
import { directLineOf, socketTo } from './webchat-client.ts';

const INTRANET = 'https://intranet.example.org';
const FOREIGN = [
  'https://elsewhere.example',
  'http://intranet.example.org',
  'https://intranet.example.org.evil.example',
  'null',
  'https://x:1',
];

describe.each([
  ['no origin is set', []],
  ['an origin is set', [INTRANET]],
])('where %s', (_name, webChatOrigins: readonly string[]) => {
  let desk: Awaited<ReturnType<typeof runningDesk>>;
  beforeAll(async () => {
    desk = await runningDesk({ webChatOrigins });
  });
  afterAll(() => desk.close());
  const { call, open } = directLineOf(() => desk.url);
  const refused = webChatOrigins.length === 0 ? [...FOREIGN, INTRANET] : FOREIGN;

  const answersTo = async (origin: string) => {
    const talk = await open();
    const [headers, token] = [{ origin }, talk.token];
    const path = `conversations/${talk.id}`;
    const answers = await Promise.all([
      call('POST', 'tokens/generate', { headers }),
      call('POST', 'tokens/refresh', { headers, token }),
      call('POST', 'conversations', { headers, token }),
      call('GET', path, { headers, token }),
      call('GET', `${path}/activities`, { headers, token }),
      call('POST', `${path}/activities`, { headers, token, body: { type: 'message', text: 'hello' } }),
    ]);
    return { talk, statuses: answers.map(({ status }) => status) };
  };

  it.each(refused)('a page of %s can neither read nor write, not even with a good token, nor open a stream', async (origin) => {
    const { talk, statuses } = await answersTo(origin);
    expect(statuses).toEqual(statuses.map(() => 403));
    expect(await socketTo(talk.streamUrl, { origin }).ended).toContain('403');
  });

  it('our own page and programs may', async () => {
    const { origin } = new URL(desk.url);
    const { talk, statuses } = await answersTo(origin);
    expect(statuses).toEqual(statuses.map(() => 200));
    const { socket } = socketTo(talk.streamUrl, { origin });
    await once(socket, 'open');
    socket.close();
  });

  it('a browser that asks before a page of another origin does is told so', async () => {
    const ask = (origin: string) =>
      fetch(new URL('/v3/directline/conversations', desk.url), {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' },
      });
    for (const origin of refused) expect((await ask(origin)).headers.get('access-control-allow-origin')).toBeNull();
    if (webChatOrigins.length === 0) return;
    const { status, headers } = await ask(INTRANET);
    expect([status, headers.get('access-control-allow-origin')]).toEqual([200, INTRANET]);
    expect(headers.get('access-control-allow-headers')).toContain('authorization');
    // Whoever's cookie it is, a page elsewhere does not speak for him.
    expect(headers.get('access-control-allow-credentials')).toBeNull();
  });
});

describe('a page of an origin that is set', () => {
  it('talks to the desk, and may read its answers', async () => {
    const desk = await runningDesk({ webChatOrigins: [INTRANET] });
    const { call } = directLineOf(() => desk.url);
    const headers = { origin: INTRANET };
    const response = await fetch(new URL('/v3/directline/tokens/generate', desk.url), { method: 'POST', headers });
    expect(response.headers.get('access-control-allow-origin')).toBe(INTRANET);
    const { token } = (await response.json()) as { readonly token: string };
    const { status, json } = await call('POST', 'conversations', { token, headers });
    expect(status).toBe(201);
    const page = socketTo(String(json.streamUrl), headers);
    await page.until(1);
    await call('POST', `conversations/${json.conversationId}/activities`, {
      token,
      headers,
      body: { type: 'message', text: '0xC004F074' },
    });
    expect((await page.until(3)).some(({ channelData }) => channelData.activationDesk?.ask === 'kms.network')).toBe(true);
    page.socket.close();
    await desk.close();
  });
});

describe('WEBCHAT_ORIGINS', () => {
  it('takes origins as they are written, and nothing else', () => {
    expect(readConfig({ WEBCHAT_ORIGINS: `${INTRANET.toUpperCase()}/, http://localhost:8080` }).webChatOrigins).toEqual([
      INTRANET,
      'http://localhost:8080',
    ]);
    for (const wrong of ['*', 'intranet.example.org', 'http://intranet.example.org', `${INTRANET}/chat`, `${INTRANET}:443`, 'null'])
      expect(() => readConfig({ WEBCHAT_ORIGINS: wrong })).toThrow('WEBCHAT_ORIGINS');
  });
});
