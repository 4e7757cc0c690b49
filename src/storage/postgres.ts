import { createHash } from 'node:crypto';
import { type ClientBase, Pool } from 'pg';
import { postgresNews } from './postgres-news.ts';
import type { Cell, Database, Sql, Work } from './sql.ts';

/** In milliseconds. A paused instance must not hold a talk for longer than a channel waits for its answer. */
const LIMITS = {
  connectionTimeoutMillis: 2_000,
  lock_timeout: 5_000,
  idle_in_transaction_session_timeout: 5_000,
  query_timeout: 30_000,
} as const;

export const isPostgres = (where: string): boolean => /^postgres(?:ql)?:\/\//.test(where);

/** PostgreSQL's text knows no NUL. */
const kept = (cell: Cell): Cell => (typeof cell === 'string' ? cell.replaceAll('\0', '\ufffd') : cell);

/** What names a lock there: the first 64 bits of a hash. */
const lockOf = (alone: string): string => createHash('sha256').update(alone).digest().readBigInt64BE().toString();

/** A database server, for any number of instances. Connects when it is first asked, and again whenever it must. */
export const openPostgres = (address: string): Database => {
  const pool = new Pool({ connectionString: address, application_name: 'activation-desk', max: 10, keepAlive: true, ...LIMITS });
  // A connection that breaks is replaced, and whoever is at it is told by his own statement. Without a listener, also for those that are
  // in use and wait for the next statement, it would end this process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  const names = new Map<string, string>();

  const sqlOver = (client: Pick<ClientBase, 'query'>): Sql => {
    const ask = (text: string, values: readonly Cell[] = []) => {
      if (values.length === 0) return client.query(text);
      const name = names.get(text) ?? `statement ${names.size}`;
      names.set(text, name);
      return client.query({ name, text, values: values.map(kept) });
    };
    return {
      all: async (text, values) => (await ask(text, values)).rows,
      run: async (text, values) => (await ask(text, values)).rowCount ?? 0,
    };
  };

  const transaction = async <T>({ work, keeps = () => true, alone }: Work<T>): Promise<T> => {
    const client = await pool.connect();
    try {
      await client.query(alone === undefined ? 'begin' : `begin; select pg_advisory_xact_lock(${lockOf(alone)})`);
      const result = await work(sqlOver(client));
      await client.query(keeps(result) ? 'commit' : 'rollback');
      client.release();
      return result;
    } catch (error) {
      // With its connection goes whatever it had begun.
      client.release(true);
      throw error;
    }
  };

  const news = postgresNews(address, pool);
  return {
    ...sqlOver(pool),
    transaction,
    version: {
      read: async (sql) => {
        await sql.run('create table if not exists migrated (version integer not null)');
        return Number((await sql.all('select version from migrated'))[0]?.version ?? 0);
      },
      write: async (sql, version) => {
        await sql.run('delete from migrated');
        await sql.run('insert into migrated (version) values ($1)', [version]);
      },
    },
    dialect: { name: 'postgres', of: (statement) => statement.replace(/\bblob\b/g, 'bytea') },
    news,
    // Makes room of dead rows; when it is written over is the server's business.
    scrub: async () => void (await pool.query('vacuum talk, row, outbox, ledger, desk_case')),
    close: async () => {
      await news.close();
      await pool.end();
    },
  };
};
