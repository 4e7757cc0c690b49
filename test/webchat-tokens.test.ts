import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openStore } from '../src/storage/open.ts';
import { createTokens, type Kind, type Visitor } from '../src/webchat/tokens.ts';
import { runningDesk } from './desk.ts';
import { directLineOf, socketTo } from './webchat-client.ts';

let desk: Awaited<ReturnType<typeof runningDesk>>;
beforeAll(async () => {
  desk = await runningDesk();
});
afterAll(() => desk.close());
const { call, open, read } = directLineOf(() => desk.url);

/** Papers that this desk would have issued at another time. */
const paper = async (visitor: Visitor, kind: Kind, at: number) => {
  const store = await openStore(desk.database);
  const secret = await store.secret('webchat', () => new Uint8Array());
  await store.close();
  return createTokens({ secret, now: () => at, newId: () => 'x' }).issue(visitor, kind);
};

describe('who may', () => {
  it('read and write: only who has a good token of that very talk', async () => {
    const [mine, other] = [await open(), await open()];
    const visitor = { user: 'dl_me', conv: mine.id };
    const tokens = {
      none: undefined,
      nonsense: 'nonsense',
      'of another talk': other.token,
      expired: await paper(visitor, 'token', Date.now() - 1_801_000),
      'made for a stream': await paper(visitor, 'ticket', Date.now()),
      'from a cookie': mine.cookie.slice('desk='.length),
    };
    const path = `conversations/${mine.id}`;
    expect((await call('GET', path, { token: mine.token })).status).toBe(200);
    for (const token of Object.values(tokens)) {
      const given = token === undefined ? {} : { token };
      const answers = await Promise.all([
        call('GET', path, given),
        call('GET', `${path}/activities`, given),
        call('POST', `${path}/activities`, { ...given, body: { type: 'message' } }),
      ]);
      expect(answers.map(({ status }) => status)).toEqual([403, 403, 403]);
    }
    expect((await call('POST', 'tokens/refresh', { token: tokens.expired })).status).toBe(403);
  });

  it('finds no talk that was never opened', async () => {
    const { json } = await call('POST', 'tokens/generate');
    expect((await call('GET', `conversations/${json.conversationId}`, { token: String(json.token) })).status).toBe(404);
  });

  it('refuses a token to a page of another site', async () => {
    expect((await call('POST', 'tokens/generate', { headers: { origin: 'https://elsewhere.example' } })).status).toBe(403);
    expect((await call('POST', 'tokens/generate', { headers: { origin: new URL(desk.url).origin } })).status).toBe(200);
  });

  it('renews a token for the same talk', async () => {
    const talk = await open();
    const { json } = await call('POST', 'tokens/refresh', { token: talk.token });
    expect(json.conversationId).toBe(talk.id);
    expect((await read({ id: talk.id, token: String(json.token) })).activities.length).toBeGreaterThan(0);
  });

  it('opens a stream with a ticket of the last minute only', async () => {
    const { id, streamUrl } = await open();
    const ticketOf = (at: number) => paper({ user: 'dl_me', conv: id }, 'ticket', at);
    const late = socketTo(streamUrl.replace(/t=.*/, `t=${await ticketOf(Date.now() - 61_000)}`));
    expect(await late.ended).toContain('403');
    const { socket } = socketTo(streamUrl.replace(/t=.*/, `t=${await ticketOf(Date.now() - 55_000)}`));
    await once(socket, 'open');
    socket.close();
  });

  it.each(['-1', '9999', '1e9', "'; drop table row", '0x1', '9'.repeat(16), '1.5', ' '])(
    'reads the talk from its start by a watermark that is none: %s',
    async (watermark) => {
      const talk = await open();
      const whole = (await read(talk)).activities.map(({ id }) => id);
      expect((await read(talk, encodeURIComponent(watermark))).activities.map(({ id }) => id)).toEqual(whole);
    },
  );

  it('has a token that is like no other and is written down nowhere', async () => {
    const talks = await Promise.all(Array.from({ length: 100 }, () => open()));
    expect(new Set(talks.map(({ token }) => token.split('.')[2])).size).toBe(talks.length);
    const bytes = ['', '-wal'].map((end) => readFileSync(`${desk.database}${end}`).toString('latin1')).join('');
    const papers = talks.flatMap(({ token, cookie }) => [token, cookie.slice('desk='.length)]);
    expect(papers.filter((paper) => bytes.includes(paper) || bytes.includes(paper.split('.')[2] ?? ''))).toEqual([]);
  });
});
