import type { Kept, Tallied } from '../staff/kept.ts';
import type { Count, Told } from '../staff/told.ts';
import { loadCase } from './cases.ts';
import { readBack } from './read-back.ts';
import { recordIn } from './record-in.ts';
import type { Cell, Database, Sql } from './sql.ts';

/** So many talks are counted in one transaction: others wait no longer than some milliseconds. */
const AT_ONCE = 100;
/** Turns of one moment are committed in any order: those that were late are looked for again, in milliseconds. */
const LATE = 60_000;

type Row = Readonly<Record<string, Cell>>;

const START: Tallied = { at: '', talk: '' };

/** Where counting goes on: a little before the latest talk that was counted. */
const startIn = async (sql: Sql): Promise<Tallied> => {
  const [row] = await sql.all('select max(at) as at from told');
  return typeof row?.at === 'string' ? { at: new Date(Date.parse(row.at) - LATE).toISOString(), talk: '' } : START;
};

const NEXT = `select key, at, record, (select number from desk_case where desk_case.talk = key order by opened_at desc limit 1) as number
  from talk where (at, key) > ($1, $2) order by at, key limit ${AT_ONCE}`;
const FORGOTTEN = `delete from told where at >= $1 and not exists (select 1 from talk where key = told.talk and record <> 'null')`;
const WRITE = `insert into told (talk, at, counts, code, host, waited) values ($1, $2, $3, $4, $5, $6)
  on conflict (talk) do update set at = excluded.at, counts = excluded.counts, code = excluded.code, host = excluded.host, waited = excluded.waited`;
const ADD = `insert into told_count (day, what, many) values ($1, $2, $3)
  on conflict (day, what) do update set many = told_count.many + excluded.many`;

// What cannot be read counts nothing.
const countsIn = (counts: Cell | undefined): readonly Count[] => {
  const value = readBack(counts);
  return Array.isArray(value) ? value : [];
};
const dayOf = (at: Cell | undefined): string => String(at).slice(0, 10);

/** Counts a talk that has changed, and no longer what it told before. */
const count = async (
  sql: Sql,
  { key = null, at = null, record, number }: Row,
  tell: Parameters<Kept['tally']>[0],
  added: Map<string, number>,
) => {
  const [before] = await sql.all('select at, counts from told where talk = $1', [key]);
  const read = recordIn(record);
  // Of somebody who was forgotten nothing is left to be told.
  if (before?.at === at || read === null || read === undefined) return;
  const told: Told = tell({ record: read, case: typeof number === 'string' ? (await loadCase(sql, number))?.case : undefined });
  const add = (day: string, what: string, by: number) => added.set(`${day} ${what}`, (added.get(`${day} ${what}`) ?? 0) + by);
  if (before !== undefined) for (const what of countsIn(before.counts)) add(dayOf(before.at), what, -1);
  for (const what of told.counts) add(dayOf(at), what, 1);
  await sql.run(WRITE, [key, at, JSON.stringify(told.counts), told.code ?? null, told.host ?? null, told.waited ?? null]);
};

/** What talks tell is counted by day as they change, so that a look at a hundred thousand of them reads some hundred rows. */
export const talliesOver = (
  database: Pick<Database, 'all' | 'transaction'>,
): Pick<Kept, 'tally' | 'counts' | 'lately' | 'waits' | 'namings'> => ({
  tally: (tell, after) =>
    database.transaction({
      alone: 'told',
      work: async (sql) => {
        const from = after ?? (await startIn(sql));
        // Somebody may have been forgotten just while they were counted.
        if (after === undefined) await sql.run(FORGOTTEN, [from.at]);
        const talks = await sql.all(NEXT, [from.at, from.talk]);
        const added = new Map<string, number>();
        for (const talk of talks) await count(sql, talk, tell, added);
        for (const [name, by] of added) if (by !== 0) await sql.run(ADD, [name.slice(0, 10), name.slice(11), by]);
        const last = talks.at(-1);
        return talks.length < AT_ONCE || last === undefined ? undefined : { at: String(last.at), talk: String(last.key) };
      },
    }),
  counts: async (since) =>
    new Map(
      (await database.all('select what, sum(many) as many from told_count where day >= $1 group by what', [dayOf(since)])).map(
        ({ what, many }) => [String(what), Number(many)],
      ),
    ),
  lately: async (since) => {
    const counts = new Map<string, number>();
    for (const row of await database.all('select counts from told where at >= $1', [since]))
      for (const what of countsIn(row.counts)) counts.set(what, (counts.get(what) ?? 0) + 1);
    return counts;
  },
  waits: async (since) => {
    const those = 'from told where waited is not null and at >= $1';
    const [all] = await database.all(`select count(*) as cases, max(waited) as slowest ${those}`, [since]);
    const cases = Number(all?.cases);
    const [middle] = await database.all(`select waited ${those} order by waited limit 1 offset $2`, [since, cases >> 1]);
    return middle === undefined ? undefined : { median: Number(middle.waited), slowest: Number(all?.slowest), cases };
  },
  namings: async (since, limit) =>
    (
      await database.all(
        `select told.talk, told.at, code, host, (select number from desk_case where desk_case.talk = told.talk limit 1) as number
         from told where told.at >= $1 and (code is not null or host is not null) order by told.at desc limit $2`,
        [since, limit],
      )
    ).flatMap(({ talk, at, code, host, number }) =>
      [code, host].flatMap((about) =>
        typeof about === 'string' ? [{ about, who: String(talk), at: String(at), id: String(number ?? talk) }] : [],
      ),
    ),
});
