import type { Said } from '../desk/case.ts';
import type { StoredRow } from '../storage/store.ts';
import { pressedIn } from './input.ts';

/** A stored row as one thing said; a button without words as {ask=value}. */
export const saidIn = ({ from, activity: { timestamp, text, value } }: StoredRow): Said => {
  const { pressed } = pressedIn(value);
  return { from, at: String(timestamp), text: pressed === undefined ? String(text ?? '') : `{${pressed.ask}=${pressed.value}}` };
};

/** The ids of what a stored reply asked and advised. */
export const idsIn = ({ activity: { channelData } }: StoredRow): { readonly ask?: string; readonly outcome?: string } => {
  // Rows of the desk are stored as rendering made them.
  const { activationDesk = {} } = (channelData ?? {}) as { readonly activationDesk?: { readonly ask?: string; readonly outcome?: string } };
  return activationDesk;
};
