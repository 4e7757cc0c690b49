import { inEach, type Language } from '../language/language.ts';
import { phrases, WORDS } from '../language/words.ts';
import type { Finding } from './finding.ts';
import { compared, phrasebook } from './phrasebook.ts';
import { plain } from './plain.ts';

/** Office activates from this many different computers on. */
export const NEEDED = 5;
/** Between the count and its number stand so many words at most: "the count is still at 3". */
const BETWEEN = 3;

const HEARD = inEach((language) => {
  const { named, stands } = WORDS[language].counts;
  const book = (entry: string) => phrasebook(phrases(entry).map((phrase) => ({ words: compared(phrase) })));
  return { named: book(named), stands: book(stands) };
});

/** What a person says of the count of a KMS host by its number; one that stands still is another matter. */
export const countIn = (text: string, language: Language): readonly Finding[] => {
  const words = plain(text).split(' ');
  const { named, stands } = HEARD[language];
  if (stands(words).length > 0) return [];
  return named(words)
    .flatMap(({ at, end }) => {
      const behind = words.slice(end, end + BETWEEN).findIndex((word) => /^\d{1,4}$/.test(word));
      if (behind < 0) return [];
      const piece = words.slice(at, end + behind + 1).join(' ');
      return [{ name: 'kms.count' as const, value: Number(words[end + behind]) < NEEDED ? 'too-few' : 'enough', piece }];
    })
    .slice(0, 1);
};
