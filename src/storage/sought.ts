import type { Query } from '../desk/desk.ts';
import { FIELDS, LIVE, NOBODY, OVER, term, wordsIn } from '../desk/terms.ts';
import { CASE_STATES, isUnderWay } from '../machines/case.ts';
import { bytesOf } from './cases.ts';
import type { Cell, Sql } from './sql.ts';

/** All terms from one on, up to another. */
interface Range {
  readonly from: Uint8Array;
  readonly to: Uint8Array;
}
/** A case must have a term of each group, whichever. */
export type Group = readonly Range[];

const END = new Uint8Array([0xff]);
const whole = (from: string): Range => ({ from: bytesOf(from), to: Buffer.concat([bytesOf(from), new Uint8Array([0])]) });
const begins = (from: string): Range => ({ from: bytesOf(from), to: Buffer.concat([bytesOf(from), END]) });

const between = (from: string, to: string): Range => ({ from: bytesOf(from), to: bytesOf(to) });

/** Whether a query asks for all that are under way, for all that are over, or for neither. */
export const liveIn = ({ states }: Query): 1 | 0 | undefined => {
  const among = (live: boolean) => CASE_STATES.filter((state) => isUnderWay(state) === live);
  const isAll = (live: boolean) => states?.length === among(live).length && among(live).every((state) => states.includes(state));
  return isAll(true) ? 1 : isAll(false) ? 0 : undefined;
};

/** Which of the two a query may find anything in. */
export const livesIn = ({ states = CASE_STATES }: Query): readonly (1 | 0)[] =>
  ([1, 0] as const).filter((live) => states.some((state) => isUnderWay(state) === (live === 1)));

/** What a query asks for, as groups of terms. */
export const groupsIn = (query: Query): readonly Group[] => {
  const live = liveIn(query);
  const states = live === undefined ? query.states?.map((state) => whole(term('state', state))) : [whole(term('live', live ? LIVE : OVER))];
  const priorities = query.priorities?.map((priority) => whole(term('priority', priority)));
  const fields = FIELDS.flatMap((field) => {
    const value = field === 'owner' && query.owner === null ? NOBODY : query[field];
    return typeof value === 'string' ? [[whole(term(field, value))]] : [];
  });
  const opened = query.openedSince ?? query.openedBefore;
  const days =
    opened === undefined ? [] : [[between(term('opened', query.openedSince ?? ''), term('opened', query.openedBefore ?? '9999'))]];
  const words = wordsIn(query.text ?? '').map((word) => [begins(`word:${word}`)]);
  return [...(states === undefined ? [] : [states]), ...(priorities === undefined ? [] : [priorities]), ...fields, ...days, ...words];
};

/** Values of a statement, each put in under its number: what comes from outside is never text of the statement. */
export const holding = () => {
  const values: Cell[] = [];
  return { values, value: (cell: Cell): string => `$${values.push(cell)}` };
};
type Value = ReturnType<typeof holding>['value'];

export const within = (group: Group, alias: string, value: Value): string =>
  group.length === 0
    ? '1 = 0'
    : `(${group.map(({ from, to }) => `${alias}.term >= ${value(from)} and ${alias}.term < ${value(to)}`).join(' or ')})`;

/** Each of these groups has a term of the case whose number is given. */
export const hasEach = (groups: readonly Group[], number: string, value: Value): string =>
  groups.map((group) => ` and exists (select 1 from case_term t where t.number = ${number} and ${within(group, 't', value)})`).join('');

/** Up to so many numbers of cases that have a term of each group. There must be a group. */
export const numbersWith = async (sql: Sql, groups: readonly Group[], most: number): Promise<readonly string[]> => {
  const counted: { readonly group: Group; readonly many: number }[] = [];
  for (const group of groups) {
    const { values, value } = holding();
    const few = `select 1 as one from case_term r where ${within(group, 'r', value)} limit ${most}`;
    const [row] = await sql.all(`select count(*) as many from (${few}) as few`, values);
    counted.push({ group, many: Number(row?.many) });
  }
  // From the rarest on: databases guess badly how rare a value is that they are given later.
  const [first, ...rest] = counted.toSorted((a, b) => a.many - b.many).map(({ group }) => group);
  if (first === undefined) return [];
  const { values, value } = holding();
  const rarest = `select distinct r.number as number from case_term r where ${within(first, 'r', value)}${hasEach(rest, 'r.number', value)}`;
  return (await sql.all(`${rarest} limit ${most}`, values)).map(({ number }) => String(number));
};
