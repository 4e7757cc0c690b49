import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { realTalk, runningDesk } from './desk.ts';

let desk: Awaited<ReturnType<typeof runningDesk>>;
beforeAll(async () => {
  desk = await runningDesk();
});
afterAll(() => desk.close());

const activity = (change: object = {}) => ({
  type: 'message',
  id: crypto.randomUUID(),
  channelId: 'webchat',
  deliveryMode: 'expectReplies',
  conversation: { id: 'c' },
  from: { id: 'p' },
  recipient: { id: 'b' },
  text: 'hello',
  ...change,
});

const post = (
  body: string | Buffer,
  headers: Readonly<Record<string, string>> = {},
  path = '/api/messages',
): Promise<{ status: number; body: string }> =>
  new Promise((resolve, reject) => {
    const call = request(
      new URL(path, desk.url),
      { method: 'POST', headers: { 'content-type': 'application/json', ...headers } },
      (response) => {
        let text = '';
        response.on('data', (chunk) => {
          text += chunk;
        });
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body: text }));
      },
    );
    call.on('error', reject);
    call.end(body);
  });
const send = (change: object, headers = {}) => post(JSON.stringify(activity(change)), headers);
const works = async () => expect((await send({})).status).toBe(200);

describe('POST /api/messages without an app id', () => {
  it.each(['webchat', 'emulator', 'msteams'])('answers %s on this computer, with the replies in the response', async (channelId) => {
    const { status, body } = await send({ channelId, serviceUrl: 'http://localhost:1' });
    expect(status).toBe(200);
    expect(JSON.parse(body).activities[0].channelData.activationDesk.ask).toBe('symptom');
  });

  it.each([
    [{ 'x-forwarded-for': '203.0.113.7' }],
    [{ forwarded: 'for=203.0.113.7' }],
    [{ via: '1.1 proxy' }],
    [{ host: 'desk.example.org' }],
  ])('refuses what was forwarded or came under a foreign name: %j', async (headers) => {
    expect(await send({}, headers)).toEqual({ status: 403, body: '{"error":"forbidden"}' });
  });

  it.each([
    [{ serviceUrl: 'https://smba.trafficmanager.net/x' }],
    [{ serviceUrl: 'http://169.254.169.254/' }],
    [{ serviceUrl: 'http://127.0.0.1.example.org/' }],
    [{ serviceUrl: 'nonsense' }],
    [{ serviceUrl: undefined, deliveryMode: 'normal' }],
    [{ channelId: 'slack' }],
  ])('sends nothing anywhere else: %j', async (change) => {
    expect((await send(change)).status).toBe(403);
  });

  it.each([
    ['not JSON', '{', {}, 400],
    ['a broken gzip, which kills the stock reader', 'not gzip', { 'content-encoding': 'gzip' }, 415],
    ['a form', 'text=x', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['no type', JSON.stringify(activity({ type: undefined })), {}, 400],
    ['a conversation that is no object', JSON.stringify(activity({ conversation: 'x' })), {}, 400],
    ['a conversation whose id is an object', JSON.stringify(activity({ conversation: { id: {} } })), {}, 400],
    ['a text that is none', JSON.stringify(activity({ text: { a: 1 } })), {}, 400],
    ['a locale that is none', JSON.stringify(activity({ locale: ['de'] })), {}, 400],
    ['nobody', JSON.stringify(activity({ from: null })), {}, 400],
    ['an array', '[]', {}, 400],
    ['nothing', '', {}, 400],
    ['JSON a thousand deep', `${'['.repeat(1_000)}${']'.repeat(1_000)}`, {}, 400],
    ['too much', JSON.stringify(activity({ text: 'x'.repeat(300_000) })), {}, 413],
  ])('refuses %s, and goes on', async (_name, body, headers, status) => {
    const answer = await post(body, headers as Record<string, string>);
    expect(answer.status).toBe(status);
    expect(answer.body).toMatch(/^\{"error":"[a-z ]+"\}$/);
    await works();
  });

  it('lets no key of a body reach a prototype', async () => {
    const answer = await post(`{"__proto__":{"polluted":1},${JSON.stringify(activity({ value: { a: 1 } })).slice(1)}`);
    expect(answer.status).toBe(200);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  it('answers nothing to what means nothing', async () => {
    for (const type of ['typing', 'messageReaction', 'endOfConversation', 'event', 'somethingNew'])
      expect((await send({ type, text: undefined })).status).toBe(200);
  });

  it('welcomes once, whoever comes first: the update or the message', async () => {
    const talk = realTalk(desk.url, 'en');
    const arrived = { type: 'conversationUpdate', membersAdded: [{ id: 'person' }, { id: 'bot' }] };
    expect(await talk.post(arrived)).toHaveLength(1);
    expect(await talk.post(arrived)).toHaveLength(0);
    const only = realTalk(desk.url, 'en');
    expect(await only.post({ type: 'conversationUpdate', membersAdded: [{ id: 'bot' }] })).toHaveLength(0);
    expect((await only.say('hello'))[0]?.keys).toContain('talk.welcome');
  });

  it('knows no other place', async () => {
    expect(await post('{}', {}, '/nowhere')).toEqual({ status: 404, body: '{"error":"not found"}' });
    await works();
  });

  it.each([
    ['a host that is none', { host: 'local host' }, '/healthz'],
    ['a host that is another address', { host: 'a:b:c' }, '/api/messages'],
    ['brackets around nothing', { host: '[' }, '/desk'],
  ])('refuses %s, and goes on', async (_name, headers, path) => {
    expect((await post('', headers, path)).status).toBe(400);
    await works();
  });

  it('says that it can serve', async () => {
    const response = await fetch(new URL('/healthz', desk.url));
    expect([response.status, await response.json()]).toEqual([200, { ok: true }]);
  });
});

describe('POST /api/messages beyond this computer', () => {
  it('is closed without an app id, and the start line says so', async () => {
    const wide = await runningDesk({ host: '0.0.0.0' });
    try {
      expect(wide.doors).toContain('closed');
      const port = new URL(wide.url).port;
      const response = await fetch(`http://127.0.0.1:${port}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(activity()),
      });
      expect(response.status).toBe(404);
      expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
    } finally {
      await wide.close();
    }
  });
});

describe('POST /api/messages with an app id', () => {
  it('lets nobody in without a token or with one that is none, and says no more than that', async () => {
    const closed = await runningDesk({ app: { type: 'SingleTenant', id: 'an-app', password: 'secret', tenantId: 'a-tenant' } });
    try {
      for (const headers of [{}, { authorization: 'Bearer nonsense' }, { authorization: 'Basic bm9ib2R5' }]) {
        const response = await fetch(new URL('/api/messages', closed.url), {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...headers } as Record<string, string>,
          body: JSON.stringify(activity()),
        });
        expect([response.status, await response.text()]).toEqual([401, '{"error":"unauthorized"}']);
      }
    } finally {
      await closed.close();
    }
  });
});

describe('a turn', () => {
  it('that comes twice is answered with the stored replies', async () => {
    const id = crypto.randomUUID();
    const once = await send({ id, text: '0xC004F074', conversation: { id: 'twice' } });
    const twice = await send({ id, text: '0xC004F074', conversation: { id: 'twice' } });
    const ids = ({ body }: { body: string }) =>
      JSON.parse(body).activities.map((reply: { text: string; channelData: object }) => [reply.text, reply.channelData]);
    expect(ids(twice)).toEqual(ids(once));
  });

  it('loses nothing when many come at once', async () => {
    const conversation = { id: 'crowd' };
    // The desk learns from its examples when the first words need it, and hears nobody meanwhile.
    await send({ conversation: { id: 'alone' }, text: 'it just will not do what it should' });
    await send({ conversation, text: '0xC004F074' });
    const texts = ['Office LTSC 2021', 'we use KMS', '32-bit', 'I bought it on eBay', 'port 1688 is closed'];
    const answers = await Promise.all(texts.map((text) => send({ conversation, text })));
    expect(answers.map(({ status }) => status)).toEqual(texts.map(() => 200));
    const { body } = await send({ conversation, text: 'my answers' });
    const known = JSON.parse(body).activities[0].text as string;
    for (const part of ['0xC004F074', 'Office LTSC 2021', 'KMS', '32']) expect(known).toContain(part);
    for (const fact of ['kms.port', 'seller.origin']) expect(JSON.stringify(body)).toContain(fact);
  });
});
