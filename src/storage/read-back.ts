import type { Cell } from './sql.ts';

type Fields = Readonly<{ [field: string]: unknown }>;

export const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

/** JSON as it was stored; undefined where its bytes are not those that were written. A disk that loses one must not cost more than that. */
export const readBack = (cell: Cell | undefined): unknown => {
  try {
    return JSON.parse(String(cell));
  } catch {
    return undefined;
  }
};

/** A stored object, empty where it cannot be read. */
export const fieldsIn = (cell: Cell | undefined): Fields => {
  const value = readBack(cell);
  return isFields(value) ? value : {};
};
