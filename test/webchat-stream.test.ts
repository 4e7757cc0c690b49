import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runningDesk } from './desk.ts';
import { directLineOf, socketTo } from './webchat-client.ts';

let desk: Awaited<ReturnType<typeof runningDesk>>;
beforeAll(async () => {
  desk = await runningDesk();
});
afterAll(() => desk.close());
const { call, open, read, say } = directLineOf(() => desk.url);

describe('the stream', () => {
  it('brings everything after the watermark, and then what is said', async () => {
    const talk = await open();
    const welcome = (await read(talk)).activities;
    const { until, socket, received } = socketTo(talk.streamUrl);
    await until(welcome.length);
    expect(received.map(({ id }) => id)).toEqual(welcome.map(({ id }) => id));
    socket.send('');
    await say(talk, { text: 'hello' });
    await until(welcome.length + 2);
    expect(received.map(({ id }) => id)).toEqual((await read(talk)).activities.map(({ id }) => id));
    socket.close();
  });

  it('goes on from a watermark after a reconnect', async () => {
    const talk = await open();
    const { watermark } = await read(talk);
    const { json } = await call('GET', `conversations/${talk.id}?watermark=${watermark}`, { token: talk.token });
    const { until, socket } = socketTo(String(json.streamUrl));
    await say(talk, { text: 'hello' });
    expect((await until(2))[0]?.text).toBe('hello');
    socket.close();
  });

  it('takes a ticket once, for its own talk, from our own page', async () => {
    const [talk, other] = [await open(), await open()];
    expect(await socketTo(talk.streamUrl.replace(talk.id, other.id)).ended).toContain('403');
    expect(await socketTo(other.streamUrl, { origin: 'https://elsewhere.example' }).ended).toContain('403');
    const { start } = await open();
    const first = socketTo(String(start.json.streamUrl));
    await first.until(1);
    expect(await socketTo(String(start.json.streamUrl)).ended).toContain('403');
    first.socket.close();
  });

  it('closes on a frame that is too large, and answers upgrades elsewhere with 404', async () => {
    const { streamUrl } = await open();
    const { socket, until, ended } = socketTo(streamUrl);
    await until(1);
    socket.send('x'.repeat(17 * 1024));
    expect(await ended).toBe(1009);
    expect(await socketTo(new URL('/api/messages', streamUrl).href).ended).toContain('404');
  });

  it('is one for each talk: a newer one takes the place of the older, which is told so, and misses nothing', async () => {
    const talk = await open();
    const first = socketTo(talk.streamUrl);
    await first.until(1);
    const { json } = await call('GET', `conversations/${talk.id}?watermark=0`, { token: talk.token });
    const second = socketTo(String(json.streamUrl));
    expect(await first.ended).toBe(4001);
    expect(first.received.at(-1)).toMatchObject({ type: 'event', name: 'elsewhere' });
    await say(talk, { text: 'hello' });
    await second.until(3);
    expect(second.received.map(({ id }) => id)).toEqual((await read(talk)).activities.map(({ id }) => id));
    second.socket.close();
  });
});
