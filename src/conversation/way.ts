import { placeAt, ways } from '../machines/distance.ts';
import type { Fact } from '../machines/facts.ts';
import { labelOf, titleOf } from './ask.ts';
import { saying } from './reply.ts';
import { type Standing, standingOf } from './standing.ts';
import { type State, tell } from './state.ts';

/** The facts that decided the way to where a talk stands, each once, in the order in which the tree met them. */
export const wayOf = ({ path, facts }: Standing): readonly (readonly [Fact, string])[] => {
  const decided = new Map<Fact, string>();
  for (const { place, fact } of path) {
    const value = facts[fact];
    if (value !== undefined && value !== 'none' && ways(placeAt(place)).some((way) => way.value === value)) decided.set(fact, value);
  }
  return [...decided];
};

/** Says how the desk came to where the talk stands, each answer or reading in a line. */
export const tellWay = (state: State): State => {
  const lines = wayOf(standingOf(state.record)).map(([fact, value]) =>
    saying('talk.answers.line', { label: labelOf(fact), value: titleOf(fact, value) }),
  );
  return lines.length === 0 ? tell(state, saying('talk.answers.none')) : tell(state, saying('talk.way'), ...lines);
};
