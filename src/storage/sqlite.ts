import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import type { Cell, Database, Sql, Work } from './sql.ts';

const NO_NEWS = { tell: () => {}, hear: () => {} };

/** How long one waits for another process at the same file, and between two tries, in milliseconds. */
const PATIENCE = 5_000;
const PAUSE = 2;

/** Up to so many bytes a file is written anew in less than a second, and with it what deleted rows left behind goes. */
const SMALL = 64 * 1_048_576;

/** Every commit is on the disk before anybody hears of it; the log beside the file grows to 32 MB before its pages go to their places. */
const SETTINGS = `
  pragma busy_timeout = 5000;
  pragma journal_mode = wal;
  pragma synchronous = full;
  pragma secure_delete = on;
  pragma cache_size = -16384;
  pragma wal_autocheckpoint = 8000;
  pragma busy_timeout = 0;
`;

const isBusy = (error: unknown): boolean => typeof error === 'object' && error !== null && 'errcode' in error && error.errcode === 5;

/** SQLite's own way to wait would stop this whole process, also the transaction in it that is waited for. */
const patiently = async <T>(work: () => T): Promise<T> => {
  for (let waited = 0; ; waited += PAUSE) {
    try {
      return work();
    } catch (error) {
      if (!isBusy(error) || waited >= PATIENCE) throw error;
    }
    await setTimeout(PAUSE);
  }
};

/** A transaction that waits for its moment, and who is to be told. */
interface Waiting extends Work<unknown> {
  readonly kept: (result: unknown) => void;
  readonly failed: (error: unknown) => void;
}

/** Prepares every statement once, and counts the rows that were changed. */
const sqlOver = (db: DatabaseSync) => {
  const prepared = new Map<string, StatementSync>();
  const statementOf = (text: string): StatementSync => {
    const statement = prepared.get(text) ?? db.prepare(text.replaceAll(/\$(\d+)/g, '?$1'));
    prepared.set(text, statement);
    return statement;
  };
  let changed = 0;
  const sql: Sql = {
    // The columns are text, integer and blob, and integers small.
    all: (text, values = []) => patiently(() => statementOf(text).all(...values) as Record<string, Cell>[]),
    run: (text, values = []) =>
      patiently(() => {
        const changes = Number(statementOf(text).run(...values).changes);
        changed += changes;
        return changes;
      }),
  };
  return { sql, changed: () => changed };
};

/**
 * The embedded database: one SQLite file, and what was committed is on the disk. Its one connection does what came in one moment in one
 * transaction, so work may be run again: when such a transaction fails as a whole. Throws where the file cannot be opened.
 */
export const openSqlite = (path: string): Database => {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
  const db = new DatabaseSync(path);
  db.exec(SETTINGS);
  const { sql, changed } = sqlOver(db);
  const [begin, commit] = [db.prepare('begin immediate'), db.prepare('commit')];
  let last: Promise<unknown> = Promise.resolve();

  /** The connection belongs to one piece of work: another would read what is not committed yet. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work, work);
    last = mine.catch(() => {});
    return mine;
  };

  const whole = async <T>({ work, keeps = () => true }: Work<T>): Promise<T> => {
    try {
      await patiently(() => begin.run());
      const result = await work(sql);
      if (keeps(result)) commit.run();
      else db.exec('rollback');
      return result;
    } catch (error) {
      // Where the disk is full SQLite has rolled back by itself.
      if (db.isTransaction) db.exec('rollback');
      throw error;
    }
  };

  /** Several in one transaction. What one of them would have to take back would take the others with it: then the whole fails. */
  const together = async (group: readonly Waiting[]): Promise<void> => {
    const results: unknown[] = [];
    await patiently(() => begin.run());
    for (const { work, keeps = () => true } of group) {
      const before = changed();
      const result = await work(sql);
      if (!keeps(result) && changed() > before) throw new Error('one of several is taken back');
      results.push(result);
    }
    commit.run();
    group.forEach(({ kept }, at) => {
      kept(results[at]);
    });
  };

  const waiting: Waiting[] = [];
  /** One commit, and so one wait for the disk, for all who came in the same moment. Where it fails as a whole each is tried alone. */
  const commitWaiting = async (): Promise<void> => {
    const group = waiting.splice(0);
    if (group.length > 1)
      try {
        return await together(group);
      } catch {
        if (db.isTransaction) db.exec('rollback');
      }
    for (const one of group) await whole(one).then(one.kept, one.failed);
  };

  return {
    all: (text, values) => inTurn(() => sql.all(text, values)),
    run: (text, values) => inTurn(() => sql.run(text, values)),
    transaction: (work) =>
      new Promise((kept, failed) => {
        // Who waits is told what their own work gave.
        if (waiting.push({ ...work, kept, failed } as Waiting) === 1) setImmediate(() => void inTurn(commitWaiting));
      }),
    version: {
      read: async () => Number(db.prepare('pragma user_version').get()?.user_version),
      write: async (_, version) => db.exec(`pragma user_version = ${version}`),
    },
    dialect: {
      name: 'sqlite',
      of: (statement) => (statement.startsWith('create table') ? `${statement} strict, without rowid` : statement),
    },
    news: NO_NEWS,
    // Deleted cells are overwritten in the database's file, but not where its pages were put together anew: writing it anew leaves none.
    // The log beside it still has them until it is emptied. A reader in another process may hold either back, and the next time comes.
    scrub: () =>
      inTurn(async () => {
        const bytes = Number(db.prepare('select page_count * page_size as bytes from pragma_page_count, pragma_page_size').get()?.bytes);
        if (bytes <= SMALL) await sql.all('vacuum').catch((error: unknown) => (isBusy(error) ? [] : Promise.reject(error)));
        await sql.all('pragma wal_checkpoint(truncate)');
      }),
    close: async () => {
      // Who waits for their moment is served before.
      await new Promise(setImmediate);
      await inTurn(async () => db.close());
    },
  };
};
