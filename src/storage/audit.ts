import { randomUUID } from 'node:crypto';
import type { Sql } from './sql.ts';
import type { Audit, Noted } from './store.ts';

export const noteDown = async (sql: Sql, { at, who, what, which, result = 'done' }: Noted): Promise<void> =>
  void (await sql.run('insert into audit (id, at, who, what, which, result) values ($1, $2, $3, $4, $5, $6)', [
    randomUUID(),
    at,
    who,
    what,
    which,
    result,
  ]));

export const auditOver = (sql: Sql): Audit => ({
  note: (noted) => noteDown(sql, noted),
  noted: async (most) =>
    (await sql.all('select at, who, what, which, result from audit order by at desc, id desc limit $1', [most])).map(
      ({ at, who, what, which, result }) => ({
        at: String(at),
        who: String(who),
        what: String(what),
        which: String(which),
        result: String(result),
      }),
    ),
});
