import type { Sql } from './sql.ts';
import type { Secrets } from './store.ts';

export const secretsOver = (sql: Sql): Secrets => ({
  secret: async (name, make) => {
    await sql.run('insert into secret (name, bytes) values ($1, $2) on conflict do nothing', [name, make()]);
    const [row] = await sql.all('select bytes from secret where name = $1', [name]);
    if (!(row?.bytes instanceof Uint8Array)) throw new Error(`no secret ${name}`);
    return row.bytes;
  },
});
