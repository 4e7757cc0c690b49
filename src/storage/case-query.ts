import type { Case } from '../desk/case.ts';
import { COUNTED, type Line, type Page, type Query } from '../desk/desk.ts';
import { lineOf } from '../desk/line.ts';
import { PRIORITIES } from '../desk/priority.ts';
import { FIELDS, NOBODY, term, wordsIn } from '../desk/terms.ts';
import { CASE_STATES, isUnderWay } from '../machines/case.ts';
import { bytesOf } from './cases.ts';
import type { Cell, Sql } from './sql.ts';

/** All terms from one on, up to another. */
interface Sought {
  readonly from: Uint8Array;
  readonly to: Uint8Array;
}

/** The orders of the queue, each with an index that begins with "live". The number makes each line's place its own. */
const ORDERS = {
  priority: { columns: ['priority', 'opened_at', 'number'], down: false },
  deadline: { columns: ['deadline', 'number'], down: false },
  age: { columns: ['opened_at', 'number'], down: false },
  change: { columns: ['updated_at', 'number'], down: true },
} as const;
type Order = (typeof ORDERS)[keyof typeof ORDERS];

/** Of fewer cases than this all are sorted; of more the order is walked until the page is full. */
const FEW = 2_000;
const PAGE = 50;
const MOST = 1_000;

const END = new Uint8Array([0xff]);
const whole = (from: string): Sought => ({ from: bytesOf(from), to: Buffer.concat([bytesOf(from), new Uint8Array([0])]) });
const begins = (from: string): Sought => ({ from: bytesOf(from), to: Buffer.concat([bytesOf(from), END]) });

const soughtIn = (query: Query): readonly Sought[] => [
  ...FIELDS.flatMap((field) => {
    const value = field === 'owner' && query.owner === null ? NOBODY : query[field];
    return typeof value === 'string' ? [whole(term(field, value))] : [];
  }),
  ...wordsIn(query.text ?? '').map((word) => begins(`word:${word}`)),
];

/** The rarest first, and whether it is so rare that its cases may be looked up one by one. */
const byRarity = async (sql: Sql, sought: readonly Sought[]) => {
  const counted = [];
  for (const each of sought) {
    const few = `select count(*) as many from (select 1 as one from case_term where term >= $1 and term < $2 limit ${FEW}) as few`;
    const [row] = await sql.all(few, [each.from, each.to]);
    counted.push({ each, many: Number(row?.many) });
  }
  counted.sort((a, b) => a.many - b.many);
  return { terms: counted.map(({ each }) => each), rare: counted[0] !== undefined && counted[0].many < FEW };
};

/** The part of a statement that says which cases; what comes from outside is a value, never text. */
const narrowed = (query: Query, live: number, terms: readonly Sought[], rare: boolean) => {
  const values: Cell[] = [];
  const value = (cell: Cell) => `$${values.push(cell)}`;
  const within = ({ from, to }: Sought, alias: string) => `${alias}.term >= ${value(from)} and ${alias}.term < ${value(to)}`;
  const states = (query.states ?? CASE_STATES).filter((state) => isUnderWay(state) === (live === 1));
  const conditions = [
    `c.live = ${live}`,
    ...(query.states === undefined ? [] : [`c.state in (${states.map(value).join(', ')})`]),
    ...(query.priorities === undefined
      ? []
      : [`c.priority in (${query.priorities.map((each) => value(PRIORITIES.indexOf(each))).join(', ')})`]),
    ...(query.openedBefore === undefined ? [] : [`c.opened_at < ${value(query.openedBefore)}`]),
    ...(query.openedSince === undefined ? [] : [`c.opened_at >= ${value(query.openedSince)}`]),
    ...terms.map((each, at) =>
      at === 0 && rare
        ? `c.number in (select r.number from case_term r where ${within(each, 'r')})`
        : `exists (select 1 from case_term t where t.number = c.number and ${within(each, 't')})`,
    ),
  ];
  return { from: `from desk_case c where ${conditions.join(' and ')}`, values, value, isEmpty: states.length === 0 };
};

type Place = readonly (string | number)[];

const cursorOf = (place: Place): string => Buffer.from(JSON.stringify(place)).toString('base64url');

/** The place in a cursor; a cursor that somebody made up begins anew. */
const placeIn = (cursor: string | undefined, { columns }: Order): Place | undefined => {
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor ?? '', 'base64url').toString());
    const fits = Array.isArray(place) && place.length === columns.length;
    return fits && place.every((cell, at) => typeof cell === (columns[at] === 'priority' ? 'number' : 'string')) ? place : undefined;
  } catch {
    return undefined;
  }
};

const comparing =
  ({ down }: Order) =>
  (a: Place, b: Place): number => {
    const at = a.findIndex((cell, index) => cell !== b[index]);
    const [x = 0, y = 0] = [a[at], b[at]];
    return at < 0 ? 0 : x < y === down ? 1 : -1;
  };

/** Undefined narrows to nothing: both those under way and those that ended are looked at. */
const LIVES = [1, 0] as const;

/** The page of cases that a query asks for. */
export const findCases = async (sql: Sql, query: Query): Promise<Page> => {
  const order = ORDERS[query.sort ?? 'priority'];
  const limit = Math.min(Math.max(1, query.limit ?? PAGE), MOST);
  const { terms, rare } = await byRarity(sql, soughtIn(query));
  const after = placeIn(query.after, order);
  const columns = order.columns.map((column) => `c.${column}`);
  const found: { readonly place: Place; readonly line: Line }[] = [];
  for (const live of LIVES) {
    const { from, values, value, isEmpty } = narrowed(query, live, terms, rare);
    if (isEmpty) continue;
    const later = after === undefined ? '' : ` and (${columns.join(', ')}) ${order.down ? '<' : '>'} (${after.map(value).join(', ')})`;
    const sorted = columns.map((column) => `${column}${order.down ? ' desc' : ''}`).join(', ');
    const rows = await sql.all(`select ${columns.join(', ')}, c.content ${from}${later} order by ${sorted} limit ${limit + 1}`, values);
    for (const row of rows) {
      const each: Case = JSON.parse(String(row.content));
      found.push({
        place: order.columns.map((column) => (column === 'priority' ? Number(row[column]) : String(row[column]))),
        line: lineOf(each),
      });
    }
  }
  found.sort((a, b) => comparing(order)(a.place, b.place));
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return { lines: page.map(({ line }) => line), ...(found.length > limit && last !== undefined ? { next: cursorOf(last.place) } : {}) };
};

/** How many cases a query asks for; beyond COUNTED nobody counts. */
export const countCases = async (sql: Sql, query: Query): Promise<number> => {
  const { terms, rare } = await byRarity(sql, soughtIn(query));
  let many = 0;
  for (const live of LIVES) {
    const { from, values, isEmpty } = narrowed(query, live, terms, rare);
    if (isEmpty || many >= COUNTED) continue;
    const [row] = await sql.all(`select count(*) as many from (select 1 as one ${from} limit ${COUNTED}) as counted`, values);
    many += Number(row?.many);
  }
  return Math.min(many, COUNTED);
};
