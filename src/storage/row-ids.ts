import type { Sql } from './sql.ts';

/**
 * Builds a table of SQLite anew, with row ids, and its indexes. Without them what is longer than a quarter of a page lies on pages of its
 * own, and every new row on another one: good for small rows alone (https://www.sqlite.org/withoutrowid.html, section 3).
 */
export const withRowIds =
  (table: string) =>
  async (sql: Sql): Promise<void> => {
    const made = await sql.all('select type, sql from sqlite_master where tbl_name = $1 and sql is not null', [table]);
    const statements = (type: string) => made.filter((each) => each.type === type).map((each) => String(each.sql));
    await sql.run(`alter table ${table} rename to former`);
    for (const statement of statements('table')) await sql.run(statement.replace(/,\s*without rowid$/i, ''));
    await sql.run(`insert into ${table} select * from former`);
    await sql.run('drop table former');
    for (const statement of statements('index')) await sql.run(statement);
  };
