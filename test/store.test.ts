import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { newRecord } from '../src/conversation/record.ts';
import { openSqlite } from '../src/storage/sqlite.ts';
import type { Commit, Store } from '../src/storage/store.ts';

const commit = (change: Partial<Commit> = {}): Commit => ({
  talk: 'one',
  version: 0,
  activityId: 'a1',
  at: '2026-11-24T12:00:00.000Z',
  record: newRecord('en'),
  rows: [
    { number: 1, from: 'person', activity: { text: 'hello' } },
    { number: 2, from: 'desk', activity: { text: 'welcome' } },
  ],
  ...change,
});
const opening = (number: string) => ({
  number,
  openedAt: 'then',
  updatedAt: 'then',
  language: 'en' as const,
  channel: 'webchat',
  facts: [],
  path: [],
  summary: [],
  transcript: [],
});

describe('the store', () => {
  let folder: string;
  let path: string;
  let store: Store;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'store-'));
    path = join(folder, 'deep', 'down', 'x.db');
    store = openSqlite(path);
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });
  const again = async () => {
    await store.close();
    store = openSqlite(path);
  };

  it('makes missing folders, and starts with nothing', async () => {
    expect(await store.load('one')).toEqual({ version: 0, rows: 0 });
    expect(await store.seen('one', 'a1')).toBeUndefined();
  });

  it('keeps a turn over a restart, and knows it again', async () => {
    expect(await store.commit(commit())).toBe('committed');
    await again();
    expect(await store.load('one')).toEqual({ version: 1, rows: 2, record: newRecord('en') });
    expect(await store.seen('one', 'a1')).toEqual([{ number: 2, from: 'desk', activity: { text: 'welcome' } }]);
    expect(await store.rows('one', 1)).toHaveLength(1);
  });

  it('has a talk once something was said in it', async () => {
    expect(await store.has('one')).toBe(false);
    await store.commit(commit({ rows: [] }));
    expect(await store.has('one')).toBe(false);
    await store.commit(commit({ activityId: 'a2', version: 1 }));
    expect([await store.has('one'), await store.has('two')]).toEqual([true, false]);
  });

  it('writes nothing of a turn that another came before', async () => {
    await store.commit(commit());
    expect(await store.commit(commit({ activityId: 'a2' }))).toBe('stale');
    expect(await store.commit(commit({ activityId: 'a1', version: 1 }))).toBe('stale');
    expect(await store.seen('one', 'a2')).toBeUndefined();
    expect(await store.rows('one', 0)).toHaveLength(2);
  });

  it('writes nothing of a turn that fails in the middle', async () => {
    const twice = [commit().rows[0], commit().rows[0]] as Commit['rows'];
    await expect(store.commit(commit({ rows: twice }))).rejects.toThrow();
    expect(await store.load('one')).toEqual({ version: 0, rows: 0 });
    expect(await store.commit(commit())).toBe('committed');
  });

  it('keeps a case with its turn, gives no number twice, and closes it', async () => {
    await store.commit(commit({ case: opening('AD-1') }));
    expect(await store.commit(commit({ talk: 'two', case: opening('AD-1') }))).toBe('number taken');
    expect(await store.load('two')).toEqual({ version: 0, rows: 0 });
    expect((await store.cases()).map(({ number }) => number)).toEqual(['AD-1']);
    expect(await store.closeCase('AD-1', 'later')).toBe(true);
    expect(await store.closeCase('AD-2', 'later')).toBe(false);
    expect((await store.cases())[0]?.closedAt).toBe('later');
  });

  it('keeps what must be sent until it was', async () => {
    await store.commit(commit({ address: { to: 'there' } }));
    await again();
    expect(await store.unsent()).toEqual([
      { talk: 'one', row: { number: 2, from: 'desk', activity: { text: 'welcome' } }, address: { to: 'there' } },
    ]);
    expect(await store.unsent('two')).toEqual([]);
    await store.sent('one', 2);
    expect(await store.unsent('one')).toEqual([]);
  });

  it('forgets silent talks, but not one with an open case', async () => {
    await store.commit(commit());
    await store.commit(commit({ talk: 'two', case: opening('AD-1') }));
    await store.commit(commit({ talk: 'three', at: '2026-12-24T12:00:00.000Z' }));
    expect(await store.forgetTalks('2026-12-01T00:00:00.000Z')).toBe(1);
    expect((await store.load('one')).version).toBe(0);
    expect(await store.rows('one', 0)).toEqual([]);
    expect((await store.load('two')).version).toBe(1);
    await store.closeCase('AD-1', 'later');
    expect(await store.forgetTalks('2026-12-01T00:00:00.000Z')).toBe(1);
  });

  it('keeps a secret over a restart', async () => {
    const made = await store.secret('x', () => new Uint8Array([1, 2, 3]));
    await again();
    expect(await store.secret('x', () => new Uint8Array([9]))).toEqual(made);
  });

  it('refuses a database of a newer version', () => {
    const newer = join(folder, 'newer.db');
    const db = new DatabaseSync(newer);
    db.exec('pragma user_version = 99');
    db.close();
    expect(() => openSqlite(newer)).toThrow('newer version');
  });
});
