import { plain } from './plain.ts';

/** Between two parts of a phrase, where it has "*", so many words may stand: "key * not valid". */
const BETWEEN = 5;

/** A phrase as it is compared, its gaps kept. */
export const compared = (phrase: string): string => phrase.split('*').map(plain).join(' * ').trim();

/** Behind which word a phrase ends that begins at this one; -1 where it does not stand there. */
const endOf = (words: readonly string[], at: number, phrase: readonly string[], from = 0): number => {
  let next = at;
  for (let part = from; part < phrase.length; part += 1) {
    if (phrase[part] === '*') {
      for (let between = 0; between <= BETWEEN; between += 1) {
        const end = endOf(words, next + between, phrase, part + 1);
        if (end >= 0) return end;
      }
      return -1;
    }
    if (words[next] !== phrase[part]) return -1;
    next += 1;
  }
  return next;
};

/** Does the phrase stand at this word of the text? */
export const isAt = (words: readonly string[], at: number, phrase: readonly string[]): boolean => endOf(words, at, phrase) >= 0;

/**
 * Finds phrases among the words of a text: each that is said, at which word it begins and before which it ends, in the order of the text.
 * Phrases and text are plain. Phrases are looked up by their first word, so a text costs its own length, however many phrases there are.
 */
export const phrasebook = <P extends { readonly words: string }>(phrases: readonly P[]) => {
  const split = phrases.map((phrase) => ({ phrase, words: phrase.words.split(' ') }));
  const byFirst = Map.groupBy(split, ({ words }) => words[0]);
  return (text: readonly string[]): readonly { readonly phrase: P; readonly at: number; readonly end: number }[] =>
    text.flatMap((first, at) =>
      (byFirst.get(first) ?? []).flatMap(({ phrase, words }) => {
        const end = endOf(text, at, words);
        return end < 0 ? [] : [{ phrase, at, end }];
      }),
    );
};
