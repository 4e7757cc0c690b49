import type { CommandId } from '../knowledge/commands.ts';
import { inEach, LANGUAGES, type Language } from '../language/language.ts';
import { phrases, type Wish, WORDS } from '../language/words.ts';
import { commandsIn } from './command.ts';
import { isDenied } from './denial.ts';
import { isGreeting } from './greeting.ts';
import { compared, phrasebook } from './phrasebook.ts';
import { isSaid, plain } from './plain.ts';

/** What a person wants beside answering. A language may be named, and commands. */
export interface Wanted {
  readonly wish: Wish;
  readonly language?: Language;
  readonly commands?: readonly CommandId[];
}

const POLITE = /\b(?:please|pls|bitte|mal)\b/g;

/** The first counts most: who asks for a person gets one. */
const CONTAINED: readonly Wish[] = [
  'person',
  'forget',
  'myData',
  'difference',
  'FAQ-01',
  'FAQ-02',
  'FAQ-03',
  'FAQ-04',
  'methods',
  'cameBack',
];

const compiled = (language: Language) => {
  const whole = Object.entries(WORDS[language].wishes).flatMap(([wish, entry]) =>
    phrases(entry).map((phrase) => ({ wish: wish as Wish, words: plain(phrase) })),
  );
  const contained = CONTAINED.flatMap((wish) =>
    phrases(WORDS[language].wishes[wish])
      .map(compared)
      .filter((phrase) => phrase.split(' ').length > 2)
      .map((words) => ({ wish, words })),
  );
  return {
    exactly: new Map(whole.toReversed().map(({ wish, words }) => [words, wish])),
    /** By how many words they have: a slip makes neither more nor fewer. */
    bySize: Map.groupBy(whole, ({ words }) => words.split(' ').length),
    containedIn: phrasebook(contained),
  };
};
const HEARD = inEach(compiled);

/** What the languages are called, in themselves and in each other. */
const NAMES = inEach((named) =>
  LANGUAGES.flatMap((language) => {
    const names: Readonly<Record<Language, string>> = WORDS[language].names;
    return phrases(names[named]);
  }),
);

const said = (text: string, language: Language): Wish | undefined => {
  const { exactly, bySize, containedIn } = HEARD[language];
  const words = text.split(' ');
  const whole = exactly.get(text) ?? bySize.get(words.length)?.find((phrase) => isSaid(text, phrase.words))?.wish;
  if (whole !== undefined) return whole;
  // In a longer sentence only wishes count that cannot be part of a description of the problem.
  const heard = containedIn(words).filter(({ at }) => !isDenied(words, at, 4));
  return CONTAINED.find((wish) => heard.some(({ phrase }) => phrase.wish === wish));
};

/** The wish in a text, in the talk's language first; "Deutsch" and "English" are understood in every language. */
export const wantedIn = (text: string, language: Language): Wanted | undefined => {
  const words = plain(text).replace(POLITE, ' ').replace(/\s+/g, ' ').trim();
  if (words === '') return undefined;
  const named = LANGUAGES.find((other) => NAMES[other].includes(words));
  if (named !== undefined) return { wish: 'language', language: named };
  const commands = commandsIn(text);
  if (commands.length > 0) return { wish: 'commands', commands };
  for (const spoken of [language, ...LANGUAGES.filter((other) => other !== language)]) {
    const wish = said(words, spoken);
    if (wish !== undefined) return { wish };
  }
  return isGreeting(text) ? { wish: 'hello' } : undefined;
};
