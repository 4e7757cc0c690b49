import type { Case } from '../desk/case.ts';
import type { Sql } from './sql.ts';
import type { Cases } from './store.ts';

const caseIn = ({ content }: { readonly [column: string]: unknown }): Case => JSON.parse(String(content));

/** Writes a case of a talk, new or gone on with. False where a case of another talk has that number; then the transaction must not count. */
export const putCase = async (sql: Sql, talk: string, opening: Case): Promise<boolean> => {
  const [before] = (await sql.all('select content from desk_case where number = $1', [opening.number])).map(caseIn);
  const content = JSON.stringify({ ...opening, openedAt: before?.openedAt ?? opening.openedAt });
  const put = await sql.run(
    `insert into desk_case (number, talk, closed_at, content) values ($1, $2, null, $3)
     on conflict (number) do update set closed_at = null, content = excluded.content where desk_case.talk = excluded.talk`,
    [opening.number, talk, content],
  );
  return put > 0;
};

export const casesOver = (sql: Sql): Cases => ({
  cases: async () => (await sql.all('select content from desk_case')).map(caseIn).sort((a, b) => a.openedAt.localeCompare(b.openedAt)),
  talkOfCase: async (number) => {
    const [row] = await sql.all('select talk from desk_case where number = $1', [number]);
    return row === undefined ? undefined : String(row.talk);
  },
  closeCase: async (number, at) => {
    const [found] = (await sql.all('select content from desk_case where number = $1', [number])).map(caseIn);
    if (found === undefined) return false;
    const content = JSON.stringify({ ...found, closedAt: at });
    return (await sql.run('update desk_case set closed_at = $2, content = $3 where number = $1', [number, at, content])) > 0;
  },
});
