import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { realTalk, runningDesk } from './desk.ts';

/** The connection that was opened last: what a disk does to it can be had from SQLite itself. */
let connection: DatabaseSync;
const { exec } = DatabaseSync.prototype;
beforeAll(() => {
  DatabaseSync.prototype.exec = function (this: DatabaseSync, sql: string) {
    connection = this;
    return exec.call(this, sql);
  };
});
afterAll(() => {
  DatabaseSync.prototype.exec = exec;
});
const pragma = (name: string): unknown => Object.values(connection.prepare(`pragma ${name}`).get() ?? {})[0];

const LONG = 'it does not activate '.repeat(180);
type Talk = ReturnType<typeof realTalk>;
const asksOf = (said: Awaited<ReturnType<Talk['post']>>) => said.map(({ channelData }) => channelData.activationDesk.ask);
const keysOf = (said: Awaited<ReturnType<Talk['post']>>) => said.flatMap(({ channelData }) => channelData.activationDesk.keys);

describe('a desk whose disk', () => {
  let desk: Awaited<ReturnType<typeof runningDesk>>;
  let talk: Talk;
  beforeEach(async () => {
    desk = await runningDesk();
    talk = realTalk(desk.url, 'en');
    await talk.say('0xC004F074');
  });
  afterEach(() => desk.close());

  /** Says what teaches something until one is refused, and gives its id. */
  const untilRefused = async (): Promise<number> => {
    for (let said = 1; said < 400; said += 1)
      if (keysOf(await talk.post({ text: LONG, id: `long ${said}` })).includes('talk.failed')) return said;
    throw new Error('nothing was refused');
  };
  /** The same again, then the answer to the question that was open all the time. */
  const goesOn = async (id: string) => {
    expect(keysOf(await talk.post({ text: LONG, id }))).not.toContain('talk.failed');
    expect(asksOf(await talk.post({ value: { ask: 'kms.network', value: 'inside' } }))).toEqual(['kms.port']);
  };

  it('is full says so calmly, keeps what was said, and goes on once there is room', async () => {
    const room = pragma('max_page_count');
    exec.call(connection, `pragma max_page_count = ${Number(pragma('page_count')) + 4}`);
    const refused = await untilRefused();
    expect(pragma('quick_check')).toBe('ok');
    exec.call(connection, `pragma max_page_count = ${room}`);
    await goesOn(`long ${refused}`);
  });

  it('cannot be written says so calmly, and goes on once it can', async () => {
    exec.call(connection, 'pragma query_only = on');
    expect(await untilRefused()).toBe(1);
    // What only has to be read is there meanwhile.
    expect((await fetch(new URL('/readyz', desk.url))).status).toBe(200);
    exec.call(connection, 'pragma query_only = off');
    await goesOn('long 1');
  });

  it('another program holds for a moment makes people wait, for longer makes it say so, and goes on after it', async () => {
    const other = new DatabaseSync(desk.database);
    exec.call(other, 'begin immediate');
    const waits = talk.post({ text: LONG, id: 'short' });
    await new Promise((resolve) => setTimeout(resolve, 200));
    exec.call(other, 'rollback');
    expect(keysOf(await waits)).not.toContain('talk.failed');
    exec.call(other, 'begin immediate');
    expect(await untilRefused()).toBe(1);
    exec.call(other, 'rollback');
    other.close();
    await goesOn('long 1');
  }, 20_000);

  it('lost the log beside the file starts with what the file has, and serves everybody; an orderly end leaves no log', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'log-'));
    const without = join(folder, 'desk.db');
    copyFileSync(desk.database, without);
    const after = await runningDesk({ database: without });
    expect(asksOf(await realTalk(after.url, 'en').post({ text: '0xC004F074' }))).toEqual(['kms.network']);
    expect(asksOf(await talk.postTo(after.url, { value: { ask: 'kms.network', value: 'inside' } }))).toEqual([expect.any(String)]);
    await after.close();
    rmSync(folder, { recursive: true });

    await desk.stop();
    expect(existsSync(`${desk.database}-wal`)).toBe(false);
    const again = await runningDesk({ database: desk.database });
    expect(asksOf(await talk.postTo(again.url, { value: { ask: 'kms.network', value: 'inside' } }))).toEqual(['kms.port']);
    await again.stop();
  });
});
