import { LANGUAGES } from '../language/language.ts';
import { OTHERS, phrases, WORDS } from '../language/words.ts';
import { bare } from './bare.ts';
import { plain } from './plain.ts';

/** Words that deny what follows closely. */
const NEGATIONS = new Set(LANGUAGES.flatMap((language) => phrases(WORDS[language].negations).map(plain)));

/** What denies the thing that stands right behind it, or right before it; in other languages the words for "not" are too short and common to count alone. */
const inAll = (where: 'deniesBefore' | 'deniesBehind'): readonly string[] =>
  [...LANGUAGES.map((language) => WORDS[language][where]), ...Object.values(OTHERS).map((other) => other[where])].flatMap((entry) => [
    // With their accents and without.
    ...new Set(phrases(entry).flatMap((phrase) => [plain(phrase), bare(phrase)])),
  ]);
const BEFORE = inAll('deniesBefore');
const BEHIND = inAll('deniesBehind');
const LONGEST = 5;

const isSpaced = (phrase: string) => !/[\u3040-\u9fff]/.test(phrase);
const BY_LAST = Map.groupBy(BEFORE.filter(isSpaced), (phrase) => phrase.slice(phrase.lastIndexOf(' ') + 1));
const UNSPACED = BEFORE.filter((phrase) => !isSpaced(phrase));

/** Is what stands at these words of the text denied, in any language? */
export const isDenied = (words: readonly string[], at: number, within = 2, end = at + 1): boolean => {
  if (words.slice(Math.max(0, at - within), at).some((word) => NEGATIONS.has(word))) return true;
  const last = words[at - 1] ?? '';
  const candidates = BY_LAST.get(last);
  const before = candidates === undefined ? '' : ` ${words.slice(Math.max(0, at - LONGEST), at).join(' ')}`;
  if (candidates?.some((phrase) => before.endsWith(` ${phrase}`)) || UNSPACED.some((phrase) => last.endsWith(phrase))) return true;
  const behind = words.slice(end, end + LONGEST).join(' ');
  return behind !== '' && BEHIND.some((phrase) => behind.startsWith(phrase));
};
