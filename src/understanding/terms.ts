import { phrases } from '../language/words.ts';
import { bare } from './bare.ts';

/** A term that a text holds: its kind, and where it stands, by letters. */
export interface Held<K extends string> {
  readonly kind: K;
  readonly at: number;
  readonly end: number;
}

interface Term<K extends string> {
  readonly kind: K;
  /** Its words; each with whether it may go on, and whether a few words may stand before it. */
  readonly words: readonly { readonly letters: string; readonly goesOn: boolean; readonly apart: boolean }[];
  /** May it begin in the middle of a word? */
  readonly anywhere: boolean;
}

/** By so many of their first letters terms are looked up, by fewer where they have fewer. */
const LOOKED_UP_BY = 3;
/** So many letters may stand between two words that have "*" between them. */
const BETWEEN = 24;
/** Chinese, Japanese and Korean have no spaces where words begin, and Arabic and Hebrew let small words grow in. */
const GROWN = /[\u0590-\u06ff\u3040-\u9fff\uac00-\ud7af]/;
const LETTER = /[\p{L}\p{N}]/u;

const termOf = <K extends string>(kind: K, entry: string): Term<K> => {
  const words = entry.split(' ').map((word, at, all) => ({
    letters: bare(word),
    goesOn: word.endsWith('-') || GROWN.test(word),
    apart: all[at - 1] === '*',
  }));
  return { kind, words: words.filter(({ letters }) => letters !== ''), anywhere: entry.startsWith('-') || GROWN.test(entry) };
};

const isLetter = (text: string, at: number): boolean => LETTER.test(text[at] ?? ' ');

/** Where a word that begins here ends; the text is bare, so what parts its words is one space. */
const wordEnd = (text: string, at: number): number => {
  let end = at;
  while (isLetter(text, end)) end += 1;
  return end;
};

/** Where the next word of a term begins: right behind, or a little further on where it may stand apart. -1 where it does not. */
const nextAt = (text: string, end: number, { letters, apart }: Term<string>['words'][number]): number => {
  if (!apart) return text[end] === ' ' ? end + 1 : -1;
  const next = text.slice(end, end + BETWEEN + letters.length).indexOf(` ${letters}`);
  return next < 0 ? -1 : end + next + 1;
};

const endOf = (text: string, at: number, { words }: Term<string>): number => {
  let end = at;
  for (const [place, word] of words.entries()) {
    const from = place === 0 ? at : nextAt(text, end, word);
    if (from < 0 || !text.startsWith(word.letters, from)) return -1;
    end = from + word.letters.length;
    if (!word.goesOn && isLetter(text, end)) return -1;
    if (word.goesOn && place < words.length - 1) end = wordEnd(text, end);
  }
  return end;
};

const lookup = <K extends string>(terms: readonly Term<K>[]) =>
  Map.groupBy(terms, ({ words: [first] }) => (first?.letters ?? '').slice(0, LOOKED_UP_BY));

/**
 * Finds terms of several kinds in a bare text: whole words, beginnings ("licen-") and middles of words ("-schlüssel-"), in any script. Terms
 * are looked up by their first letters, so a text costs its own length, however many terms there are.
 */
export const terms = <K extends string>(entries: Readonly<Record<K, readonly string[]>>) => {
  // Object.entries widens the kinds to strings.
  const kinds = Object.entries(entries) as [K, readonly string[]][];
  const all = kinds.flatMap(([kind, listed]) => listed.flatMap(phrases).map((entry) => termOf(kind, entry)));
  const beginning = lookup(all);
  const within = lookup(all.filter(({ anywhere }) => anywhere));
  return (text: string): readonly Held<K>[] => {
    const found: Held<K>[] = [];
    for (let at = 0; at < text.length; at += 1) {
      if (text[at] === ' ') continue;
      const byFirst = at === 0 || !isLetter(text, at - 1) ? beginning : within;
      for (let length = 1; length <= LOOKED_UP_BY; length += 1)
        for (const term of byFirst.get(text.slice(at, at + length)) ?? []) {
          const end = endOf(text, at, term);
          if (end >= 0) found.push({ kind: term.kind, at, end });
        }
    }
    return found;
  };
};
