import { noteDown } from './audit.ts';
import { putCase } from './cases.ts';
import type { Sql } from './sql.ts';
import type { Beside } from './store.ts';
import { putNotUnderstood } from './unheard.ts';

/** Writes what goes beside a turn. "stale" where a case or a link is not as it was seen; then the transaction must not count. */
export const writeBeside = async (sql: Sql, beside: Beside): Promise<'written' | 'stale'> => {
  const { cases = [], letters = [], links = [], spent, delivered, audit = [], outgoing = [], notUnderstood } = beside;
  if (spent !== undefined && (await sql.run('update case_link set used = 1 where hash = $1 and used = 0', [spent])) === 0) return 'stale';
  if (delivered !== undefined && (await sql.run('delete from letter where id = $1', [delivered])) === 0) return 'stale';
  for (const change of cases) if ((await putCase(sql, change)) === 'stale') return 'stale';
  for (const { id, talk, learned, at } of letters)
    await sql.run('insert into letter (id, talk, learned, at) values ($1, $2, $3, $4)', [id, talk, JSON.stringify(learned), at]);
  for (const { hash, talk, number, until } of links)
    await sql.run('insert into case_link (hash, talk, number, until, used) values ($1, $2, $3, $4, 0)', [hash, talk, number, until]);
  if (notUnderstood !== undefined) await putNotUnderstood(sql, notUnderstood);
  for (const row of audit) await noteDown(sql, row);
  for (const { id, target, number, version, body, due, tries } of outgoing)
    await sql.run(
      'insert into outgoing (id, target, number, version, body, due, tries) values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing',
      [id, target, number, version, body, due, tries],
    );
  return 'written';
};
