import { recordAfterLoss } from '../conversation/record.ts';
import { noteDown } from './audit.ts';
import { writeBeside } from './beside.ts';
import { loadCase } from './cases.ts';
import { clearTalk, forgetTalk, keptOf } from './forgetting.ts';
import { type Damaged, languageIn, recordIn } from './record-in.ts';
import { rowIn } from './row.ts';
import type { Cell, Database, Sql } from './sql.ts';
import type { Commit, Loaded, StoredTurn, Talks } from './store.ts';

const FREE = 'not exists (select 1 from ledger where talk = $1 and activity = $6)';
const BEGIN = `insert into talk (key, version, rows, record, at, channel, unsolved)
  select $1, $5 + 1, $2, $3, $4, $7, $8 where ${FREE} on conflict do nothing`;
const GO_ON = `update talk set version = version + 1, rows = $2, record = $3, at = $4, channel = $7, unsolved = $8
  where key = $1 and version = $5 and ${FREE}`;

/** One statement for any number of rows: each is a round trip where the database is a server. */
const insert = (sql: Sql, into: string, rows: readonly (readonly Cell[])[]): Promise<number> => {
  const width = rows[0]?.length ?? 0;
  const places = rows.map((row, at) => `(${row.map((_, column) => `$${at * width + column + 1}`).join(', ')})`);
  return sql.run(`insert into ${into} values ${places.join(', ')}`, rows.flat());
};

/** What goes before a turn is written: everything, or what was left for a while of somebody who was forgotten. */
const clear = async (sql: Sql, talk: string, { forget, clears, at, rows }: Commit): Promise<void> => {
  if (forget !== undefined) {
    await forgetTalk(sql, talk, { ...forget, leavesTalk: rows.length > 0 });
    await noteDown(sql, { at, who: 'person', what: 'forgotten', which: talk.slice(0, 12) });
  }
  if (clears) await clearTalk(sql, talk);
};

const write = async (sql: Sql, talk: string, commit: Commit): Promise<'committed' | 'stale'> => {
  const { version, activityId, at, record, rows, address, channel, isUnsolved, beside = {} } = commit;
  const replies = address === undefined ? [] : rows.filter(({ from }) => from === 'desk');
  const count = rows.at(-1)?.number ?? Number((await sql.all('select rows from talk where key = $1', [talk]))[0]?.rows ?? 0);
  const talks: readonly Cell[] = [talk, count, JSON.stringify(record ?? null), at, version, activityId, channel, Number(isUnsolved)];
  const written = await sql.run(version === 0 ? BEGIN : GO_ON, talks);
  if (written === 0) return 'stale';
  await clear(sql, talk, commit);
  if ((await writeBeside(sql, beside)) === 'stale') return 'stale';
  // Who was forgotten without a word leaves no mark.
  if (commit.forget === undefined || rows.length > 0)
    await sql.run('insert into ledger (talk, activity, at) values ($1, $2, $3)', [talk, activityId, at]);
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

// A case may be open of somebody who was forgotten: then there is no talk beside it.
const LOAD = `select version, rows, record, channel,
    (select number from desk_case where talk = $1 and closed_at is null order by number limit 1) as open_case
  from (select 1) as always left join talk on key = $1`;

const loadTalk = async (sql: Sql, talk: string, damaged: Damaged): Promise<Loaded> => {
  const [row] = await sql.all(LOAD, [talk]);
  const openCase = typeof row?.open_case === 'string' ? row.open_case : undefined;
  const read = recordIn(row?.record ?? 'null');
  if (read === undefined) damaged();
  const record = read === undefined ? recordAfterLoss(languageIn(row?.record), openCase) : read;
  return {
    version: Number(row?.version ?? 0),
    rows: Number(row?.rows ?? 0),
    ...(record === null ? {} : { record }),
    ...(typeof row?.channel === 'string' ? { channel: row.channel } : {}),
    ...(openCase === undefined ? {} : { openCase }),
  };
};

const turnOver = (sql: Sql, talk: string): Omit<StoredTurn, 'commit' | 'put' | 'load'> => ({
  case: (number) => loadCase(sql, number),
  link: async (hash, now) => {
    const [row] = await sql.all('select talk, number, until from case_link where hash = $1 and used = 0 and until > $2', [hash, now]);
    return row && { hash, talk: String(row.talk), number: String(row.number), until: String(row.until) };
  },
  learnedIn: async (other) => {
    const [row] = await sql.all('select record from talk where key = $1', [other]);
    return recordIn(row?.record ?? 'null')?.learned ?? [];
  },
  seen: async (activityId) => {
    const [entry] = await sql.all('select 1 from ledger where talk = $1 and activity = $2', [talk, activityId]);
    if (entry === undefined) return undefined;
    const answers = "select number, sender, activity from row where talk = $1 and answers = $2 and sender = 'desk' order by number";
    return (await sql.all(answers, [talk, activityId])).map(rowIn);
  },
  kept: () => keptOf(sql, talk),
  rows: async () => (await sql.all('select number, sender, activity from row where talk = $1 order by number', [talk])).map(rowIn),
});

export const talksOver = (database: Database, damaged: Damaged): Talks => ({
  turn: (talk, work) => {
    let committed = false;
    return database.transaction({
      alone: talk,
      keeps: () => committed,
      work: (sql) => {
        committed = false;
        let loaded: Promise<Loaded> | undefined;
        return work({
          ...turnOver(sql, talk),
          load: () => {
            loaded ??= loadTalk(sql, talk, damaged);
            return loaded;
          },
          commit: async (changes) => {
            const result = await write(sql, talk, changes);
            committed = result === 'committed';
            return result;
          },
          put: async (beside) => {
            committed = (await writeBeside(sql, beside)) === 'written';
            return committed ? 'committed' : 'stale';
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
