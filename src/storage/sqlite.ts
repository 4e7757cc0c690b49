import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLOutputValue } from 'node:sqlite';
import type { Record } from '../conversation/record.ts';
import type { FirstCase as Case } from '../desk/first-case.ts';
import type { Commit, Store, StoredRow, Unsent } from './store.ts';

/** What this program's database looks like; a newer one is refused. */
const SCHEMA = 1;

const TABLES = `
  create table if not exists talk (key text primary key, version integer not null, rows integer not null, record text not null, at text not null) strict, without rowid;
  create table if not exists row (talk text not null, number integer not null, sender text not null, answers text not null, activity text not null,
    primary key (talk, number)) strict, without rowid;
  create table if not exists outbox (talk text not null, number integer not null, address text not null, primary key (talk, number)) strict, without rowid;
  create table if not exists ledger (talk text not null, activity text not null, primary key (talk, activity)) strict, without rowid;
  create table if not exists desk_case (number text primary key, talk text not null, closed integer not null, content text not null) strict, without rowid;
  create table if not exists secret (name text primary key, bytes blob not null) strict, without rowid;
  create index if not exists talk_by_time on talk (at);
`;

const opened = (path: string): DatabaseSync => {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
  const db = new DatabaseSync(path);
  db.exec('pragma journal_mode = wal; pragma synchronous = full; pragma busy_timeout = 5000; pragma secure_delete = on;');
  const version = Number(db.prepare('pragma user_version').get()?.user_version);
  if (version > SCHEMA) throw new Error(`the database is of a newer version (${version}) than this program (${SCHEMA})`);
  db.exec(`${TABLES} pragma user_version = ${SCHEMA};`);
  return db;
};

const rowOf = (row: { [column: string]: SQLOutputValue }): StoredRow => ({
  number: Number(row.number),
  from: row.sender === 'person' ? 'person' : 'desk',
  activity: JSON.parse(String(row.activity)),
});

/** The embedded store: one SQLite file, every commit on the disk before it counts. Throws where the file cannot be opened or is of a newer version. */
export const openSqlite = (path: string): Store => {
  const db = opened(path);
  const talk = db.prepare('select version, rows, record from talk where key = ?');
  // A turn may leave a record and no row, such as a language chosen before anybody was welcomed.
  const begun = db.prepare('select 1 from talk where key = ? and rows > 0');
  const inLedger = db.prepare('select 1 from ledger where talk = ? and activity = ?');
  const replies = db.prepare("select number, sender, activity from row where talk = ? and answers = ? and sender = 'desk' order by number");
  const rowsAfter = db.prepare('select number, sender, activity from row where talk = ? and number > ? order by number');
  const putLedger = db.prepare('insert into ledger (talk, activity) values (?, ?)');
  const putRow = db.prepare('insert into row (talk, number, sender, answers, activity) values (?, ?, ?, ?, ?)');
  const putOutbox = db.prepare('insert into outbox (talk, number, address) values (?, ?, ?)');
  const takeOutbox = db.prepare('delete from outbox where talk = ? and number = ?');
  const outbox = db.prepare(
    'select talk, number, address, sender, activity from outbox join row using (talk, number) where ?1 is null or talk = ?1 order by talk, number',
  );
  const putTalk = db.prepare('insert into talk (key, version, rows, record, at) values (?, 1, ?, ?, ?) on conflict do nothing');
  const changeTalk = db.prepare('update talk set version = version + 1, rows = ?, record = ?, at = ? where key = ? and version = ?');
  const caseOwner = db.prepare('select talk, content from desk_case where number = ?');
  const putCase = db.prepare(
    'insert into desk_case (number, talk, closed, content) values (?, ?, 0, ?) on conflict (number) do update set closed = 0, content = excluded.content',
  );

  const writeCase = ({ talk: key, case: opening }: Commit): boolean => {
    if (opening === undefined) return true;
    const there = caseOwner.get(opening.number);
    if (there !== undefined && there.talk !== key) return false;
    const before: Case | undefined = there && JSON.parse(String(there.content));
    putCase.run(opening.number, key, JSON.stringify({ ...opening, openedAt: before?.openedAt ?? opening.openedAt }));
    return true;
  };

  const write = (commit: Commit): 'committed' | 'stale' | 'number taken' => {
    const { talk: key, version, activityId, at, record, rows, address } = commit;
    const last = rows.at(-1)?.number ?? Number(talk.get(key)?.rows ?? 0);
    if (inLedger.get(key, activityId) !== undefined) return 'stale';
    const content = JSON.stringify(record);
    const written = version === 0 ? putTalk.run(key, last, content, at) : changeTalk.run(last, content, at, key, version);
    if (written.changes === 0) return 'stale';
    if (!writeCase(commit)) return 'number taken';
    putLedger.run(key, activityId);
    for (const { number, from, activity } of rows) {
      putRow.run(key, number, from, activityId, JSON.stringify(activity));
      if (from === 'desk' && address !== undefined) putOutbox.run(key, number, JSON.stringify(address));
    }
    return 'committed';
  };

  /** One transaction; what does not end in "committed", or throws, leaves nothing behind. */
  const inTransaction = <T>(work: () => T, keeps: (result: T) => boolean): T => {
    db.exec('begin immediate');
    try {
      const result = work();
      db.exec(keeps(result) ? 'commit' : 'rollback');
      return result;
    } catch (error) {
      db.exec('rollback');
      throw error;
    }
  };

  return {
    load: async (key) => {
      const row = talk.get(key);
      return row === undefined
        ? { version: 0, rows: 0 }
        : { version: Number(row.version), rows: Number(row.rows), record: JSON.parse(String(row.record)) as Record };
    },
    seen: async (key, activityId) => (inLedger.get(key, activityId) === undefined ? undefined : replies.all(key, activityId).map(rowOf)),
    commit: async (commit) =>
      inTransaction(
        () => write(commit),
        (result) => result === 'committed',
      ),
    has: async (key) => begun.get(key) !== undefined,
    rows: async (key, after) => rowsAfter.all(key, after).map(rowOf),
    unsent: async (key) =>
      outbox.all(key ?? null).map((row): Unsent => ({ talk: String(row.talk), row: rowOf(row), address: JSON.parse(String(row.address)) })),
    sent: async (key, number) => void takeOutbox.run(key, number),
    talks: async () =>
      db
        .prepare('select key, at, rows from talk order by at desc')
        .all()
        .map(({ key, at, rows }) => ({ key: String(key), at: String(at), rows: Number(rows) })),
    cases: async () =>
      db
        .prepare('select content from desk_case')
        .all()
        .map((row): Case => JSON.parse(String(row.content)))
        .sort((a, b) => a.openedAt.localeCompare(b.openedAt)),
    closeCase: async (number, at) => {
      const row = caseOwner.get(number);
      if (row === undefined) return false;
      db.prepare('update desk_case set closed = 1, content = ? where number = ?').run(
        JSON.stringify({ ...JSON.parse(String(row.content)), closedAt: at }),
        number,
      );
      return true;
    },
    secret: async (name, make) => {
      db.prepare('insert into secret (name, bytes) values (?, ?) on conflict do nothing').run(name, make());
      const bytes = db.prepare('select bytes from secret where name = ?').get(name)?.bytes;
      if (!(bytes instanceof Uint8Array)) throw new Error(`no secret ${name}`);
      return bytes;
    },
    forgetTalks: async (silentSince) =>
      inTransaction(
        () => {
          const old = 'select key from talk where at < ? and key not in (select talk from desk_case where closed = 0)';
          db.prepare("delete from desk_case where closed = 1 and json_extract(content, '$.closedAt') < ?").run(silentSince);
          db.prepare(`delete from row where talk in (${old})`).run(silentSince);
          db.prepare(`delete from outbox where talk in (${old})`).run(silentSince);
          db.prepare(`delete from ledger where talk in (${old})`).run(silentSince);
          return Number(db.prepare(`delete from talk where key in (${old})`).run(silentSince).changes);
        },
        () => true,
      ),
    check: async () => void db.prepare('select 1').get(),
    close: async () => db.close(),
  };
};
