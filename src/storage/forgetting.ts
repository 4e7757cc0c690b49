import { readBack } from './read-back.ts';
import type { Cell, Database, Sql } from './sql.ts';
import type { Forgetting, Forgotten, KeptOfTalk } from './store.ts';

type Table = keyof KeptOfTalk;

/** Every table that holds something of a talk: the column that names it, and those that hold JSON. What is shown and what is forgotten go by this one list. */
const OF_A_TALK = {
  row: { key: 'talk', json: ['activity'] },
  not_understood: { key: 'talk', json: [] },
  outbox: { key: 'talk', json: ['address'] },
  ledger: { key: 'talk', json: [] },
  letter: { key: 'talk', json: ['learned'] },
  case_link: { key: 'talk', json: [] },
  desk_case: { key: 'talk', json: ['content'] },
  told: { key: 'talk', json: ['counts'] },
  talk: { key: 'key', json: ['record'] },
} as const satisfies Readonly<{ [table in Table]: { readonly key: string; readonly json: readonly string[] } }>;

// Object.keys forgets what it lists.
const TABLES = Object.keys(OF_A_TALK) as readonly Table[];
/** What goes with a talk whose cases are a matter of their own. */
export const WITH_A_TALK = TABLES.filter((table) => table !== 'desk_case').map((table) => ({ table, key: OF_A_TALK[table].key }));

const opened = (row: Readonly<Record<string, Cell>>, json: readonly string[]) =>
  Object.fromEntries(Object.entries(row).map(([column, cell]) => [column, json.includes(column) ? (readBack(cell) ?? cell) : cell]));

export const keptOf = async (sql: Sql, talk: string): Promise<KeptOfTalk> => {
  const kept: { [table in Table]: KeptOfTalk[Table] } = {
    talk: [],
    row: [],
    not_understood: [],
    outbox: [],
    ledger: [],
    letter: [],
    case_link: [],
    desk_case: [],
    told: [],
  };
  for (const table of TABLES) {
    const { key, json } = OF_A_TALK[table];
    kept[table] = (await sql.all(`select * from ${table} where ${key} = $1`, [talk])).map((row) => opened(row, json));
  }
  return { ...kept, row: kept.row.toSorted((a, b) => Number(a.number) - Number(b.number)) };
};

/** Deletes cases, with all by which they are found and what waits to be told of them. */
export const forgetCasesOf = async (sql: Sql, numbers: readonly string[]): Promise<number> => {
  for (const number of numbers)
    for (const table of ['case_term', 'staff_here', 'outgoing', 'desk_case'] as const)
      await sql.run(`delete from ${table} where number = $1`, [number]);
  return numbers.length;
};

/** Deletes what was said in a talk, what waits to be sent and which activities were handled. */
export const clearTalk = async (sql: Sql, talk: string): Promise<number> => {
  let gone = 0;
  for (const table of ['row', 'told', 'not_understood', 'outbox', 'ledger', 'letter', 'case_link'] as const)
    gone += await sql.run(`delete from ${table} where talk = $1`, [talk]);
  return gone;
};

interface How {
  readonly keepsOpenCase: boolean;
  /** The talk's own row stays, for what is said once more. */
  readonly leavesTalk: boolean;
}

/** Deletes everything of a talk. */
export const forgetTalk = async (sql: Sql, talk: string, { keepsOpenCase, leavesTalk }: How): Promise<number> => {
  const which = `select number from desk_case where talk = $1${keepsOpenCase ? ' and closed_at is not null' : ''}`;
  const cases = await forgetCasesOf(
    sql,
    (await sql.all(which, [talk])).map(({ number }) => String(number)),
  );
  const own = leavesTalk ? 0 : await sql.run('delete from talk where key = $1', [talk]);
  return cases + own + (await clearTalk(sql, talk));
};

/** Deletes the cases that were there when somebody was forgotten; one that stayed open then has been closed since, if at all. */
const forgetCases = async (sql: Sql, { talk, at, keepsOpenCase }: Forgotten): Promise<number> => {
  const cases = await sql.all('select number, closed_at, opened_at from desk_case where talk = $1', [talk]);
  const gone = cases.filter(({ closed_at: closed, opened_at: opened }) =>
    keepsOpenCase ? typeof closed === 'string' && closed <= at : String(opened) <= at,
  );
  return forgetCasesOf(
    sql,
    gone.map(({ number }) => String(number)),
  );
};

export const forgettingOver = (database: Database): Forgetting => ({
  kept: (talk) => keptOf(database, talk),
  forget: (forgotten) =>
    database.transaction({
      alone: forgotten.talk,
      work: async (sql) => {
        const { talk, at } = forgotten;
        const cases = await forgetCases(sql, forgotten);
        const [wentOn] = await sql.all('select 1 from talk where key = $1 and at > $2', [talk, at]);
        if (wentOn !== undefined) return cases;
        return cases + (await sql.run('delete from talk where key = $1', [talk])) + (await clearTalk(sql, talk));
      },
    }),
});
