import type { Query } from '../desk/desk.ts';
import { PRIORITIES } from '../desk/priority.ts';
import { FIELDS, LIVE, NOBODY, OVER, term, wordsIn } from '../desk/terms.ts';
import { CASE_STATES, isUnderWay } from '../machines/case.ts';
import { bytesOf } from './cases.ts';
import type { Cell, Sql } from './sql.ts';

/** Values of a statement, each put in under its number: what comes from outside is never text of the statement. */
export const holding = () => {
  const values: Cell[] = [];
  return { values, value: (cell: Cell): string => `$${values.push(cell)}` };
};
type Value = ReturnType<typeof holding>['value'];

/** Whether a query asks for all that are under way, for all that are over, or for neither. */
export const liveIn = ({ states }: Query): 1 | 0 | undefined => {
  const those = (live: boolean) => CASE_STATES.filter((state) => isUnderWay(state) === live);
  const isAll = (live: boolean) => states?.length === those(live).length && those(live).every((state) => states.includes(state));
  return isAll(true) ? 1 : isAll(false) ? 0 : undefined;
};

/** Which of the two a query may find anything in. */
export const livesIn = ({ states = CASE_STATES }: Query): readonly (1 | 0)[] =>
  ([1, 0] as const).filter((live) => states.some((state) => isUnderWay(state) === (live === 1)));

/** A column of a case `c`, and the cells that it may have. */
type Column = readonly [name: 'state' | 'owner' | 'priority', cells: readonly Cell[]];
/** A term, or all from one on up to another. A case must have a term of each group, whichever. */
type Group = readonly { readonly from: Uint8Array; readonly to?: Uint8Array }[];

/** What a query asks for, beside whether cases are under way or over. */
export interface Sought {
  /** By the columns of a case, which is fastest; undefined where they do not tell all. */
  readonly columns: readonly Column[] | undefined;
  /** The same and all else by terms, which are found without reading the cases. */
  readonly groups: readonly Group[];
}

const END = new Uint8Array([0xff]);
const whole = (from: string) => ({ from: bytesOf(from) });
const begins = (from: string) => ({ from: bytesOf(from), to: Buffer.concat([bytesOf(from), END]) });
const between = (from: string, to: string) => ({ from: bytesOf(from), to: bytesOf(to) });

export const soughtBy = (query: Query): Sought => {
  const { owner, priorities, openedSince, openedBefore } = query;
  const states = liveIn(query) === undefined ? query.states : undefined;
  const whose = owner === undefined ? undefined : (owner ?? NOBODY);
  const fields = FIELDS.flatMap((field) => {
    const value = field === 'owner' ? undefined : query[field];
    return value === undefined ? [] : [[whole(term(field, value))]];
  });
  const days =
    openedSince === undefined && openedBefore === undefined
      ? []
      : [[between(term('opened', openedSince ?? ''), term('opened', openedBefore ?? '9999'))]];
  const others = [...fields, ...days, ...wordsIn(query.text ?? '').map((word) => [begins(`word:${word}`)])];
  return {
    columns:
      others.length > 0
        ? undefined
        : [
            ...(whose === undefined ? [] : [['owner', [whose]] as const]),
            ...(states === undefined ? [] : [['state', states] as const]),
            ...(priorities === undefined ? [] : [['priority', priorities.map((each) => PRIORITIES.indexOf(each))] as const]),
          ],
    groups: [
      ...(states === undefined ? [] : [states.map((state) => whole(term('state', state)))]),
      ...(priorities === undefined ? [] : [priorities.map((priority) => whole(term('priority', priority)))]),
      ...(whose === undefined ? [] : [[whole(term('owner', whose))]]),
      ...others,
    ],
  };
};

const within = (group: Group, alias: string, value: Value): string =>
  `(${group
    .map(({ from, to }) =>
      to === undefined ? `${alias}.term = ${value(from)}` : `${alias}.term >= ${value(from)} and ${alias}.term < ${value(to)}`,
    )
    .join(' or ')})`;

// Without the offset PostgreSQL joins whole groups of terms where few cases have to be looked at.
const hasEach = (groups: readonly Group[], number: string, value: Value): string =>
  groups
    .map((group) => ` and exists (select 1 from case_term t where t.number = ${number} and ${within(group, 't', value)} limit 1 offset 0)`)
    .join('');

/** All that a query asks for of a case `c`, each behind an "and". */
export const holdsEach = ({ columns, groups }: Sought, value: Value): string =>
  columns === undefined
    ? hasEach(groups, 'c.number', value)
    : columns.map(([name, cells]) => ` and c.${name} ${cells.length === 1 ? '=' : 'in'} (${cells.map(value).join(', ')})`).join('');

const countOf = async (sql: Sql, from: string, values: readonly Cell[], most: number): Promise<number> =>
  Number((await sql.all(`select count(*) as many from (select 1 as one from ${from} limit ${most}) as few`, values))[0]?.many);

/** Up to so many numbers of cases that a query asks for by their columns. */
const numbersByColumns = async (sql: Sql, query: Query, sought: Sought, most: number): Promise<readonly string[]> => {
  const { values, value } = holding();
  const which = `c.live in (${livesIn(query).join(', ')})${holdsEach(sought, value)}`;
  return (await sql.all(`select c.number from desk_case c where ${which} limit ${most}`, values)).map(({ number }) => String(number));
};

/** Up to so many numbers of cases that a query asks for. */
export const numbersWith = async (sql: Sql, query: Query, most: number): Promise<readonly string[]> => {
  const sought = soughtBy(query);
  if (sought.columns !== undefined) return numbersByColumns(sql, query, sought, most);
  const live = liveIn(query);
  const groups = [...sought.groups, ...(live === undefined ? [] : [[whole(term('live', live === 1 ? LIVE : OVER))]])];
  const counted: { readonly group: Group; readonly many: number }[] = [];
  for (const group of groups) {
    const { values, value } = holding();
    counted.push({ group, many: await countOf(sql, `case_term r where ${within(group, 'r', value)}`, values, most) });
  }
  // From the rarest on: databases guess badly how rare a value is that they are given later.
  const [first, ...rest] = counted.toSorted((a, b) => a.many - b.many).map(({ group }) => group);
  if (first === undefined) return [];
  const { values, value } = holding();
  const rarest = `select distinct r.number as number from case_term r where ${within(first, 'r', value)}${hasEach(rest, 'r.number', value)}`;
  return (await sql.all(`${rarest} limit ${most}`, values)).map(({ number }) => String(number));
};
