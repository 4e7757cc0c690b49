import type { Database } from './sql.ts';
import type { Retention } from './store.ts';

/** Every table that holds something of a talk, by the column that names it; the talk itself goes last, as it says which are old. */
export const OF_A_TALK = {
  row: 'talk',
  not_understood: 'talk',
  outbox: 'talk',
  ledger: 'talk',
  letter: 'talk',
  case_link: 'talk',
  talk: 'key',
} as const;
/** Every table that holds something of a case, by the column that names it; the case itself goes last. */
export const OF_A_CASE = { case_term: 'number', staff_here: 'number', outgoing: 'number', desk_case: 'number' } as const;

export const retentionOver = (database: Database): Retention => ({
  forgetTalks: (silentSince) =>
    database.transaction({
      work: async (sql) => {
        // A case needs its talk: what was said is kept there alone.
        const ended = 'select number from desk_case where closed_at < $1';
        for (const [table, column] of Object.entries(OF_A_CASE))
          await sql.run(`delete from ${table} where ${column} in (${ended})`, [silentSince]);
        const old = 'select key from talk where at < $1 and not exists (select 1 from desk_case where talk = key)';
        let forgotten = 0;
        for (const [table, key] of Object.entries(OF_A_TALK))
          forgotten = await sql.run(`delete from ${table} where ${key} in (${old})`, [silentSince]);
        return forgotten;
      },
    }),
});
