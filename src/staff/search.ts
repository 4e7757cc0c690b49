import type { Query } from '../desk/desk.ts';
import { PRIORITIES } from '../desk/priority.ts';
import type { Staff } from '../desk/staff.ts';
import { LANGUAGES } from '../language/language.ts';
import { CASE_STATES, UNDER_WAY } from '../machines/case.ts';

/** What is wrong with a search, to be said in the reader's language. */
export type SearchError =
  | { readonly kind: 'field'; readonly field: string; readonly known: readonly string[] }
  | { readonly kind: 'value'; readonly field: string; readonly value: string; readonly known: readonly string[] }
  | { readonly kind: 'twice'; readonly field: string }
  | { readonly kind: 'date'; readonly field: string; readonly value: string }
  | { readonly kind: 'empty'; readonly field: string };

export interface Searched {
  readonly query: Query;
  readonly errors: readonly SearchError[];
}

/** Who searches, and whom "owner:" can name. */
export interface Searcher {
  readonly me: string;
  readonly members: readonly Pick<Staff, 'id' | 'name'>[];
}

type Found = Query | SearchError;
type Read = (value: string, who: Searcher, field: string) => Found;

const wrong = (field: string, value: string, known: readonly string[]): SearchError => ({ kind: 'value', field, value, known });

/** One of these words, in any case of letters. */
const oneOf = <T extends string>(known: readonly T[], value: string): T | undefined =>
  known.find((each) => each.toLowerCase() === value.toLowerCase());

/** A word for several states, beside their own names. */
const STATES = { open: UNDER_WAY, done: CASE_STATES.filter((state) => !UNDER_WAY.includes(state)) } as const;

const stateOf: Read = (value, _who, field) => {
  const several = oneOf(['open', 'done'] as const, value);
  const one = oneOf(CASE_STATES, value);
  if (several !== undefined) return { states: STATES[several] };
  return one === undefined ? wrong(field, value, [...new Set(['open', 'done', ...CASE_STATES])]) : { states: [one] };
};

const ownerOf: Read = (value, { me, members }, field) => {
  if (value.toLowerCase() === 'me') return { owner: me };
  if (value.toLowerCase() === 'none') return { owner: null };
  const named = members.filter(({ name }) => name.toLowerCase().includes(value.toLowerCase()));
  const [member] = named;
  return member !== undefined && named.length === 1
    ? { owner: member.id }
    : wrong(field, value, ['me', 'none', ...(named.length === 0 ? members : named).map(({ name }) => name)]);
};

const dayOf =
  (put: (day: string) => Query): Read =>
  (value, _who, field) => {
    const day = /^\d{4}-\d\d-\d\d$/.test(value) ? new Date(`${value}T00:00:00.000Z`) : undefined;
    // 2026-02-31 would be read as a day in March.
    return day !== undefined && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value)
      ? put(value)
      : { kind: 'date', field, value };
  };

const codeOf: Read = (value) => ({ code: /^(?:0x)?[0-9a-f]{8}$/i.test(value) ? `0x${value.slice(-8).toUpperCase()}` : value });

const enumerated =
  <T extends string>(known: readonly T[], put: (value: T) => Query): Read =>
  (value, _who, field) => {
    const one = oneOf(known, value);
    return one === undefined ? wrong(field, value, known) : put(one);
  };

/** The fields of a search, and how each narrows. */
const FIELDS: Readonly<Record<string, Read>> = {
  state: stateOf,
  owner: ownerOf,
  priority: enumerated(PRIORITIES, (priority) => ({ priorities: [priority] })),
  language: enumerated(LANGUAGES, (language) => ({ language })),
  code: codeOf,
  host: (value) => ({ host: value.toLowerCase() }),
  product: (value) => ({ product: value }),
  outcome: (value) => ({ outcome: value.toUpperCase() }),
  tag: (value) => ({ tag: value.toLowerCase() }),
  before: dayOf((openedBefore) => ({ openedBefore })),
  since: dayOf((openedSince) => ({ openedSince })),
  sort: enumerated(['priority', 'deadline', 'age', 'change'] as const, (sort) => ({ sort })),
};
export const SEARCH_FIELDS = Object.keys(FIELDS);

/** Fields that may stand several times: any of their values is meant. */
const SEVERAL = ['states', 'priorities'] as const;

const isError = (found: Found): found is SearchError => 'kind' in found;

/** A field and its value, the value perhaps in quotes; or a word, or words in quotes. */
const PIECES = /([a-z]+):(?:"([^"]*)"?|(\S*))|"([^"]*)"?|(\S+)/gi;
const LONGEST = 500;

const joined = (before: Query, found: Query, field: string): Found => {
  for (const several of SEVERAL)
    if (before[several] !== undefined && found[several] !== undefined)
      return { ...before, [several]: [...new Set([...before[several], ...found[several]])] };
  const again = Object.keys(found).some((name) => name in before);
  return again ? { kind: 'twice', field } : { ...before, ...found };
};

/**
 * Reads a search: fields such as "state:open code:C004F074 host:kms01", and free words. What cannot be read is told and left out, so that
 * the rest still narrows; a word with a colon that is no field, such as a path, counts as a word only in quotes.
 */
export const readSearch = (text: string, who: Searcher): Searched => {
  const errors: SearchError[] = [];
  const words: string[] = [];
  let query: Query = {};
  for (const [, name, quoted, bare, phrase, word] of text.slice(0, LONGEST).matchAll(PIECES)) {
    if (name === undefined) {
      words.push((phrase ?? word ?? '').trim());
      continue;
    }
    const field = name.toLowerCase();
    const value = (quoted ?? bare ?? '').trim();
    const read = Object.hasOwn(FIELDS, field) ? FIELDS[field] : undefined;
    const found: Found =
      read === undefined
        ? { kind: 'field', field: name, known: SEARCH_FIELDS }
        : value === ''
          ? { kind: 'empty', field }
          : read(value, who, field);
    const both = isError(found) ? found : joined(query, found, field);
    if (isError(both)) errors.push(both);
    else query = both;
  }
  const free = words.filter((word) => word !== '').join(' ');
  return { query: free === '' ? query : { ...query, text: free }, errors };
};
