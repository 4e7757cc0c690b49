import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runningDesk } from './desk.ts';
import { directLineOf } from './webchat-client.ts';

let desk: Awaited<ReturnType<typeof runningDesk>>;
beforeAll(async () => {
  desk = await runningDesk();
});
afterAll(() => desk.close());
const { call, open, read, say } = directLineOf(() => desk.url);

describe('a talk over Direct Line', () => {
  it('is opened once with a welcome, and answered in order', async () => {
    const talk = await open();
    expect(talk.start.status).toBe(201);
    const { watermark, activities: welcome } = await read(talk);
    expect(welcome.at(-1)?.channelData.activationDesk?.ask).toBeDefined();
    const { status, json } = await say(talk, { text: '0xC004F074', channelData: { clientActivityID: 'mine' } });
    expect(status).toBe(200);
    const { activities } = await read(talk, watermark);
    expect(activities[0]).toMatchObject({
      id: json.id,
      text: '0xC004F074',
      conversation: { id: talk.id },
      channelData: { clientActivityID: 'mine' },
    });
    expect(activities.at(-1)).toMatchObject({ replyToId: json.id, conversation: { id: talk.id } });
    expect(activities.at(-1)?.channelData.activationDesk?.ask).toBeDefined();
  });

  it('is the same talk for the same browser, and is not welcomed twice', async () => {
    const talk = await open();
    const again = await call('POST', 'tokens/generate', { headers: { cookie: talk.cookie } });
    expect(again.json.conversationId).toBe(talk.id);
    const start = await call('POST', 'conversations', { token: String(again.json.token), body: {} });
    expect(start.status).toBe(200);
    expect((await read(talk)).activities).toHaveLength((await read({ ...talk, token: String(start.json.token) })).activities.length);
    expect(talk.cookie).toMatch(/^desk=/);
    expect(again.cookie).toMatch(/HttpOnly; SameSite=Strict/);
  });

  it('is welcomed once when two tabs open at the same time', async () => {
    const { json } = await call('POST', 'tokens/generate');
    const token = String(json.token);
    await Promise.all([1, 2, 3].map(() => call('POST', 'conversations', { token, body: {} })));
    const talk = { token, id: String(json.conversationId) };
    const once = await open();
    expect((await read(talk)).activities).toHaveLength((await read(once)).activities.length);
  });

  it('is opened without a body too', async () => {
    const { json } = await call('POST', 'tokens/generate');
    expect((await call('POST', 'conversations', { token: String(json.token) })).status).toBe(201);
  });

  it('takes who writes from the token, whatever the activity says', async () => {
    const talk = await open();
    await say(talk, { text: 'hello', from: { id: 'somebody else', role: 'bot' } });
    const mine = (await read(talk)).activities.find(({ text }) => text === 'hello');
    expect(mine?.from.id).toMatch(/^dl_/);
    expect(mine?.from.role).toBe('user');
  });

  it('answers the same activity again with the same id and says nothing new', async () => {
    const talk = await open();
    const first = await say(talk, { text: 'hello', channelData: { clientActivityID: 'once' } });
    const before = (await read(talk)).activities.length;
    expect((await say(talk, { text: 'hello', channelData: { clientActivityID: 'once' } })).json).toEqual(first.json);
    expect((await read(talk)).activities).toHaveLength(before);
  });

  it.each(['0', '-1', '9999', '1e9', "'; drop"])('starts from the beginning for the watermark %s, which no row has', async (watermark) => {
    const talk = await open();
    expect((await read(talk, encodeURIComponent(watermark))).activities).toHaveLength((await read(talk)).activities.length);
  });
});

describe('what is not taken', () => {
  it.each([[{}], [{ type: 'conversationUpdate' }], [{ type: 'message', text: 7 }], [{ type: 'message', id: '../x y' }], [[]]])(
    'answers %j with 400',
    async (body) => {
      const { token, id } = await open();
      const { status, json } = await call('POST', `conversations/${id}/activities`, { token, body });
      expect([status, json]).toEqual([400, { error: { code: 'BadArgument' } }]);
    },
  );

  it('refuses files and other types in one constant way', async () => {
    const { token, id } = await open();
    expect((await call('POST', `conversations/${id}/upload`, { token })).status).toBe(415);
    expect((await call('POST', `conversations/${id}/activities`, { token, headers: { 'content-type': 'text/plain' } })).status).toBe(415);
  });
});
