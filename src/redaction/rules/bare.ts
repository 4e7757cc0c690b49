import { type Group, pieceOf } from '../groups.ts';
import { type Hit, hitOver, type Rule } from '../hit.ts';
import { isAlphabet, isVariedAsKey, KEY_SYMBOLS, keyLikeIn } from '../key.ts';

const WITHIN = new RegExp(`[${KEY_SYMBOLS}]{25,}`, 'g');
const MISTYPED = 3;
const isAbout25 = (length: number) => length >= 23 && length <= 27;
const MISTYPED_AND_MISCOUNTED = 2;

/** A word of the length of a key, nearly all of it key symbols; or mistyped and a symbol off. A licence's name, as long, is neither. */
const isWholeKey = (symbols: string): boolean => {
  const { length } = symbols;
  const wrong = length - keyLikeIn(symbols);
  return (
    (length === 25 ? wrong <= MISTYPED : isAbout25(length) && wrong > 0 && wrong <= MISTYPED_AND_MISCOUNTED) &&
    isVariedAsKey(symbols) &&
    !isAlphabet(symbols)
  );
};

/** The key in a run that goes on into a word: the word is at its other end. */
const keyIn = (run: string, begins: boolean, ends: boolean): string => (begins === ends ? run : begins ? run.slice(0, 25) : run.slice(-25));

const within = (group: Group): readonly Hit[] => {
  const hits: Hit[] = [];
  const { symbols } = group;
  let rest = 0;
  const take = (from: number, to: number) => {
    const word = symbols.slice(from, to);
    if (isWholeKey(word)) hits.push(hitOver('key', [pieceOf(group, from, to)], word));
  };
  for (const { index, 0: run } of symbols.matchAll(WITHIN)) {
    if (!isVariedAsKey(run) || isAlphabet(run)) continue;
    const end = index + run.length;
    take(rest, index);
    hits.push(hitOver('key', [pieceOf(group, index, end)], keyIn(run, index === 0, end === symbols.length)));
    rest = end;
  }
  take(rest, symbols.length);
  return hits;
};

/** A key without separators, by itself or within a longer word. */
export const bare: Rule = (groups) => groups.flatMap((group) => (group.symbols.length < 23 ? [] : within(group)));
