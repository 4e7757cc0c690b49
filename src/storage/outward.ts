import type { Sql } from './sql.ts';
import type { Outward } from './store.ts';

/** Of one case one after another: what came later waits until what came before was told. */
const DUE = `select id, target, number, version, body, due, tries from outgoing o where due <= $1 and not exists
  (select 1 from outgoing e where e.target = o.target and e.number = o.number and e.version < o.version) order by due, id limit 50`;

export const outwardOver = (sql: Sql): Outward => ({
  due: async (now) =>
    (await sql.all(DUE, [now])).map(({ id, target, number, version, body, due, tries }) => ({
      id: String(id),
      target: String(target),
      number: String(number),
      version: Number(version),
      body: String(body),
      due: String(due),
      tries: Number(tries),
    })),
  told: async (id) => void (await sql.run('delete from outgoing where id = $1', [id])),
  later: async (id, due) => void (await sql.run('update outgoing set due = $2, tries = tries + 1 where id = $1', [id, due])),
});
