import type { Sql } from './sql.ts';
import type { Audit, Audited } from './store.ts';

/** Rows are only ever added; they go when their time is over. */
export const putAudited = async (sql: Sql, { id, at, who, what, about, result }: Audited): Promise<void> =>
  void (await sql.run('insert into audit (id, at, who, what, about, result) values ($1, $2, $3, $4, $5, $6)', [
    ...[id, at, who, what],
    about ?? null,
    result,
  ]));

/** After every moment. */
const END = '9999';

export const auditOver = (sql: Sql): Audit => ({
  audit: (row) => putAudited(sql, row),
  audited: async ({ about, before = END, limit }) => {
    const columns = 'select id, at, who, what, about, result from audit where at < $1';
    const rows =
      about === undefined
        ? await sql.all(`${columns} order by at desc limit $2`, [before, limit])
        : await sql.all(`${columns} and about = $2 order by at desc limit $3`, [before, about, limit]);
    return rows.map(({ id, at, who, what, about: named, result }) => ({
      id: String(id),
      at: String(at),
      who: String(who),
      what: String(what),
      ...(named === null ? {} : { about: String(named) }),
      result: result === 'done' || result === 'stale' ? result : 'refused',
    }));
  },
});
