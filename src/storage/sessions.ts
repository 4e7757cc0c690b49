import { ROLES } from '../desk/staff.ts';
import type { Session, Sessions } from '../staff/sign-in/session.ts';
import type { Cell, Sql } from './sql.ts';

const sessionIn = (row: Readonly<Record<string, Cell>>): Session => ({
  hash: String(row.hash),
  id: String(row.member),
  name: String(row.name),
  // What is no role any more may only read.
  role: ROLES.find((role) => role === row.role) ?? 'reader',
  begunAt: String(row.begun_at),
  seenAt: String(row.seen_at),
});

export const sessionsOver = (sql: Sql): Sessions => ({
  put: async ({ hash, id, name, role, begunAt, seenAt }) =>
    void (await sql.run('insert into staff_session (hash, member, name, role, begun_at, seen_at) values ($1, $2, $3, $4, $5, $6)', [
      hash,
      id,
      name,
      role,
      begunAt,
      seenAt,
    ])),
  find: async (hash) => (await sql.all('select * from staff_session where hash = $1', [hash])).map(sessionIn)[0],
  seen: async (hash, at) => void (await sql.run('update staff_session set seen_at = $2 where hash = $1', [hash, at])),
  drop: async (hash) => void (await sql.run('delete from staff_session where hash = $1', [hash])),
  forget: async (notSeenSince, begunBefore) =>
    void (await sql.run('delete from staff_session where seen_at < $1 or begun_at < $2', [notSeenSince, begunBefore])),
});
