import { COUNTED, type Page, type Query } from '../desk/desk.ts';
import { lineOf } from '../desk/line.ts';
import { CASE, caseIn } from './case-in.ts';
import { comparing, cursorOf, type Order, orderOf, type Place, placeIn, placeOf } from './case-order.ts';
import { holding, holdsEach, livesIn, numbersWith, type Sought, soughtBy } from './sought.ts';
import type { Cell, Sql } from './sql.ts';

/** Of fewer cases than this all are looked up and sorted; of more the order is walked, and the page is soon full. */
const FEW = 1_000;
const PAGE = 50;
const MOST = 1_000;
/** So many are looked up by number at once, in a statement of always the same shape. */
const AT_ONCE = 100;

type Row = Readonly<Record<string, Cell>>;

const byNumber = async (sql: Sql, columns: readonly string[], numbers: readonly string[]): Promise<readonly Row[]> => {
  const places = Array.from({ length: AT_ONCE }, (_, at) => `$${at + 1}`).join(', ');
  const found: Row[] = [];
  for (let at = 0; at < numbers.length; at += AT_ONCE) {
    const some: Cell[] = numbers.slice(at, at + AT_ONCE);
    const padded = [...some, ...Array.from({ length: AT_ONCE - some.length }, () => null)];
    found.push(...(await sql.all(`select ${columns.join(', ')} from desk_case where number in (${places})`, padded)));
  }
  return found;
};

/** Walks an order from a place on; those under way and those that are over lie apart in its index. */
const walked = (sql: Sql, sought: Sought, live: number, order: Order, after: Place | undefined, limit: number) => {
  const { values, value } = holding();
  const columns = order.columns.map((column) => `c.${column}`).join(', ');
  const later = after === undefined ? '' : ` and (${columns}) ${order.down ? '<' : '>'} (${after.map(value).join(', ')})`;
  const sorted = order.columns.map((column) => `c.${column}${order.down ? ' desc' : ''}`).join(', ');
  const which = `c.live = ${live}${later}${holdsEach(sought, value)}`;
  return sql.all(`select ${columns} from desk_case c where ${which} order by ${sorted} limit ${limit}`, values);
};

/** The rows of an order that a query asks for, at least the first so many after a place. */
const rowsFor = async (sql: Sql, query: Query, order: Order, after: Place | undefined, limit: number): Promise<readonly Row[]> => {
  const sought = soughtBy(query);
  const isWhole = sought.groups.length === 0;
  const numbers = isWhole ? undefined : await numbersWith(sql, query, FEW);
  if (numbers !== undefined && numbers.length < FEW) return byNumber(sql, order.columns, numbers);
  const rows: Row[] = [];
  for (const each of livesIn(query)) rows.push(...(await walked(sql, sought, each, order, after, limit)));
  return rows;
};

/** The page of cases that a query asks for. */
export const findCases = async (sql: Sql, query: Query): Promise<Page> => {
  const order = orderOf(query.sort);
  const limit = Math.min(Math.max(1, query.limit ?? PAGE), MOST);
  const after = placeIn(query.after, order);
  const places = (await rowsFor(sql, query, order, after, limit + 1))
    .map((row) => placeOf(order, row))
    .filter((place) => after === undefined || comparing(order)(place, after) > 0)
    .sort(comparing(order));
  const page = places.slice(0, limit);
  const numbers = page.map((place) => String(place.at(-1)));
  const cases = new Map((await byNumber(sql, CASE, numbers)).map((row) => [row.number, caseIn(row)]));
  const lines = numbers.flatMap((number) => cases.get(number) ?? []).map(lineOf);
  const last = page.at(-1);
  return { lines, ...(places.length > limit && last !== undefined ? { next: cursorOf(last) } : {}) };
};

/** How many cases a query asks for; beyond COUNTED nobody counts. */
export const countCases = async (sql: Sql, query: Query): Promise<number> => (await numbersWith(sql, query, COUNTED)).length;
