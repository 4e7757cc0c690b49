import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openStore } from '../src/storage/open.ts';
import { runningDesk } from './desk.ts';

/** A channel as the Bot Framework's connector is: it takes replies over HTTP, or refuses them. */
const channel = async () => {
  const taken: { conversation: string; text: string; replyToId?: string }[] = [];
  let refuses = false;
  const server: Server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      if (refuses) {
        response.writeHead(429);
        response.end();
        return;
      }
      const { text, replyToId } = JSON.parse(body);
      taken.push({ conversation: /conversations\/([^/]+)/.exec(request.url ?? '')?.[1] ?? '', text, replyToId });
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ id: String(taken.length) }));
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    taken,
    refuse: (yes: boolean) => {
      refuses = yes;
    },
    close: () => new Promise((done) => server.close(done)),
  };
};

const until = async (true_: () => boolean | Promise<boolean>) => {
  while (!(await true_())) await new Promise((again) => setTimeout(again, 20));
};

describe('a reply that goes to a channel', () => {
  let desk: Awaited<ReturnType<typeof runningDesk>>;
  let there: Awaited<ReturnType<typeof channel>>;
  beforeEach(async () => {
    desk = await runningDesk();
    there = await channel();
  });
  afterEach(async () => {
    await desk.close();
    await there.close();
  });
  const say = (text: string, to = desk.url) =>
    fetch(new URL('/api/messages', to), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        type: 'message',
        id: crypto.randomUUID(),
        channelId: 'msteams',
        serviceUrl: there.url,
        conversation: { id: 'c1' },
        from: { id: 'p' },
        recipient: { id: 'b' },
        text,
      }),
    });

  it('is sent after the turn, in the order of the talk, and not kept', async () => {
    for (const text of ['hello', '0xC004F074', 'a person']) expect((await say(text)).status).toBe(200);
    await until(() => there.taken.length >= 3);
    expect(there.taken.map(({ conversation }) => conversation)).toEqual(['c1', 'c1', 'c1']);
    expect(there.taken[1]?.text).toContain('0xC004F074');
    const store = await openStore(desk.database);
    await until(async () => (await store.unsent()).length === 0);
    await store.close();
  });

  it('that could not be sent stays stored, and is sent at the next start, once', async () => {
    there.refuse(true);
    expect((await say('0xC004F074')).status).toBe(200);
    const store = await openStore(desk.database);
    expect((await store.unsent()).length).toBe(1);
    await store.close();
    await desk.stop();
    there.refuse(false);
    const again = await runningDesk({ database: desk.database });
    await until(() => there.taken.length === 1);
    expect(there.taken[0]?.text).toContain('0xC004F074');
    await say('hello', again.url);
    await until(() => there.taken.length === 2);
    await again.close();
  });
});
