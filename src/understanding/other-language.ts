import { inEach, LANGUAGES } from '../language/language.ts';
import { OTHERS, phrases, WORDS } from '../language/words.ts';
import { plain } from './plain.ts';

const SCRIPTS: Readonly<Record<string, RegExp>> = {
  kana: /[\u3040-\u30ff]/u,
  hangul: /\p{Script=Hangul}/u,
  han: /\p{Script=Han}/u,
  ukrainian: /[іїєґ]/iu,
  cyrillic: /\p{Script=Cyrillic}/u,
  arabic: /\p{Script=Arabic}/u,
  hebrew: /\p{Script=Hebrew}/u,
  greek: /\p{Script=Greek}/u,
};

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' ').map(plain));
const KNOWN: readonly (readonly [string, ReadonlySet<string>])[] = [
  ...LANGUAGES.map((language) => [language, setOf(WORDS[language].hears)] as const),
  ...Object.entries(OTHERS).flatMap(([language, { hears }]) => (hears === undefined ? [] : [[language, setOf(hears)] as const])),
];

/** A long word tells as much as two short ones, which other languages have too. */
const tells = (word: string): number => (word.length > 4 ? 2 : 1);

const GREETINGS = inEach((language) => phrases(WORDS[language].wishes.hello).map(plain));
/** A letter of no Latin alphabet. */
const OTHER_SCRIPT = /[\u0370-\u1fff\u2c00-\uffff]/;

/** The language (two letters) that a text is written in, as far as its script or its commonest words tell; undefined where they do not. */
export const writtenIn = (text: string): string | undefined => {
  // The first that fits counts: Japanese has Chinese characters too, and Ukrainian Russian ones.
  const script =
    OTHER_SCRIPT.test(text) && Object.entries(OTHERS).find(([, other]) => other.script !== undefined && SCRIPTS[other.script]?.test(text));
  if (script) return script[0];
  const words = plain(text).split(' ');
  if (words.length < 3) return LANGUAGES.find((language) => GREETINGS[language].includes(plain(text)));
  const scores = KNOWN.map(
    ([language, common]) => [language, words.reduce((sum, word) => sum + (common.has(word) ? tells(word) : 0), 0)] as const,
  );
  const [best, second] = scores.toSorted((a, b) => b[1] - a[1]);
  return best !== undefined && second !== undefined && best[1] >= 2 && best[1] > second[1] ? best[0] : undefined;
};
