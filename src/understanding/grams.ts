import { plain } from './plain.ts';

/** Longer than anybody describes one thing: what stands behind is not read. */
const WORDS_AT_MOST = 40;
const SHORTEST = 3;
const LONGEST = 5;

const gramsOf = (word: string): readonly string[] => {
  const padded = ` ${word} `;
  const grams: string[] = [];
  for (let size = SHORTEST; size <= LONGEST; size += 1)
    for (let at = 0; at + size <= padded.length; at += 1) grams.push(padded.slice(at, at + size));
  return grams;
};

/** What a text is compared by: its words, its pairs of words, and the pieces of three to five letters of each word, so that a slip costs little. */
export const gramsIn = (text: string): ReadonlyMap<string, number> => {
  const words = plain(text).split(' ', WORDS_AT_MOST);
  const counts = new Map<string, number>();
  const count = (gram: string) => counts.set(gram, (counts.get(gram) ?? 0) + 1);
  for (const [at, word] of words.entries()) {
    count(`=${word}`);
    if (at > 0) count(`${words[at - 1]}_${word}`);
    for (const gram of gramsOf(word.slice(0, 24))) count(gram);
  }
  return counts;
};
