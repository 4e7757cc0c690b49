import type { Line } from '../desk/desk.ts';
import { ERROR_CODES, errorCode } from '../knowledge/error-codes.ts';
import { OUTCOMES, type OutcomeId } from '../knowledge/outcomes.ts';
import { inEach, type Language, TEXTS } from '../language/language.ts';
import { speak } from '../language/saying.ts';
import { isUnderWay } from '../machines/case.ts';
import { codesIn } from '../understanding/codes.ts';
import { plain } from '../understanding/plain.ts';

/** Something that staff look up, and what kind of thing it is. */
export type Found =
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'outcome'; readonly id: OutcomeId }
  | { readonly kind: 'case'; readonly of: Line };

/** How many results Teams shows at once. */
const MOST = 15;

const ids = Object.keys(OUTCOMES) as OutcomeId[];

/** The words of an advice: its title counts more than its summary, and that more than its steps. */
const wordsOf = (id: OutcomeId, language: Language): readonly (readonly string[])[] => {
  const { title, summary, steps }: { title: string; summary: string; steps: Readonly<Record<string, string>> } =
    TEXTS[language].outcomes[id];
  return [`${id} ${title}`, summary, Object.values(steps).join(' ')].map((text) => plain(text).split(' '));
};
const WORDS = inEach((language) => new Map(ids.map((id) => [id, wordsOf(id, language)])));

const WEIGHTS = [9, 3, 1];
/** Words too short to tell anything count only whole. */
const begins = (words: readonly string[], sought: string) =>
  words.some((word) => (sought.length < 3 ? word === sought : word.startsWith(sought)));

/** How well an advice fits: every word sought must begin a word of it. */
const fitting = (id: OutcomeId, sought: readonly string[], language: Language): number => {
  const parts = WORDS[language].get(id) ?? [];
  const weights = sought.map((word) => Math.max(0, ...parts.map((words, at) => (begins(words, word) ? (WEIGHTS[at] ?? 0) : 0))));
  return weights.every((weight) => weight > 0) ? weights.reduce((sum, weight) => sum + weight, 0) : 0;
};

/** Codes named in the words, in any spelling; else those that contain what was typed of one. */
const codesFor = (words: string): readonly string[] => {
  const named = codesIn(words).map(({ code }) => code);
  const part = /^(?:0x)?([0-9a-f]{3,8})$/i.exec(words.trim())?.[1]?.toUpperCase();
  if (named.length > 0 || part === undefined) return named;
  return Object.keys(ERROR_CODES).filter((code) => errorCode(code) !== undefined && code.slice(2).includes(part));
};

const fitsCase = ({ number, outcome = '', sentence, tags }: Line, sought: readonly string[], language: Language): boolean => {
  const words = plain([number, outcome, speak(language, sentence), ...tags].join(' ')).split(' ');
  return sought.every((word) => begins(words, word));
};

/** What fits the words sought, in the reader's language: codes, then cases, then advice, the best first. Cases are only those given. */
export const search = (words: string, language: Language, cases: readonly Line[]): readonly Found[] => {
  const sought = plain(words.slice(0, 200))
    .split(' ')
    .filter((word) => word !== '');
  if (sought.length === 0)
    return cases
      .filter(({ state }) => isUnderWay(state))
      .slice(-MOST)
      .map((of) => ({ kind: 'case', of }));
  const codes = codesFor(words.slice(0, 200));
  const advice = ids
    .map((id) => ({ id, weight: fitting(id, sought, language) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  return [
    ...codes.map((code): Found => ({ kind: 'code', code })),
    ...cases.filter((each) => fitsCase(each, sought, language)).map((of): Found => ({ kind: 'case', of })),
    ...advice.map(({ id }): Found => ({ kind: 'outcome', id })),
  ].slice(0, MOST);
};
