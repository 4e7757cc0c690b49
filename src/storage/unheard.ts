import { LANGUAGES } from '../language/language.ts';
import type { Kept, Unheard } from '../staff/kept.ts';
import type { Cell, Sql } from './sql.ts';

/** Where in a talk something was not understood: the words themselves stay the talk's. */
export interface NotUnderstood {
  readonly talk: string;
  readonly at: string;
  /** The number of the person's row. */
  readonly number: number;
  readonly language: string;
  readonly ask?: string | undefined;
}

/** Notes that a row of a talk was not understood. */
export const putNotUnderstood = (sql: Sql, { talk, number, at, language, ask }: NotUnderstood): Promise<number> =>
  sql.run('insert into not_understood (talk, number, at, language, ask) values ($1, $2, $3, $4, $5) on conflict do nothing', [
    talk,
    number,
    at,
    language,
    ask ?? null,
  ]);

const textIn = (activity: Cell | undefined): string => {
  const { text }: { readonly text?: unknown } = JSON.parse(String(activity));
  return typeof text === 'string' ? text : '';
};
const pressedIn = (activity: Cell): { readonly ask: string; readonly value: string } | undefined => {
  const { value }: { readonly value?: { readonly ask?: unknown; readonly value?: unknown } } = JSON.parse(String(activity));
  return typeof value?.ask === 'string' && typeof value.value === 'string' ? { ask: value.ask, value: value.value } : undefined;
};

const unheardIn = ({ talk, number, at, language, ask, activity }: Readonly<Record<string, Cell>>): Omit<Unheard, 'before'> => ({
  id: `${talk} ${number}`,
  at: String(at),
  language: LANGUAGES.find((each) => each === language) ?? LANGUAGES[0],
  ...(ask === null ? {} : { ask: String(ask) }),
  text: textIn(activity),
});

const COLUMNS = 'n.talk, n.number, n.at, n.language, n.ask, r.activity';
const FROM = 'from not_understood n join row r on r.talk = n.talk and r.number = n.number';

const placeOf = (id: string): readonly [string, number] => {
  const [talk = '', number = ''] = id.split(' ');
  return [talk, Number(number) || 0];
};

export const unheardOver = (sql: Sql): Pick<Kept, 'unheard' | 'unheardAt' | 'reviewed'> => ({
  unheard: async (limit) => (await sql.all(`select ${COLUMNS} ${FROM} order by n.at desc limit $1`, [limit])).map(unheardIn),
  unheardAt: async (id) => {
    const [talk, number] = placeOf(id);
    const [found] = await sql.all(`select ${COLUMNS} ${FROM} where n.talk = $1 and n.number = $2`, [talk, number]);
    if (found === undefined) return undefined;
    const earlier = await sql.all("select activity from row where talk = $1 and number < $2 and sender = 'person' order by number", [
      talk,
      number,
    ]);
    return { ...unheardIn(found), before: earlier.map(({ activity }) => pressedIn(activity ?? null) ?? textIn(activity)) };
  },
  reviewed: async (id) => {
    const [talk, number] = placeOf(id);
    await sql.run('delete from not_understood where talk = $1 and number = $2', [talk, number]);
  },
});
