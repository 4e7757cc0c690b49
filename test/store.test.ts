import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newRecord } from '../src/conversation/record.ts';
import type { Case } from '../src/desk/case.ts';
import type { FirstCase } from '../src/desk/first-case.ts';
import { opened } from '../src/desk/life.ts';
import { openStore } from '../src/storage/open.ts';
import type { Commit, Store } from '../src/storage/store.ts';
import { startPostgres } from '../torture/postgres.ts';

const changes = (change: Partial<Commit> = {}): Commit => ({
  version: 0,
  activityId: 'a1',
  channel: 'webchat',
  isUnsolved: false,
  at: '2026-11-24T12:00:00.000Z',
  record: newRecord('en'),
  rows: [
    { number: 1, from: 'person', activity: { text: 'hello' } },
    { number: 2, from: 'desk', activity: { text: 'welcome' } },
  ],
  ...change,
});
/** Limits of talks and cases alone. */
const silentSince = (at: string) => ({ talks: at, cases: at, forgotten: '0', ledger: '0', unsent: '0', audit: '0' });
const newCase = (number: string, talk = 'one') =>
  opened({
    ...{ number, talk, channel: 'webchat', openedBy: 'person', openedAt: '2026-11-24T12:00:00.000Z', handover: 'bot' },
    matter: { language: 'en', facts: [], contradictions: [], path: [], tried: [] },
  });
/** As the first version of the desk stored it. */
const opening = (number: string): FirstCase => ({
  number,
  openedAt: 'then',
  updatedAt: 'then',
  language: 'en',
  channel: 'webchat',
  outcome: 'KMS-08',
  facts: [{ name: 'code', value: '0xC004F074', from: 'said' }],
  path: ['activation.kms.port'],
  summary: [],
  transcript: [{ from: 'person', at: 'then', text: 'the server does not answer' }],
});

let folder: string;
let postgres: Awaited<ReturnType<typeof startPostgres>>;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'store-'));
  postgres = await startPostgres();
});
afterAll(async () => {
  await postgres?.stop();
  rmSync(folder, { recursive: true });
});

let files = 0;
const newFile = () => {
  files += 1;
  return join(folder, 'deep', 'down', `${files}.db`);
};

const engines: readonly [string, () => Promise<string>][] = [
  ['SQLite', async () => newFile()],
  ['PostgreSQL', () => postgres.newDatabase()],
];

describe.each(engines)('the store on %s', (_, newDatabase) => {
  let where: string;
  let store: Store;
  beforeEach(async () => {
    where = await newDatabase();
    store = await openStore(where);
  });
  afterEach(() => store.close());

  const again = async () => {
    await store.close();
    store = await openStore(where);
  };
  const commit = (change: Partial<Commit> = {}, talk = 'one') => store.turn(talk, (stored) => stored.commit(changes(change)));
  const load = (talk = 'one') => store.turn(talk, (stored) => stored.load());
  const seen = (activityId: string) => store.turn('one', (stored) => stored.seen(activityId));

  it('starts with nothing', async () => {
    expect(await load()).toEqual({ version: 0, rows: 0 });
    expect(await seen('a1')).toBeUndefined();
    await expect(store.check()).resolves.toBeUndefined();
  });

  it('keeps a turn over a restart, and knows it again', async () => {
    expect(await commit()).toBe('committed');
    await again();
    expect(await load()).toEqual({ version: 1, rows: 2, record: newRecord('en'), channel: 'webchat' });
    expect(await seen('a1')).toEqual([{ number: 2, from: 'desk', activity: { text: 'welcome' } }]);
    expect(await store.rows('one', 1)).toHaveLength(1);
    expect(await store.talks()).toEqual([{ key: 'one', at: '2026-11-24T12:00:00.000Z', rows: 2 }]);
  });

  it('has a talk once something was said in it', async () => {
    expect(await store.has('one')).toBe(false);
    await commit({ rows: [] });
    expect(await store.has('one')).toBe(false);
    await commit({ activityId: 'a2', version: 1 });
    expect([await store.has('one'), await store.has('two')]).toEqual([true, false]);
  });

  it('keeps the number of the last row over a turn without one', async () => {
    await commit();
    await commit({ activityId: 'a2', version: 1, rows: [] });
    expect(await load()).toMatchObject({ version: 2, rows: 2 });
  });

  it('writes nothing of a turn that another came before', async () => {
    await commit();
    expect(await commit({ activityId: 'a2' })).toBe('stale');
    expect(await commit({ activityId: 'a1', version: 1 })).toBe('stale');
    expect(await seen('a2')).toBeUndefined();
    expect(await store.rows('one', 0)).toHaveLength(2);
  });

  it('writes nothing of a turn that fails in the middle, and goes on', async () => {
    const twice = [changes().rows[0], changes().rows[0]] as Commit['rows'];
    await expect(commit({ rows: twice })).rejects.toThrow();
    const broken = store.turn('one', async (stored) => {
      await stored.commit(changes());
      throw new Error('broken');
    });
    await expect(broken).rejects.toThrow('broken');
    expect(await load()).toEqual({ version: 0, rows: 0 });
    expect(await commit()).toBe('committed');
  });

  it('keeps every turn of one moment but those that fail', async () => {
    const fails = (talk: string) =>
      store.turn(talk, async (stored) => {
        await stored.commit(changes());
        throw new Error('in the middle');
      });
    const all = await Promise.allSettled([commit({}, 'one'), fails('two'), commit({}, 'three'), commit({ version: 7 }, 'four')]);
    expect(all.map((each) => (each.status === 'fulfilled' ? each.value : 'failed'))).toEqual(['committed', 'failed', 'committed', 'stale']);
    const talks = await store.talks();
    expect(talks.map(({ key }) => key).sort()).toEqual(['one', 'three']);
    expect(await load('two')).toEqual({ version: 0, rows: 0 });
  });

  it('loses no turn of many at once, through two openings', async () => {
    const other = await openStore(where);
    const take = (through: Store, talk: string, activityId: string) =>
      through.turn(talk, async (stored) => {
        const { version, rows, record = newRecord('en') } = await stored.load();
        const row = { number: rows + 1, from: 'desk' as const, activity: { text: activityId } };
        return stored.commit(changes({ version, activityId, rows: [row], record: { ...record, turn: record.turn + 1 } }));
      });
    const turns = Array.from({ length: 120 }, (_, index) => take(index % 2 === 0 ? store : other, `talk ${index % 3}`, `a${index}`));
    expect(new Set(await Promise.all(turns))).toEqual(new Set(['committed']));
    for (const talk of ['talk 0', 'talk 1', 'talk 2']) {
      const { version, rows, record } = await load(talk);
      expect([version, rows, record?.turn]).toEqual([40, 40, 40]);
      expect((await store.rows(talk, 0)).map(({ number }) => number)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
    }
    await other.close();
  });

  it('takes an activity once, though it comes twice at once', async () => {
    const other = await openStore(where);
    const take = (through: Store) =>
      through.turn('one', async (stored) => ((await stored.seen('a1')) === undefined ? stored.commit(changes()) : 'seen'));
    expect((await Promise.all([take(store), take(other), take(store), take(other)])).sort()).toEqual(['committed', 'seen', 'seen', 'seen']);
    await other.close();
  });

  it('keeps texts as they are: quotes, emoji, other scripts, half a pair, NUL', async () => {
    const text = `'"\\$1 ?1 😀 ключ \ud800 \0`;
    await commit({ rows: [{ number: 1, from: 'desk', activity: { text } }] });
    expect((await store.rows('one', 0))[0]?.activity.text).toBe(text);
    expect(await commit({ activityId: 'a\0', version: 1, rows: [] })).toBe('committed');
    expect(await seen('a\0')).toEqual([]);
  });

  const theCase = (number: string) => store.turn('any', (stored) => stored.case(number));
  const put = (after: Case, talk = 'one') =>
    store.turn(talk, async (stored) => stored.put({ cases: [{ before: await stored.case(after.number), case: after }] }));

  it('keeps a case with its turn, and gives no number twice', async () => {
    await commit({ beside: { cases: [{ case: newCase('AD-1') }] } });
    expect(await commit({ beside: { cases: [{ case: newCase('AD-1', 'two') }] } }, 'two')).toBe('stale');
    expect(await load('two')).toEqual({ version: 0, rows: 0 });
    expect((await theCase('AD-1'))?.case).toEqual(newCase('AD-1'));
    expect(await store.case('AD-2')).toBeUndefined();
  });

  it('writes a case only over what was seen', async () => {
    await put(newCase('AD-1'));
    const seenByTwo = await theCase('AD-1');
    const note = (text: string): Case => ({ ...newCase('AD-1'), notes: [{ at: 'now', by: 'Kim', text }] });
    expect(await put(note('first'))).toBe('committed');
    expect(await store.turn('one', (stored) => stored.put({ cases: [{ before: seenByTwo, case: note('second') }] }))).toBe('stale');
    expect((await store.case('AD-1'))?.notes[0]?.text).toBe('first');
  });

  it('keeps what must be sent until it was, in order', async () => {
    await commit({ address: { to: 'there' } });
    await commit({
      activityId: 'a2',
      version: 1,
      rows: [{ number: 3, from: 'desk', activity: { text: 'more' } }],
      address: { to: 'there' },
    });
    await commit({ address: { to: 'elsewhere' } }, 'two');
    await again();
    expect((await store.unsent('one')).map(({ row, address }) => [row, address])).toEqual([
      [{ number: 2, from: 'desk', activity: { text: 'welcome' } }, { to: 'there' }],
      [{ number: 3, from: 'desk', activity: { text: 'more' } }, { to: 'there' }],
    ]);
    expect((await store.unsent()).map(({ talk, row }) => `${talk} ${row.number}`)).toEqual(['one 2', 'one 3', 'two 2']);
    await store.sent('one', 2);
    expect((await store.unsent('one')).map(({ row }) => row.number)).toEqual([3]);
  });

  it('forgets silent talks, but not one with an open case', async () => {
    await commit({ address: {} });
    await commit({ beside: { cases: [{ case: newCase('AD-1', 'two') }] } }, 'two');
    await commit({ at: '2026-12-24T12:00:00.000Z' }, 'three');
    expect(await store.sweep(silentSince('2026-12-01T00:00:00.000Z'), 100)).toBe(1);
    expect((await load()).version).toBe(0);
    expect([await store.rows('one', 0), await store.unsent()]).toEqual([[], []]);
    expect((await load('two')).version).toBe(1);
    await put({ ...newCase('AD-1', 'two'), state: 'closed', closedAt: '2026-11-25T12:00:00.000Z' }, 'two');
    expect(await store.sweep(silentSince('2026-12-01T00:00:00.000Z'), 100)).toBe(2);
    expect(await store.case('AD-1')).toBeUndefined();
    expect(await store.sql.all('select * from case_term')).toEqual([]);
  });

  it('keeps a secret over a restart', async () => {
    const made = await store.secret('x', () => new Uint8Array([1, 2, 3]));
    await again();
    expect([...(await store.secret('x', () => new Uint8Array([9])))]).toEqual([...made]);
  });

  it('gives a lease to one holder, longer if he asks again, and to another when it is over or given back', async () => {
    const claim = (holder: string, now: string, until: string) => store.claim({ name: 'sweep', holder, now, until });
    expect(await claim('a', '10:00', '10:10')).toBe(true);
    expect(await claim('b', '10:05', '10:15')).toBe(false);
    expect(await claim('a', '10:05', '10:20')).toBe(true);
    expect(await claim('b', '10:15', '10:25')).toBe(false);
    expect(await claim('b', '10:20', '10:30')).toBe(true);
    await store.release('sweep', 'a');
    expect(await claim('a', '10:21', '10:31')).toBe(false);
    await store.release('sweep', 'b');
    expect(await claim('a', '10:21', '10:31')).toBe(true);
  });

  it('gives a lease to one of many who ask at once', async () => {
    const claims = Array.from({ length: 20 }, (_, index) => store.claim({ name: 'x', holder: `${index}`, now: '1', until: '2' }));
    expect((await Promise.all(claims)).filter(Boolean)).toHaveLength(1);
  });

  it('opens an empty database in many processes at once', async () => {
    const empty = await newDatabase();
    const stores = await Promise.all([openStore(empty), openStore(empty), openStore(empty)]);
    await Promise.all(stores.map((each) => each.close()));
  });

  it('refuses a database of a newer version', async () => {
    const newer = where.startsWith('postgres') ? 'update migrated set version = 99' : 'pragma user_version = 99';
    await store.sql.run(newer);
    await store.close();
    await expect(openStore(where)).rejects.toThrow('newer version (99)');
    store = await openStore(await newDatabase());
  });
});

describe('a SQLite database of the first version', () => {
  it('is brought along with what is in it', async () => {
    const path = join(folder, 'first.db');
    const db = new DatabaseSync(path);
    db.exec(`
      create table talk (key text primary key, version integer not null, rows integer not null, record text not null, at text not null) strict, without rowid;
      create table row (talk text not null, number integer not null, sender text not null, answers text not null, activity text not null,
        primary key (talk, number)) strict, without rowid;
      create table outbox (talk text not null, number integer not null, address text not null, primary key (talk, number)) strict, without rowid;
      create table ledger (talk text not null, activity text not null, primary key (talk, activity)) strict, without rowid;
      create table desk_case (number text primary key, talk text not null, closed integer not null, content text not null) strict, without rowid;
      create table secret (name text primary key, bytes blob not null) strict, without rowid;
      create index talk_by_time on talk (at);
      pragma user_version = 1;
      insert into talk values ('one', 3, 2, '${JSON.stringify(newRecord('de'))}', '2026-11-01T00:00:00.000Z'), ('two', 1, 0, '${JSON.stringify(newRecord('de'))}', '2026-11-01T00:00:00.000Z');
      insert into row values ('one', 1, 'person', 'a1', '{"text":"hallo"}'), ('one', 2, 'desk', 'a1', '{"text":"guten Tag"}');
      insert into ledger values ('one', 'a1');
      insert into outbox values ('one', 2, '{"to":"there"}');
      insert into desk_case values ('AD-1', 'one', 0, '${JSON.stringify(opening('AD-1'))}'), ('AD-2', 'two', 1, '${JSON.stringify({ ...opening('AD-2'), closedAt: '2026-11-02T00:00:00.000Z' })}');
      insert into secret values ('webchat', x'010203');
    `);
    db.close();
    const store = await openStore(path);
    expect(await store.turn('one', (stored) => stored.load())).toEqual({ version: 3, rows: 2, record: newRecord('de'), openCase: 'AD-1' });
    expect((await store.turn('one', (stored) => stored.seen('a1')))?.map(({ number }) => number)).toEqual([2]);
    expect(await store.unsent()).toHaveLength(1);
    expect([...(await store.secret('webchat', () => new Uint8Array()))]).toEqual([1, 2, 3]);
    expect(await store.sweep(silentSince('2026-12-01T00:00:00.000Z'), 100)).toBe(3);
    expect(await store.case('AD-2')).toBeUndefined();
    expect(await store.case('AD-1')).toMatchObject({ state: 'new', matter: { language: 'en', outcome: 'KMS-08' }, priority: 'normal' });
    expect((await store.find({ code: '0xc004f074', text: 'serv' })).lines.map(({ number }) => number)).toEqual(['AD-1']);
    await store.close();
  });
});
