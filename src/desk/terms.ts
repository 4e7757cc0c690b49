import type { Case } from './case.ts';

/** What a case can be found by, besides its state, priority and times. */
export const FIELDS = ['owner', 'language', 'code', 'host', 'product', 'outcome', 'tag'] as const;
export type Field = (typeof FIELDS)[number];

/** A field and a value of it, as one term of the index. */
export const term = (field: Field, value: string): string => `${field}:${value.toLowerCase()}`;
/** A case that nobody has. */
export const NOBODY = '-';

/** Of what a person writes, words of this length are kept for the search. */
const WORD = /[\p{L}\p{N}][\p{L}\p{N}._-]{1,39}/gu;
const MOST_WORDS = 400;

/** The words in a text by which its case is found, each once. */
export const wordsIn = (text: string): readonly string[] =>
  [...new Set((text.toLowerCase().match(WORD) ?? []).map((word) => word.replace(/[._-]+$/, '')))].slice(0, MOST_WORDS);

const valuesOf = ({ matter }: Case, ...names: readonly string[]): readonly string[] =>
  matter.facts.flatMap(({ name, value }) => (names.includes(name) ? [value] : []));

/** Every term of a case but the words that were said. */
export const termsOf = (each: Case): readonly string[] => {
  const { owner, matter, tags, ownTags } = each;
  return [
    ...new Set([
      term('owner', owner?.id ?? NOBODY),
      term('language', matter.language),
      ...(matter.outcome === undefined ? [] : [term('outcome', matter.outcome)]),
      ...valuesOf(each, 'code').map((value) => term('code', value)),
      ...valuesOf(each, 'host', 'dnsHost').map((value) => term('host', value)),
      ...valuesOf(each, 'version').map((value) => term('product', value)),
      ...[...tags, ...ownTags].map((value) => term('tag', value)),
    ]),
  ];
};
