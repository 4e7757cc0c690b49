import { GREETINGS, phrases } from '../language/words.ts';
import { bare } from './bare.ts';

/** Longer than anybody greets, in letters without spaces. */
const LONGEST = 60;

const closed = (text: string): string => bare(text).replace(/[^\p{L}\p{N}]+/gu, '');
const listed = (entries: Readonly<Record<string, string>>, greets: boolean) =>
  Object.values(entries)
    .flatMap(phrases)
    .map((phrase) => ({ letters: closed(phrase), greets }));
const BY_FIRST = Map.groupBy([...listed(GREETINGS.greets, true), ...listed(GREETINGS.beside, false)], ({ letters }) => letters[0]);

/** Is a text nothing but a greeting, with whom it greets and what is said beside it, in any language and with or without spaces? */
export const isGreeting = (text: string): boolean => {
  if (text.length > 2 * LONGEST) return false;
  const letters = closed(text);
  if (letters === '' || letters.length > LONGEST) return false;
  // For each letter up to which all is said: was it greeted by then?
  const said = new Map<number, boolean>([[0, false]]);
  for (let at = 0; at < letters.length; at += 1) {
    const before = said.get(at);
    if (before === undefined) continue;
    for (const { letters: phrase, greets } of BY_FIRST.get(letters[at]) ?? [])
      if (letters.startsWith(phrase, at)) said.set(at + phrase.length, before || greets || said.get(at + phrase.length) === true);
  }
  return said.get(letters.length) === true;
};
