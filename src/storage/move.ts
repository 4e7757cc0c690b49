import { MIGRATIONS } from './migrations.ts';
import type { Database, Sql } from './sql.ts';

/** What a database keeps lies in these: every table that a migration has made. */
const TABLES = MIGRATIONS.flat().flatMap((statement) =>
  typeof statement === 'string' ? (/^create table (\w+)/.exec(statement)?.[1] ?? []) : [],
);

/** So many rows are read and written at once. */
const AT_ONCE = 100;

const countIn = async (sql: Sql, table: string): Promise<number> =>
  Number((await sql.all(`select count(*) as many from ${table}`))[0]?.many);

/**
 * Copies everything that a database keeps into an empty one of either engine, in one transaction: all of it or nothing. Nobody may
 * write to either meanwhile. Gives how many rows each table has; throws where the other is not empty or has not as many afterwards.
 */
export const move = (from: Sql, to: Pick<Database, 'transaction'>): Promise<Readonly<Record<string, number>>> =>
  to.transaction({
    work: async (sql) => {
      const moved: Record<string, number> = {};
      for (const table of TABLES) {
        if ((await countIn(sql, table)) > 0) throw new Error(`the database to move to is not empty: it has rows in ${table}`);
        const many = await countIn(from, table);
        for (let done = 0; done < many; done += AT_ONCE)
          for (const row of await from.all(`select * from ${table} order by 1, 2 limit ${AT_ONCE} offset ${done}`)) {
            const places = Object.keys(row).map((_, at) => `$${at + 1}`);
            await sql.run(`insert into ${table} (${Object.keys(row).join(', ')}) values (${places.join(', ')})`, Object.values(row));
          }
        moved[table] = await countIn(sql, table);
        if (moved[table] !== many) throw new Error(`${table}: ${moved[table]} of ${many} rows arrived`);
      }
      return moved;
    },
  });
