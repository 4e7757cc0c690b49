import type { Language } from '../language/language.ts';
import { phrases, WORDS } from '../language/words.ts';
import type { Question } from '../machines/facts.ts';
import type { Detail } from '../machines/signs.ts';
import type { Finding } from './finding.ts';
import { plain } from './plain.ts';

interface Phrase {
  readonly name: Question | Detail;
  readonly value: string;
  readonly words: string;
}

const compiled = (language: Language) => {
  const { means, negations, elsewhere, keys } = WORDS[language];
  return {
    means: Object.entries(means).flatMap(([key, entry]): Phrase[] => {
      const dot = key.lastIndexOf('.');
      // A test holds every key of words.json against the questions and details.
      const name = key.slice(0, dot) as Question | Detail;
      return phrases(entry).map((phrase) => ({ name, value: key.slice(dot + 1), words: plain(phrase) }));
    }),
    negations: phrases(negations).map(plain),
    elsewhere: phrases(elsewhere).map(plain),
    keys: phrases(keys).map(plain),
  };
};
const HEARD: Readonly<Record<Language, ReturnType<typeof compiled>>> = { en: compiled('en'), de: compiled('de') };

const places = (text: string, words: string): number[] => {
  const padded = ` ${text} `;
  const found: number[] = [];
  for (let at = padded.indexOf(` ${words} `); at !== -1; at = padded.indexOf(` ${words} `, at + 1)) found.push(at);
  return found;
};

const NEGATIONS = new Set(Object.values(HEARD).flatMap(({ negations }) => [...negations]));

/** Is what stands at this place of the text denied by one of the words before it? */
export const isDenied = (text: string, at: number, within = 2): boolean =>
  text
    .slice(0, at)
    .trim()
    .split(' ')
    .slice(-within)
    .some((word) => NEGATIONS.has(word));

/** Who says that they bought a key says what was delivered, unless they say that it was something else. */
const withDelivery = (findings: readonly Finding[], words: string, language: Language): readonly Finding[] => {
  const bought = findings.some(({ name, value }) => name === 'seller.origin' && value === 'shop');
  const piece = HEARD[language].keys.find((key) => places(words, key).length > 0);
  if (!bought || piece === undefined || findings.some(({ name }) => name === 'seller.delivered')) return findings;
  return [...findings, { name: 'seller.delivered', value: 'key', piece }];
};

/** Facts and details that the words of a text say, longest phrase first, one value a fact; what is denied does not count. */
export const saidIn = (text: string, language: Language): readonly Finding[] => {
  const words = plain(text);
  const said = HEARD[language].means
    .filter(({ words: phrase }) => places(words, phrase).some((at) => !isDenied(words, at)))
    .sort((a, b) => b.words.length - a.words.length);
  const first = said.filter(({ name }, at) => said.findIndex((other) => other.name === name) === at);
  return withDelivery(
    first.map(({ name, value, words: piece }) => ({ name, value, piece })),
    words,
    language,
  );
};

const OURS = /\b(?:office|ltsc|word|excel|visio|project|kms|mak|ospp|proplus)\b/;

/** Does the text speak of something that this desk does not know about (printers, mailboxes, Windows itself), and beside that not of Office? */
export const isElsewhere = (text: string, language: Language): boolean => {
  const words = plain(text);
  return HEARD[language].elsewhere.some((phrase) => places(words, phrase).length > 0 && !OURS.test(words.replace(phrase, ' ')));
};
