import type { Said } from '../desk/case.ts';
import type { StoredRow } from '../storage/store.ts';
import { pressedIn } from './input.ts';
import { nameOfStaff } from './sender-name.ts';

/** A link for an administrator is a key to the case until it was used: only its beginning is shown. */
const LINK = /(\/c\/)[\w-]{20,}/g;

/** A stored row as one thing said; a button without words as {ask=value}. */
export const saidIn = ({ from, activity: { timestamp, text, value, from: sender } }: StoredRow): Said => {
  const { pressed } = pressedIn(value);
  const words = pressed === undefined ? String(text ?? '').replace(LINK, '$1…') : `{${pressed.ask}=${pressed.value}}`;
  const by = nameOfStaff(sender);
  return { from: by === undefined ? from : 'staff', at: String(timestamp), text: words, ...(by === undefined ? {} : { by }) };
};

/** The ids of what a stored reply asked and advised. */
export const idsIn = ({ activity: { channelData } }: StoredRow): { readonly ask?: string; readonly outcome?: string } => {
  // Rows of the desk are stored as rendering made them.
  const { activationDesk = {} } = (channelData ?? {}) as { readonly activationDesk?: { readonly ask?: string; readonly outcome?: string } };
  return activationDesk;
};
