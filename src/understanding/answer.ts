import type { Language } from '../language/language.ts';
import { type Saying, speak } from '../language/saying.ts';
import { phrases, WORDS } from '../language/words.ts';
import { isDenied } from './phrases.ts';
import { isSaid, plain } from './plain.ts';

/** A choice that is open: its value and what it is called. */
export interface Choice {
  readonly value: string;
  readonly title: Saying;
}
/** The question that is open, by its fact or what else is asked, and its choices in the order of their numbers. */
export interface Open {
  readonly ask: string;
  readonly choices: readonly Choice[];
}

const ORDINAL = /^(?:nr|no|number|nummer|option|#)?\s?(\d{1,2})$/;

/** The longest answer, in words, that is looked through for a choice; a longer message is read as a description. */
const LONGEST = 10;
/** How many of the ways to fit are sure. */
const SURE = 2;
const isLong = (phrase: string) => phrase.length >= 6;
const holds = (text: string, phrase: string) => ` ${text} `.includes(` ${phrase} `);

const common = (value: string, language: Language): readonly string[] => {
  const words = WORDS[language];
  if (value === 'yes' || value === 'no' || value === 'unknown' || value === 'cannot') return phrases(words[value]);
  return value === 'none' ? phrases(words.none) : [];
};

/** How people say an answer of a question in their own words. A button that begins with yes or no is meant by a bare yes or no. */
const synonymsOf = (ask: string, value: string, title: string, language: Language): readonly string[] => {
  const words = WORDS[language];
  const answers: Readonly<Record<string, Readonly<Record<string, string>>>> = words.answers;
  const first = plain(title).split(' ')[0] ?? '';
  const bare = (['yes', 'no'] as const).find((each) => phrases(words[each])[0] === first);
  const tried = ask.startsWith('tried.') ? { yes: words.solved, no: words.unsolved, cannot: '' }[value] : undefined;
  return [
    ...phrases(answers[ask]?.[value]),
    ...phrases(tried),
    ...common(value, language),
    ...(bare === undefined ? [] : phrases(words[bare])),
  ];
};

/** What a text chooses: surely, or only by a part of what is said for a choice. Undefined where no choice or several fit. */
export interface Chosen {
  readonly choice: Choice;
  readonly sure: boolean;
}

/** The open choice that a text means: its number, its title, or a synonym, in any case, with one slip a word, or a part of either. */
export const chosenIn = (text: string, language: Language, { ask, choices }: Open): Chosen | undefined => {
  const said = plain(text);
  const surely = (choice: Choice | undefined): Chosen | undefined => choice && { choice, sure: true };
  if (said === '') return text.trim() === '?' ? surely(choices.find(({ value }) => value === 'unknown')) : undefined;
  const number = ORDINAL.exec(said)?.[1];
  if (number !== undefined) return surely(choices[Number(number) - 1]);
  const names = choices.map((choice) => {
    const title = speak(language, choice.title);
    return { choice, phrases: [title, choice.value, ...synonymsOf(ask, choice.value, title, language)].map(plain) };
  });
  const fits = (how: (phrase: string) => boolean): readonly Choice[] =>
    names.filter(({ phrases: all }) => all.some(how)).map(({ choice }) => choice);
  const ways = [
    (phrase: string) => phrase === said,
    (phrase: string) => isSaid(said, phrase),
    // A part of one title only: "further apart" of "No, further apart".
    (phrase: string) => isLong(said) && holds(phrase, said),
    // A short sentence that holds what is said for one choice only, and does not deny it.
    (phrase: string) =>
      isLong(phrase) &&
      said.split(' ').length <= LONGEST &&
      holds(said, phrase) &&
      !isDenied(said, ` ${said} `.indexOf(` ${phrase} `), language),
  ];
  for (const [at, way] of ways.entries()) {
    const [choice, ...more] = fits(way);
    if (choice !== undefined) return more.length === 0 ? { choice, sure: at < SURE } : undefined;
  }
  return undefined;
};
