import type { Ticket } from '../ticket.ts';

/** What exports of help desks call the parts of a ticket, in lower case. A subject stands before the text. */
const COLUMNS = {
  id: ['id', 'ticket', 'ticket id', 'ticketid', 'number', 'key', 'case', 'case number'],
  subject: ['subject', 'title', 'short description', 'betreff'],
  text: ['text', 'body', 'message', 'description', 'content', 'comment', 'nachricht', 'beschreibung'],
  locale: ['locale', 'language', 'sprache'],
  at: ['at', 'date', 'created', 'created at', 'created_at', 'createdat', 'opened', 'opened at', 'received', 'datum'],
  from: ['from', 'requester', 'requester email', 'reporter', 'caller', 'author', 'email', 'user', 'absender'],
} as const satisfies Record<string, readonly string[]>;
type Column = keyof typeof COLUMNS;

const isFor = (column: Column, name: string): boolean => (COLUMNS[column] as readonly string[]).includes(name.trim().toLowerCase());

/** Does a header row name a column of text? */
export const namesText = (names: readonly string[]): boolean => names.some((name) => isFor('text', name) || isFor('subject', name));

const valueIn = (row: Readonly<Record<string, unknown>>, column: Column): string | undefined => {
  const named = Object.entries(row).find(([name, value]) => isFor(column, name) && value !== null && value !== '');
  return typeof named?.[1] === 'string' || typeof named?.[1] === 'number' ? String(named[1]) : undefined;
};

/** A time as a ticket carries it; undefined where an export writes it in a way of its own. */
export const timeOf = (written: string | undefined): string | undefined => {
  const at = Date.parse(written ?? '');
  return Number.isNaN(at) ? undefined : new Date(at).toISOString();
};

/** A row of an export as a ticket; undefined where it has no text. */
export const ticketOf = (row: Readonly<Record<string, unknown>>, otherwise: string): Ticket | undefined => {
  const [subject, text, locale, from] = (['subject', 'text', 'locale', 'from'] as const).map((column) => valueIn(row, column));
  const at = timeOf(valueIn(row, 'at'));
  const said = [subject, text].filter((part) => part !== undefined).join('\n');
  // An empty text is a ticket all the same: somebody sent a picture, or nothing.
  if (said === '' && !Object.keys(row).some((name) => isFor('text', name))) return undefined;
  return {
    id: valueIn(row, 'id') ?? otherwise,
    text: said,
    ...(locale === undefined ? {} : { locale }),
    ...(at === undefined ? {} : { at }),
    ...(from === undefined ? {} : { from }),
  };
};
