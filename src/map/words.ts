import type { AnyStateNode as StateNode } from 'xstate';
import { labelOf, textOf, titleOf } from '../conversation/ask.ts';
import type { MessageKey } from '../language/keys.ts';
import { type Language, say } from '../language/language.ts';
import { speak } from '../language/saying.ts';
import { metaOf, placeAt, type Way } from '../machines/distance.ts';
import type { Fact } from '../machines/facts.ts';
import { branchOf, type Link } from './graph.ts';
import type { Step } from './trodden.ts';

const factWords = (fact: Fact, language: Language) => speak(language, labelOf(fact));

export const branchWords = (name: string, language: Language): string => say(language, `map.branches.${name}` as MessageKey);

/** What a place is about. */
export const placeWords = (place: StateNode, language: Language): string => {
  const meta = metaOf(place);
  if ('ask' in meta) return speak(language, textOf(meta.ask, 'ask'));
  if ('outcome' in meta) return say(language, `outcomes.${meta.outcome}.title`);
  if ('end' in meta) return branchWords(branchOf(place), language);
  return factWords('fork' in meta ? meta.fork : meta.when, language);
};

const wayWords = ({ fact, value }: Way, language: Language): string =>
  fact === undefined || value === undefined ? say(language, 'map.elseWay') : speak(language, titleOf(fact, value));

/** The answers or readings that lead along a link. */
export const linkWords = ({ ways }: Link, language: Language): string => ways.map((way) => wayWords(way, language)).join(' · ');

/** A place in short, as it is named where another leads to it: an advice by its number, a question by its label, another branch by its name. */
export const targetWords = (to: StateNode, from: string, language: Language): string => {
  const meta = metaOf(to);
  if (branchOf(to) !== from || 'end' in meta) return branchWords(branchOf(to), language);
  return 'outcome' in meta ? meta.outcome : factWords('ask' in meta ? meta.ask : 'fork' in meta ? meta.fork : meta.when, language);
};

/** A step of a talk's way: what was known there, or where it rests. */
export const stepWords = ({ place, known }: Step, language: Language): string => {
  const node = placeAt(place);
  const meta = metaOf(node);
  const value = known === undefined ? [] : [speak(language, titleOf(known.fact, known.value))];
  if ('outcome' in meta) return [`${meta.outcome}: ${placeWords(node, language)}`, ...value].join(' — ');
  return known === undefined ? placeWords(node, language) : `${factWords(known.fact, language)}: ${value}`;
};
