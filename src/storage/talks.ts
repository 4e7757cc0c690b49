import type { Record } from '../conversation/record.ts';
import { putCase } from './cases.ts';
import { rowIn } from './row.ts';
import type { Cell, Database, Sql } from './sql.ts';
import type { Commit, StoredTurn, Talks } from './store.ts';

const FREE = 'not exists (select 1 from ledger where talk = $1 and activity = $6)';
const BEGIN = `insert into talk (key, version, rows, record, at) select $1, $5 + 1, $2, $3, $4 where ${FREE} on conflict do nothing`;
const GO_ON = `update talk set version = version + 1, rows = $2, record = $3, at = $4 where key = $1 and version = $5 and ${FREE}`;

/** One statement for any number of rows: each is a round trip where the database is a server. */
const insert = (sql: Sql, into: string, rows: readonly (readonly Cell[])[]): Promise<number> => {
  const width = rows[0]?.length ?? 0;
  const places = rows.map((row, at) => `(${row.map((_, column) => `$${at * width + column + 1}`).join(', ')})`);
  return sql.run(`insert into ${into} values ${places.join(', ')}`, rows.flat());
};

const write = async (sql: Sql, talk: string, { version, activityId, at, record, rows, address, case: opening }: Commit) => {
  const replies = address === undefined ? [] : rows.filter(({ from }) => from === 'desk');
  const count = rows.at(-1)?.number ?? Number((await sql.all('select rows from talk where key = $1', [talk]))[0]?.rows ?? 0);
  const written = await sql.run(version === 0 ? BEGIN : GO_ON, [talk, count, JSON.stringify(record), at, version, activityId]);
  if (written === 0) return 'stale';
  if (opening !== undefined && !(await putCase(sql, talk, opening))) return 'number taken';
  await sql.run('insert into ledger (talk, activity) values ($1, $2)', [talk, activityId]);
  if (rows.length > 0)
    await insert(
      sql,
      'row (talk, number, sender, answers, activity)',
      rows.map(({ number, from, activity }) => [talk, number, from, activityId, JSON.stringify(activity)]),
    );
  if (replies.length > 0)
    await insert(
      sql,
      'outbox (talk, number, address, at)',
      replies.map(({ number }) => [talk, number, JSON.stringify(address), at]),
    );
  return 'committed';
};

const turnOver = (sql: Sql, talk: string): Omit<StoredTurn, 'commit'> => ({
  load: async () => {
    const [row] = await sql.all('select version, rows, record from talk where key = $1', [talk]);
    return row === undefined
      ? { version: 0, rows: 0 }
      : { version: Number(row.version), rows: Number(row.rows), record: JSON.parse(String(row.record)) as Record };
  },
  seen: async (activityId) => {
    const [entry] = await sql.all('select 1 from ledger where talk = $1 and activity = $2', [talk, activityId]);
    if (entry === undefined) return undefined;
    const answers = "select number, sender, activity from row where talk = $1 and answers = $2 and sender = 'desk' order by number";
    return (await sql.all(answers, [talk, activityId])).map(rowIn);
  },
  rows: async () => (await sql.all('select number, sender, activity from row where talk = $1 order by number', [talk])).map(rowIn),
});

export const talksOver = (database: Database): Talks => ({
  turn: (talk, work) => {
    let committed = false;
    return database.transaction({
      alone: talk,
      keeps: () => committed,
      work: (sql) => {
        committed = false;
        return work({
          ...turnOver(sql, talk),
          commit: async (changes) => {
            const result = await write(sql, talk, changes);
            committed = result === 'committed';
            return result;
          },
        });
      },
    });
  },
  // A turn may leave a record and no row, such as a language chosen before anybody was welcomed.
  has: async (talk) => (await database.all('select 1 from talk where key = $1 and rows > 0', [talk])).length > 0,
  rows: async (talk, after) =>
    (await database.all('select number, sender, activity from row where talk = $1 and number > $2 order by number', [talk, after])).map(
      rowIn,
    ),
  talks: async () =>
    (await database.all('select key, at, rows from talk order by at desc')).map(({ key, at, rows }) => ({
      key: String(key),
      at: String(at),
      rows: Number(rows),
    })),
});
