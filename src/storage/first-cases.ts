import { type FirstCase, fromFirst } from '../desk/first-case.ts';
import { wordsIn } from '../desk/terms.ts';
import { putCase } from './cases.ts';
import type { Sql } from './sql.ts';

/** Cases of the first version, which nobody wrote since, become what cases are today; nothing that they held is lost but the words of their summary, which the facts tell. */
export const convertCases = async (sql: Sql): Promise<void> => {
  for (const { number, talk, content } of await sql.all('select number, talk, content from desk_case where written = 0')) {
    const first: FirstCase = JSON.parse(String(content));
    const words = wordsIn(first.transcript.flatMap(({ from, text }) => (from === 'person' ? [text] : [])).join(' '));
    await sql.run('delete from desk_case where number = $1', [String(number)]);
    await putCase(sql, { case: fromFirst(first, String(talk)), words });
  }
};
