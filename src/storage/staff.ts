import { ROLES, type Staff } from '../desk/staff.ts';
import type { Kept } from '../staff/kept.ts';
import type { Cell } from './sql.ts';
import type { Store } from './store.ts';
import { talliesOver } from './tallies.ts';
import { unheardOver } from './unheard.ts';

type Row = Readonly<{ readonly [column: string]: Cell }>;

const staffIn = ({ id, name, role }: Row): Staff => ({
  id: String(id),
  name: String(name),
  role: ROLES.find((each) => each === role) ?? 'reader',
});

/** Behind every row of the audit. */
const LATEST = { at: '9999', id: '' };

/** What the desk's pages keep, in tables of their own and in those of the desk. */
export const keptOver = ({ sql, banners, setBanner }: Pick<Store, 'sql' | 'banners' | 'setBanner'>): Kept => ({
  ...unheardOver(sql),
  ...talliesOver(sql),
  banners,
  setBanner,
  audited: async ({ at, id } = LATEST, limit) =>
    (
      await sql.all(`select id, at, who, what, which, result from audit where (at, id) < ($1, $2) order by at desc, id desc limit $3`, [
        at,
        id,
        limit,
      ])
    ).map((row) => ({
      id: String(row.id),
      at: String(row.at),
      who: String(row.who),
      what: String(row.what),
      about: String(row.which),
      result: String(row.result),
    })),
  members: async () => (await sql.all('select id, name, role from staff_member order by name')).map(staffIn),
  remember: async ({ id, name, role }, at) =>
    void (await sql.run(
      `insert into staff_member (id, name, role, at) values ($1, $2, $3, $4)
       on conflict (id) do update set name = excluded.name, role = excluded.role, at = excluded.at`,
      [id, name, role, at],
    )),
  views: async (member) =>
    (await sql.all('select name, search from staff_view where member = $1 order by name', [member])).map(({ name, search }) => ({
      name: String(name),
      search: String(search),
    })),
  saveView: async (member, { name, search }) =>
    void (await sql.run(
      `insert into staff_view (member, name, search) values ($1, $2, $3)
       on conflict (member, name) do update set search = excluded.search`,
      [member, name, search],
    )),
  forgetView: async (member, name) => void (await sql.run('delete from staff_view where member = $1 and name = $2', [member, name])),
  here: async (number, { id, name }, at) =>
    void (await sql.run(
      `insert into staff_here (number, member, name, at) values ($1, $2, $3, $4)
       on conflict (number, member) do update set at = excluded.at, name = excluded.name`,
      [number, id, name, at],
    )),
  whoIsHere: async (number, since) =>
    (await sql.all('select member, name from staff_here where number = $1 and at >= $2 order by name', [number, since])).map(
      ({ member, name }) => ({ id: String(member), name: String(name) }),
    ),
});
