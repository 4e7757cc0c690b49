import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openStore } from '../src/storage/open.ts';
import { startPostgres } from '../torture/postgres.ts';
import { runningDesk } from './desk.ts';
import { directLineOf, socketTo } from './webchat-client.ts';

const until = async (holds: () => Promise<boolean>) => {
  for (let tries = 0; !(await holds()) && tries < 300; tries += 1) await new Promise((resolve) => setTimeout(resolve, 50));
};
const healthOf = async ({ url }: { readonly url: string }) => (await fetch(new URL('/readyz', url))).status;

let postgres: Awaited<ReturnType<typeof startPostgres>>;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres?.stop());

describe('two instances on one PostgreSQL', () => {
  let one: Awaited<ReturnType<typeof runningDesk>>;
  let other: Awaited<ReturnType<typeof runningDesk>>;
  beforeEach(async () => {
    const database = await postgres.newDatabase();
    [one, other] = [await runningDesk({ database }), await runningDesk({ database })];
  });
  afterEach(async () => {
    await one.close();
    await other.close();
  });

  it('are one desk: a token of one is good at the other, and its socket hears of turns that the other took', async () => {
    const talk = await directLineOf(() => one.url).open();
    const there = directLineOf(() => other.url);
    const page = socketTo(talk.streamUrl);
    await page.until(1);
    const before = page.received.length;
    expect((await there.say(talk, { text: '0xC004F074' })).status).toBe(200);
    await page.until(before + 2);
    expect(page.received.slice(before).map(({ text }) => text?.includes('0xC004F074'))).toEqual([true, true]);
    expect((await there.read(talk)).activities).toHaveLength(page.received.length);
    page.socket.close();
  });

  it('say that the database is away, fail a turn cleanly, and go on by themselves when it is back; sockets miss nothing', async () => {
    const talk = await directLineOf(() => one.url).open();
    const there = directLineOf(() => other.url);
    const page = socketTo(talk.streamUrl);
    await page.until(1);
    postgres.kill();
    await until(async () => (await healthOf(one)) === 503);
    expect(await healthOf(one)).toBe(503);
    const failed = await there.say(talk, { text: '0xC004F074' });
    expect(failed.status).toBeGreaterThanOrEqual(500);
    expect(JSON.stringify(failed.json)).not.toMatch(/ECONN|postgres|connect/i);
    await postgres.again();
    await until(async () => (await healthOf(one)) === 200 && (await healthOf(other)) === 200);
    const before = page.received.length;
    expect((await there.say(talk, { text: '0xC004F074' })).status).toBe(200);
    await page.until(before + 2);
    expect(page.received).toHaveLength(before + 2);
    page.socket.close();
  });
});

describe('a PostgreSQL that cannot be used', () => {
  it('is named without its password, its host or its user', async () => {
    const opened = openStore('postgres://somebody:secret@127.0.0.1:9/desk');
    await expect(opened).rejects.toThrow('the PostgreSQL database of DATABASE_URL cannot be used (ECONNREFUSED)');
  });
});
