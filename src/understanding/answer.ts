import { inEach, type Language } from '../language/language.ts';
import { type Saying, speak } from '../language/saying.ts';
import { OTHERS, phrases, WORDS } from '../language/words.ts';
import type { Question, Trial } from '../machines/facts.ts';
import { isDenied } from './denial.ts';
import { isAt } from './phrasebook.ts';
import { isSaid, plain } from './plain.ts';

/** A choice that is open: its value and what it is called. */
export interface Choice {
  readonly value: string;
  readonly title: Saying;
}
/** The question that is open, by its fact or what else is asked, and its choices in the order of their numbers. */
export interface Open {
  readonly ask: string;
  /** The fact of the tree that it asks for; what is asked beside the tree has none. */
  readonly fact?: Question | Trial;
  readonly choices: readonly Choice[];
}

const NUMBER = /^(?:nr|no|number|nummer|option|#)?\s?(\d{1,2})$/;

const ORDINALS = inEach((language) => Object.values(WORDS[language].ordinals).map((entry) => phrases(entry).map(plain)));

/** The place of a choice that is meant by its number, "2" or "the second one"; from 0. */
const placeIn = (said: string, language: Language): number | undefined => {
  const number = NUMBER.exec(said)?.[1];
  if (number !== undefined) return Number(number) - 1;
  const ordinal = ORDINALS[language].findIndex((words) => words.includes(said));
  return ordinal === -1 ? undefined : ordinal;
};

/** The longest answer, in words, that is looked through for a choice; a longer message is read as a description. */
const LONGEST = 10;
const isLong = (phrase: string) => phrase.length >= 4;
const holds = (text: string, phrase: string) => ` ${text} `.includes(` ${phrase} `);
const placeOf = (words: readonly string[], phrase: string) => words.findIndex((_, at) => isAt(words, at, phrase.split(' ')));

const common = (value: string, language: Language): readonly string[] => {
  const words = WORDS[language];
  if (value === 'yes' || value === 'no' || value === 'unknown' || value === 'cannot') return phrases(words[value]);
  return value === 'none' ? phrases(words.none) : [];
};

/** How yes, no and "I don't know" are said in languages that the desk does not speak: they answer a question that was understood all the same. */
const ABROAD: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  (['yes', 'no', 'unknown'] as const).map((value) => [value, Object.values(OTHERS).flatMap((other) => phrases(other[value]).map(plain))]),
);
/** How people say yes or no by itself: what a button that begins with either is meant by too. */
const BARE = inEach((language) => (['yes', 'no'] as const).map((value) => ({ value, words: phrases(WORDS[language][value]).map(plain) })));
/** What turns from a yes to something else: "yes, but it is about Excel". */
const BUT = inEach((language) => new Set(phrases(WORDS[language].but).map(plain)));

/** How people say an answer of a question in their own words, all plain. What is made of the words once is kept: there are no more than answers. */
const synonymsOf = (ask: string, value: string, language: Language) => {
  const kept = SYNONYMS[language];
  const name = `${ask}=${value}`;
  const before = kept.get(name);
  if (before !== undefined) return before;
  const words = WORDS[language];
  const answers: Readonly<Record<string, Readonly<Record<string, string>>>> = words.answers;
  const tried = ask.startsWith('tried.') ? { yes: words.solved, no: words.unsolved, cannot: words.cannot }[value] : undefined;
  const made = { own: [...phrases(answers[ask]?.[value]), ...phrases(tried)].map(plain), common: common(value, language).map(plain) };
  kept.set(name, made);
  return made;
};
const SYNONYMS = inEach(() => new Map<string, { readonly own: readonly string[]; readonly common: readonly string[] }>());

/** What a choice is called and meant by. */
const namesOf = (ask: string, { value, title }: Choice, language: Language) => {
  const called = plain(speak(language, title));
  const { own, common: shared } = synonymsOf(ask, value, language);
  const bare = BARE[language].find(({ words: [word] }) => word === called.split(' ')[0]);
  return { own: [called, ...own], common: [...shared, ...(bare?.words ?? [])], abroad: ABROAD[bare?.value ?? value] ?? [] };
};

/** What a text chooses: surely, or only by a part of what is said for a choice. Undefined where no choice or several fit. */
interface Chosen {
  readonly choice: Choice;
  readonly sure: boolean;
}

/** "We do not have that" answers what is asked with yes or no, and nothing else. */
const isYesNo = (choices: readonly Choice[]) => choices.map(({ value }) => value).join(' ') === 'yes no unknown';
const isOneWord = (phrase: string) => !phrase.includes(' ') && phrase.length > 1;
const longest = (found: readonly string[]) => Math.max(0, ...found.map(({ length }) => length));

/** Of two answers one was denied: the other is meant. */
const otherThan = (deniedOnes: readonly Choice[], choices: readonly Choice[]): Chosen | undefined => {
  const real = choices.filter(({ value }) => value !== 'unknown');
  const [denied, ...more] = deniedOnes;
  const other = real.find((choice) => choice !== denied);
  return denied !== undefined && more.length === 0 && real.length === 2 && other !== undefined ? { choice: other, sure: false } : undefined;
};

/** The open choice whose very title this is; undefined where it is none's, or that of several. */
export const namedIn = (text: string, language: Language, { choices }: Open): Choice | undefined => {
  const [named, ...more] = choices.filter(({ title }) => speak(language, title) === text);
  return more.length === 0 ? named : undefined;
};

/** The open choice that a text means: its number, its title, or a synonym, in any case, with one slip a word, or a part of either. */
export const chosenIn = (text: string, language: Language, { ask, choices }: Open): Chosen | undefined => {
  const said = plain(text);
  const surely = (choice: Choice | undefined): Chosen | undefined => choice && { choice, sure: true };
  if (said === '') return text.trim() === '?' ? surely(choices.find(({ value }) => value === 'unknown')) : undefined;
  const place = placeIn(said, language);
  if (place !== undefined) return surely(choices[place]);
  const names = choices.map((choice) => ({ choice, named: plain(choice.value), ...namesOf(ask, choice, language) }));
  type Name = (typeof names)[number];
  const fits = (how: (name: Name) => boolean): readonly Choice[] => names.filter(how).map(({ choice }) => choice);
  const words = said.split(' ');
  const short = words.length <= LONGEST;
  const isIn = (phrase: string) => isLong(phrase) && short && holds(said, phrase);
  const denied = (phrase: string) => isIn(phrase) && isDenied(words, placeOf(words, phrase), 3);
  const isTried = ask.startsWith('tried.');
  const turns = (phrase: string) => isTried && BUT[language].has(said.slice(phrase.length + 1).split(' ')[0] ?? '');
  // "We do" opens "we do not" as well: of more words only those count that nothing can turn round.
  const opens = (phrase: string, value: string) =>
    said.startsWith(`${phrase} `) &&
    !turns(phrase) &&
    (isOneWord(phrase) || ((short || isTried) && phrase.length > 1 && (value === 'unknown' || value === 'cannot')));
  const opening = ({ common: all, choice: { value } }: Name) => longest(all.filter((phrase) => opens(phrase, value)));
  const most = Math.max(...names.map(opening));
  const sure = [
    fits(({ own, common: all, abroad, named }) => [...own, ...all, ...abroad, named].includes(said)),
    fits(({ own, common: all, named }) => [...own, ...all, named].some((phrase) => isSaid(said, phrase))),
  ].find((found) => found.length > 0);
  if (sure !== undefined) return sure.length === 1 ? surely(sure[0]) : undefined;
  const unsure = [
    // A part of one title only: "further apart" of "No, further apart", but not "my key is" of "My key is refused".
    fits(({ own }) => isLong(said.split(' ').at(-1) ?? '') && own.some((phrase) => holds(phrase, said))),
    // A short sentence that holds what is said for one choice only, and does not deny it.
    fits(({ own }) => own.some((phrase) => isIn(phrase) && !denied(phrase))),
    // "Yes, and the port is closed", and "no idea, what is that", which is no "no".
    fits((name) => most > 0 && opening(name) === most),
  ].find((found) => found.length > 0);
  if (unsure !== undefined) return unsure.length === 1 && unsure[0] !== undefined ? { choice: unsure[0], sure: false } : undefined;
  const other = otherThan(
    fits(({ own }) => own.some(denied)),
    choices,
  );
  const no = choices.find(({ value }) => value === 'no');
  return (
    other ??
    (no !== undefined && isYesNo(choices) && short && isDenied(words, words.length, LONGEST) ? { choice: no, sure: false } : undefined)
  );
};
