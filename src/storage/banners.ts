import type { Sql } from './sql.ts';
import type { Banners } from './store.ts';

export const bannersOver = (sql: Sql): Banners => ({
  banners: async () => (await sql.all('select about from banner order by since, about')).map(({ about }) => String(about)),
  setBanner: async (about, on, at) => {
    if (on) await sql.run('insert into banner (about, since) values ($1, $2) on conflict do nothing', [about, at]);
    else await sql.run('delete from banner where about = $1', [about]);
  },
});
