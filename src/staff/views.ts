import type { MessageKey } from '../language/keys.ts';

/** The views that everybody has: a name and a search. The first is what the queue shows without a search. */
export const VIEWS = [
  { key: 'desk.queue.all', search: 'state:open' },
  { key: 'desk.queue.mine', search: 'state:open owner:me' },
  { key: 'desk.queue.nobodys', search: 'state:open owner:none' },
  { key: 'desk.queue.urgent', search: 'state:open priority:urgent' },
  { key: 'desk.queue.person', search: 'state:waitingForPerson' },
  { key: 'desk.queue.administrator', search: 'state:waitingForAdministrator' },
  { key: 'desk.queue.done', search: 'state:done sort:change' },
] as const satisfies readonly { key: MessageKey; search: string }[];

export const FIRST_SEARCH = VIEWS[0].search;

/** A search with another value of a field, or without the field. */
export const withField = (search: string, field: string, value: string): string => {
  const rest = search
    .replace(new RegExp(`(?:^|\\s)${field}:(?:"[^"]*"?|\\S*)`, 'gi'), ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return value === '' ? rest : `${rest} ${field}:${/\s/.test(value) ? `"${value}"` : value}`.trim();
};

/** The value of a field as it stands in a search; empty where it does not. */
export const fieldIn = (search: string, field: string): string => {
  const [, quoted, bare] = new RegExp(`(?:^|\\s)${field}:(?:"([^"]*)"?|(\\S*))`, 'i').exec(search) ?? [];
  return quoted ?? bare ?? '';
};

export const queueAddress = (search: string, after?: string): string =>
  `/desk?${new URLSearchParams({ q: search, ...(after === undefined ? {} : { after }) })}`;
