import { labelOf, titleOf } from '../conversation/ask.ts';
import type { Case, CaseFact, Matter } from '../desk/case.ts';
import { OUTCOMES } from '../knowledge/outcomes.ts';
import type { MessageKey } from '../language/keys.ts';
import { type Language, say } from '../language/language.ts';
import { speak } from '../language/saying.ts';
import { type Fact, isQuestion, isSign, isTrial, isValueOf, SIGNS, TRIED, triedOutcome } from '../machines/facts.ts';
import { DETAILS, type Details, signsOf } from '../machines/signs.ts';

const isOutcome = (id: string): id is keyof typeof OUTCOMES => Object.hasOwn(OUTCOMES, id);

/** Is this still a fact of the tree with one of its values? A case may be older than the tree. */
export const isKnownFact = (name: string, value: string): name is Fact => {
  if (isQuestion(name)) return isValueOf(name, value);
  if (isTrial(name)) return isOutcome(triedOutcome(name)) && (TRIED as readonly string[]).includes(value);
  return isSign(name) && (SIGNS[name] as readonly string[]).includes(value);
};

/** What an outcome advises, in a line; its id where the tree no longer has it. */
export const outcomeTitle = (id: string, language: Language): string => (isOutcome(id) ? say(language, `outcomes.${id}.title`) : id);

/** What a fact is called; its id where the tree no longer has it. */
export const factLabel = (name: string, language: Language): string => {
  if (isQuestion(name) || isSign(name) || (isTrial(name) && isOutcome(triedOutcome(name)))) return speak(language, labelOf(name));
  // A detail is one of DETAILS; the locale test holds a text for each.
  return (DETAILS as readonly string[]).includes(name) ? say(language, `desk.details.${name}` as MessageKey) : name;
};

/** What a value is called; itself where it is a detail's, or the tree no longer has it. */
export const valueTitle = (name: string, value: string, language: Language): string =>
  isKnownFact(name, value) ? speak(language, titleOf(name, value)) : value;

/** A fact in words. */
export const factWords = ({ name, value }: Pick<CaseFact, 'name' | 'value'>, language: Language): string =>
  `${factLabel(name, language)}: ${valueTitle(name, value, language)}`;

const detailsIn = (facts: Matter['facts']): Details =>
  Object.fromEntries(facts.filter(({ name }) => (DETAILS as readonly string[]).includes(name)).map(({ name, value }) => [name, value]));

/** All that the tree reads of a case's facts, the signs worked out from the details too. */
export const treeFacts = (facts: Matter['facts']): readonly (readonly [string, string])[] => [
  ...facts.filter(({ name, value }) => isKnownFact(name, value)).map(({ name, value }) => [name, value] as const),
  ...Object.entries(signsOf(detailsIn(facts))),
];

// XState types a machine's states as strings; the locale test holds a text for each.
export const stateWords = (state: Case['state'], language: Language): string => say(language, `desk.states.${state}` as MessageKey);

const FROMS = ['button', 'said', 'pasted', 'picture', 'staff', 'inferred'] as const;

/** Where a fact came from, in words; what a later release added, as it stands. */
export const sourceWords = (from: string, language: Language): string => {
  const known = FROMS.find((each) => each === from);
  return known === undefined ? from : say(language, `desk.froms.${known}`);
};
