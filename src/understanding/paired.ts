import { PAIRS } from '../language/words.ts';
import { bare } from './bare.ts';
import type { Finding } from './finding.ts';
import { type Held, terms } from './terms.ts';

/** So many letters may stand between two words that are one meaning together. */
const NEAR = 40;
/** What a text is about is said early. */
const READ_AT_MOST = 1_000;

const heldIn = terms(Object.fromEntries(Object.entries(PAIRS.words).map(([word, entry]) => [word, [entry]])));

const MEANINGS = Object.entries(PAIRS.meanings).map(([words, label]) => {
  const dot = label.lastIndexOf('.');
  const [one = '', two = one] = words.split(' + ');
  // A test holds every meaning against the questions and details.
  return { one, two, name: label.slice(0, dot) as Finding['name'], value: label.slice(dot + 1) };
});

const spanOf = (one: Held<string>, two: Held<string>) => ({ at: Math.min(one.at, two.at), end: Math.max(one.end, two.end) });
const isNear = (one: Held<string>, two: Held<string>): boolean => Math.max(one.at - two.end, two.at - one.end) <= NEAR;

/** What two words near each other mean together, in whatever order and language: only the first meaning, they are in the order of what they tell. */
export const pairedIn = (text: string): readonly Finding[] => {
  const words = bare(text.slice(0, READ_AT_MOST));
  const held = Map.groupBy(heldIn(words), ({ kind }) => kind);
  for (const { one, two, name, value } of MEANINGS)
    for (const first of held.get(one) ?? []) {
      const second = held.get(two)?.find((each) => isNear(first, each));
      if (second === undefined) continue;
      const { at, end } = spanOf(first, second);
      return [{ name, value, piece: words.slice(at, end).slice(0, 80) }];
    }
  return [];
};
