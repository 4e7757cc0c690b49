import type { Language } from '../language/language.ts';
import { type Saying, speak } from '../language/saying.ts';
import { phrases, WORDS } from '../language/words.ts';
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

/** The open choice that a text means: its number, its title, or a synonym, in any case, with one slip a word; undefined where none or several fit. */
export const chosenIn = (text: string, language: Language, { ask, choices }: Open): Choice | undefined => {
  const said = plain(text);
  if (said === '') return text.trim() === '?' ? choices.find(({ value }) => value === 'unknown') : undefined;
  const number = ORDINAL.exec(said)?.[1];
  if (number !== undefined) return choices[Number(number) - 1];
  const names = choices.map((choice) => {
    const title = speak(language, choice.title);
    return { choice, phrases: [title, choice.value, ...synonymsOf(ask, choice.value, title, language)].map(plain) };
  });
  const exact = names.filter(({ phrases: all }) => all.includes(said));
  if (exact.length > 0) return exact.length === 1 ? exact[0]?.choice : undefined;
  const near = names.filter(({ phrases: all }) => all.some((phrase) => isSaid(said, phrase)));
  return near.length === 1 ? near[0]?.choice : undefined;
};
