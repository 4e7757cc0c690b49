import type { Sql } from './sql.ts';
import type { Leases } from './store.ts';

/** What one instance at a time does: claimed by compare-and-swap, and free again when its time is over, whatever became of the claimer. */
export const leasesOver = (sql: Sql): Leases => ({
  claim: async ({ name, holder, now, until }) =>
    (await sql.run(
      `insert into lease (name, holder, until) values ($1, $2, $3)
       on conflict (name) do update set holder = excluded.holder, until = excluded.until where lease.holder = excluded.holder or lease.until <= $4`,
      [name, holder, until, now],
    )) > 0,
  release: async (name, holder) => void (await sql.run('delete from lease where name = $1 and holder = $2', [name, holder])),
});
