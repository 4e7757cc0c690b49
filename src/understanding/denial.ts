import { LANGUAGES } from '../language/language.ts';
import { OTHERS, phrases, WORDS } from '../language/words.ts';
import { plain } from './plain.ts';

/** Words that deny what follows closely. */
const NEGATIONS = new Set(LANGUAGES.flatMap((language) => phrases(WORDS[language].negations).map(plain)));

/** In other languages the words for it are too short and common to count alone: what denies stands right before the thing, or right behind it. */
const abroad = (where: 'deniesBefore' | 'deniesBehind'): readonly string[] =>
  Object.values(OTHERS).flatMap((other) => (other[where] === undefined ? [] : phrases(other[where]).map(plain)));
const BEFORE = abroad('deniesBefore');
const BEHIND = abroad('deniesBehind');
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
