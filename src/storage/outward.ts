import type { Sql } from './sql.ts';
import type { Outward } from './store.ts';

export const outwardOver = (sql: Sql): Outward => ({
  due: async (now) =>
    (await sql.all('select id, target, number, body, due, tries from outgoing where due <= $1 order by due, id limit 50', [now])).map(
      ({ id, target, number, body, due, tries }) => ({
        id: String(id),
        target: String(target),
        number: String(number),
        body: String(body),
        due: String(due),
        tries: Number(tries),
      }),
    ),
  told: async (id) => void (await sql.run('delete from outgoing where id = $1', [id])),
  later: async (id, due) => void (await sql.run('update outgoing set due = $2, tries = tries + 1 where id = $1', [id, due])),
});
