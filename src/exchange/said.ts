import type { Said } from '../desk/case.ts';
import type { StoredRow } from '../storage/store.ts';
import { pressedIn } from './input.ts';

/** A stored row as one thing said; a button without words as {ask=value}. */
export const saidIn = ({ from, activity: { timestamp, text, value } }: StoredRow): Said => {
  const { pressed } = pressedIn(value);
  return { from, at: String(timestamp), text: pressed === undefined ? String(text ?? '') : `{${pressed.ask}=${pressed.value}}` };
};
