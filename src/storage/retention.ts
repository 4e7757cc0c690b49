import type { Database } from './sql.ts';
import type { Retention } from './store.ts';

/** Every table that holds something of a talk, by the column that names it; the talk itself goes last, as it says which are old. */
const OF_A_TALK = { row: 'talk', outbox: 'talk', ledger: 'talk', talk: 'key' } as const;

export const retentionOver = (database: Database): Retention => ({
  forgetTalks: (silentSince) =>
    database.transaction({
      work: async (sql) => {
        await sql.run('delete from desk_case where closed_at < $1', [silentSince]);
        const old = 'select key from talk where at < $1 and not exists (select 1 from desk_case where talk = key and closed_at is null)';
        let forgotten = 0;
        for (const [table, key] of Object.entries(OF_A_TALK))
          forgotten = await sql.run(`delete from ${table} where ${key} in (${old})`, [silentSince]);
        return forgotten;
      },
    }),
});
