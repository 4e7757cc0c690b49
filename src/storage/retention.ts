import { forgetCasesOf, WITH_A_TALK } from './forgetting.ts';
import type { Database, Sql } from './sql.ts';
import type { Limits, Retention } from './store.ts';

const SILENT = `select key from talk where (at < $1 or (at < $2 and record = 'null'))
  and not exists (select 1 from desk_case where desk_case.talk = key and closed_at is null) limit $3`;

const sweepTalks = async (sql: Sql, { talks, forgotten }: Limits, most: number): Promise<number> => {
  const keys = (await sql.all(SILENT, [talks, forgotten, most])).map(({ key = null }) => key);
  if (keys.length === 0) return 0;
  const places = keys.map((_, at) => `$${at + 1}`).join(', ');
  for (const { table, key } of WITH_A_TALK) await sql.run(`delete from ${table} where ${key} in (${places})`, keys);
  return keys.length;
};

/** The other classes: what names a row, and which rows are old. */
const OLD = {
  ledger: { table: 'ledger', key: 'talk, activity', old: 'at < $1' },
  // From before its time was kept: it is tried again at every start, and goes when it is sent.
  unsent: { table: 'outbox', key: 'talk, number', old: "at < $1 and at <> ''" },
  audit: { table: 'audit', key: 'id', old: 'at < $1' },
} as const;

export const retentionOver = (database: Database): Retention => ({
  sweep: (limits, most) =>
    database.transaction({
      work: async (sql) => {
        let gone = await sweepTalks(sql, limits, most);
        const ended = await sql.all('select number from desk_case where closed_at < $1 limit $2', [limits.cases, most]);
        gone += await forgetCasesOf(
          sql,
          ended.map(({ number }) => String(number)),
        );
        // The names of OLD are names of limits.
        for (const [name, { table, key, old }] of Object.entries(OLD))
          gone += await sql.run(`delete from ${table} where (${key}) in (select ${key} from ${table} where ${old} limit $2)`, [
            limits[name as keyof typeof OLD],
            most,
          ]);
        return gone;
      },
    }),
  scrub: () => database.scrub(),
});
