import { isUnderWay } from '../machines/case.ts';
import type { Case } from './case.ts';

/** What a case can be found by, besides its state, its priority and words. */
export const FIELDS = ['owner', 'language', 'code', 'host', 'product', 'outcome', 'tag'] as const;
type Field = (typeof FIELDS)[number] | 'state' | 'priority' | 'live' | 'opened';

/** A field and a value of it, as one term of the index. */
export const term = (field: Field, value: string): string => `${field}:${value.toLowerCase()}`;
/** A case that nobody has. */
export const NOBODY = '-';
/** Is somebody still to do something about it? */
export const [LIVE, OVER] = ['yes', 'no'] as const;

/** Of what a person writes, words of this length are kept for the search. */
const WORD = /[\p{L}\p{N}][\p{L}\p{N}._-]{1,39}/gu;
const MOST_WORDS = 400;

/** The words in a text by which its case is found, each once. */
export const wordsIn = (text: string): readonly string[] =>
  [...new Set((text.toLowerCase().match(WORD) ?? []).map((word) => word.replace(/(?<![._-])[._-]+$/, '')))].slice(0, MOST_WORDS);

const valuesOf = ({ matter }: Case, ...names: readonly string[]): readonly string[] =>
  matter.facts.flatMap(({ name, value }) => (names.includes(name) ? [value] : []));

/** Every term of a case but the words that were said. */
export const termsOf = (each: Case): readonly string[] => {
  const { owner, matter, tags, ownTags, state, priority, openedAt } = each;
  return [
    ...new Set([
      term('live', isUnderWay(state) ? LIVE : OVER),
      term('state', state),
      term('priority', priority),
      term('owner', owner?.id ?? NOBODY),
      term('language', matter.language),
      term('opened', openedAt.slice(0, 10)),
      ...(matter.outcome === undefined ? [] : [term('outcome', matter.outcome)]),
      ...valuesOf(each, 'code').map((value) => term('code', value)),
      ...valuesOf(each, 'host', 'dnsHost').map((value) => term('host', value)),
      ...valuesOf(each, 'version').map((value) => term('product', value)),
      ...[...tags, ...ownTags].map((value) => term('tag', value)),
    ]),
  ];
};
