import type { Case } from '../desk/case.ts';
import { COUNTED, type Page, type Query } from '../desk/desk.ts';
import { lineOf } from '../desk/line.ts';
import { comparing, cursorOf, type Order, orderOf, type Place, placeIn, placeOf } from './case-order.ts';
import { type Group, groupsIn, hasEach, holding, liveIn, numbersWith } from './sought.ts';
import type { Cell, Sql } from './sql.ts';

/** Of fewer cases than this all are fetched and sorted; of more the order is walked, and the page is soon full. */
const FEW = 2_000;
const PAGE = 50;
const MOST = 1_000;
/** So many are fetched by number at once, in a statement of always the same shape. */
const AT_ONCE = 100;

const caseIn = ({ content }: Readonly<Record<string, Cell>>): Case => JSON.parse(String(content));

const byNumber = async (sql: Sql, numbers: readonly string[]): Promise<readonly Case[]> => {
  const places = Array.from({ length: AT_ONCE }, (_, at) => `$${at + 1}`).join(', ');
  const found: Case[] = [];
  for (let at = 0; at < numbers.length; at += AT_ONCE) {
    const some: Cell[] = numbers.slice(at, at + AT_ONCE);
    const padded = [...some, ...Array.from({ length: AT_ONCE - some.length }, () => null)];
    found.push(...(await sql.all(`select content from desk_case where number in (${places})`, padded)).map(caseIn));
  }
  return found;
};

/** Walks an order from a place on; those under way and those that are over lie apart in its index. */
const walked = async (sql: Sql, groups: readonly Group[], live: number, order: Order, after: Place | undefined, limit: number) => {
  const { values, value } = holding();
  const columns = order.columns.map((column) => `c.${column}`);
  const later = after === undefined ? '' : ` and (${columns.join(', ')}) ${order.down ? '<' : '>'} (${after.map(value).join(', ')})`;
  const sorted = columns.map((column) => `${column}${order.down ? ' desc' : ''}`).join(', ');
  const which = `c.live = ${live}${later}${hasEach(groups, 'c.number', value)}`;
  return (await sql.all(`select c.content from desk_case c where ${which} order by ${sorted} limit ${limit}`, values)).map(caseIn);
};

/** The page of cases that a query asks for. */
export const findCases = async (sql: Sql, query: Query): Promise<Page> => {
  const order = orderOf(query.sort);
  const limit = Math.min(Math.max(1, query.limit ?? PAGE), MOST);
  const after = placeIn(query.after, order);
  const groups = groupsIn(query);
  const live = liveIn(query);
  const alone = groups.length === 0 || (groups.length === 1 && live !== undefined);
  const numbers = alone ? undefined : await numbersWith(sql, groups, FEW);
  const cases: Case[] = [];
  if (numbers !== undefined && numbers.length < FEW) cases.push(...(await byNumber(sql, numbers)));
  else
    for (const each of live === undefined ? [1, 0] : [live])
      cases.push(...(await walked(sql, alone ? [] : groups, each, order, after, limit + 1)));
  const found = cases
    .map((each) => ({ place: placeOf(order, each), each }))
    .filter(({ place }) => after === undefined || comparing(order)(place, after) > 0)
    .sort((a, b) => comparing(order)(a.place, b.place));
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return {
    lines: page.map(({ each }) => lineOf(each)),
    ...(found.length > limit && last !== undefined ? { next: cursorOf(last.place) } : {}),
  };
};

/** How many cases a query asks for; beyond COUNTED nobody counts. */
export const countCases = async (sql: Sql, query: Query): Promise<number> => {
  const groups = groupsIn(query);
  if (groups.length > 0) return (await numbersWith(sql, groups, COUNTED)).length;
  const [row] = await sql.all(`select count(*) as many from (select 1 as one from desk_case limit ${COUNTED}) as few`);
  return Number(row?.many);
};
