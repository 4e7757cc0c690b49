import type { Cell } from './sql.ts';

/** Where a case stands in an order: the cells of its columns. */
export type Place = readonly (string | number)[];

/** The orders of the queue, each with an index that begins with "live". The number makes each line's place its own. */
const ORDERS = {
  priority: { columns: ['priority', 'opened_at', 'number'], down: false },
  deadline: { columns: ['deadline', 'number'], down: false },
  age: { columns: ['opened_at', 'number'], down: false },
  change: { columns: ['updated_at', 'number'], down: true },
} as const;
export type Order = (typeof ORDERS)[keyof typeof ORDERS];

export const orderOf = (sort: keyof typeof ORDERS = 'priority'): Order => ORDERS[sort];

/** The place in a row that holds the order's columns. */
export const placeOf = ({ columns }: Order, row: Readonly<Record<string, Cell>>): Place =>
  columns.map((column) => (column === 'priority' ? Number(row[column]) : String(row[column])));

export const comparing =
  ({ down }: Order) =>
  (a: Place, b: Place): number => {
    const at = a.findIndex((cell, index) => cell !== b[index]);
    const [x = 0, y = 0] = [a[at], b[at]];
    return at < 0 ? 0 : x < y === down ? 1 : -1;
  };

export const cursorOf = (place: Place): string => Buffer.from(JSON.stringify(place)).toString('base64url');

/** The place in a cursor; a cursor that somebody made up begins anew. */
export const placeIn = (cursor: string | undefined, { columns }: Order): Place | undefined => {
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor ?? '', 'base64url').toString());
    const fits = Array.isArray(place) && place.length === columns.length;
    return fits && place.every((cell, at) => typeof cell === (columns[at] === 'priority' ? 'number' : 'string')) ? place : undefined;
  } catch {
    return undefined;
  }
};
