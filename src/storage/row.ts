import { fieldsIn } from './read-back.ts';
import type { Cell } from './sql.ts';
import type { StoredRow } from './store.ts';

/** A row of a talk, as it is stored; without a word where it cannot be read. */
export const rowIn = ({ number, sender, activity }: Readonly<Record<string, Cell>>): StoredRow => ({
  number: Number(number),
  from: sender === 'person' ? 'person' : 'desk',
  activity: fieldsIn(activity),
});
