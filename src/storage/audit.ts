import { randomUUID } from 'node:crypto';
import type { Sql } from './sql.ts';
import type { Audit, Noted } from './store.ts';

export const noteDown = async (sql: Sql, { at, who, what, which }: Noted): Promise<void> =>
  void (await sql.run('insert into audit (id, at, who, what, which) values ($1, $2, $3, $4, $5)', [randomUUID(), at, who, what, which]));

export const auditOver = (sql: Sql): Audit => ({
  note: (noted) => noteDown(sql, noted),
  noted: async (most) =>
    (await sql.all('select at, who, what, which from audit order by at desc limit $1', [most])).map(({ at, who, what, which }) => ({
      at: String(at),
      who: String(who),
      what: String(what),
      which: String(which),
    })),
});
