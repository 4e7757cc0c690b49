import type { Language } from '../language/language.ts';
import { OTHERS, phrases, WORDS } from '../language/words.ts';
import { plain } from './plain.ts';

const SCRIPTS: Readonly<Record<string, RegExp>> = {
  kana: /[\u3040-\u30ff]/u,
  hangul: /\p{Script=Hangul}/u,
  han: /\p{Script=Han}/u,
  cyrillic: /\p{Script=Cyrillic}/u,
  arabic: /\p{Script=Arabic}/u,
};

const COMMON: Readonly<Record<Language, string>> = {
  en: 'the a an is it to of and in my not on for with that this i do does you what how can be has have was no as at or are will we our your me but if there all so they from by just get now when',
  de: 'der die das ein eine ist es zu von und in mein nicht auf für mit dass dieser ich was wie kann hat habe war kein bitte mir wir aber oder wenn noch auch nur wird sind haben sie er es als bei nach aus um am im zum zur den dem des',
};
const KNOWN: readonly (readonly [string, ReadonlySet<string>])[] = [
  ...Object.entries(COMMON).map(([language, words]) => [language, new Set(words.split(' '))] as const),
  ...Object.entries(OTHERS).flatMap(([language, { hears }]) =>
    hears === undefined ? [] : [[language, new Set(hears.split(' '))] as const],
  ),
];

const greetings = (language: Language) => phrases(WORDS[language].wishes.hello).map(plain);

/** The language (two letters) that a text is written in, as far as its script or its commonest words tell; undefined where they do not. */
export const writtenIn = (text: string): string | undefined => {
  const script = Object.entries(OTHERS).find(([, other]) => other.script !== undefined && SCRIPTS[other.script]?.test(text));
  // Japanese has Chinese characters too: kana decides before han.
  if (script !== undefined) return SCRIPTS.kana?.test(text) ? 'ja' : script[0];
  const words = plain(text).split(' ');
  if (words.length < 3) return (['de', 'en'] as const).find((language) => greetings(language).includes(plain(text)));
  const scores = KNOWN.map(([language, common]) => [language, words.filter((word) => common.has(word)).length] as const);
  const [best, second] = scores.toSorted((a, b) => b[1] - a[1]);
  return best !== undefined && second !== undefined && best[1] >= 2 && best[1] > second[1] ? best[0] : undefined;
};
