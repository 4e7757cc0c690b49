import { OUTCOMES } from '../knowledge/outcomes.ts';
import { placeAt, ways } from '../machines/distance.ts';
import { type Fact, type Facts, isQuestion, isSign, isTrial, isValueOf, SIGNS, TRIED, triedOutcome } from '../machines/facts.ts';
import { settle } from '../machines/settle.ts';
import { signsOf } from '../machines/signs.ts';

/** A step of a way: the place, and the value that decided there; none where the way rests. */
export interface Step {
  readonly place: string;
  readonly known?: { readonly fact: Fact; readonly value: string };
}
/** The way a talk took: its places and the links between them, and the numbers of those where something decided. */
export interface Trodden {
  readonly places: ReadonlySet<string>;
  readonly links: ReadonlySet<string>;
  readonly told: readonly Step[];
  readonly steps: ReadonlyMap<string, number>;
}

export const NOWHERE: Trodden = { places: new Set(), links: new Set(), told: [], steps: new Map() };

/** Is this a fact of the tree and one of its values? A link may be old, or written by anybody. */
const isKnown = (name: string, value: string): boolean => {
  if (isQuestion(name)) return isValueOf(name, value);
  if (isTrial(name)) return Object.hasOwn(OUTCOMES, triedOutcome(name)) && (TRIED as readonly string[]).includes(value);
  return isSign(name) && (SIGNS[name] as readonly string[]).includes(value);
};

/** The facts that a link names, and nothing else that somebody put there. */
export const namedIn = (query: Iterable<readonly [string, string]>): readonly (readonly [string, string])[] =>
  [...query].filter(([name, value]) => isKnown(name, value));

/** The way that the facts of a link lead; no way where it names none. What the tree does not know is passed over. */
export const troddenIn = (query: Iterable<readonly [string, string]>): Trodden => {
  const named = namedIn(query);
  if (named.length === 0) return NOWHERE;
  const facts: Facts = { ...signsOf({}), ...Object.fromEntries(named) };
  const { path, place: rest } = settle(facts);
  const places = [...path.map(({ place }) => place), rest];
  const decided = path.flatMap(({ place, fact }): Step[] => {
    const value = facts[fact];
    return value === undefined || !ways(placeAt(place)).some((way) => way.value === value) ? [] : [{ place, known: { fact, value } }];
  });
  const told = [...decided, { place: rest }];
  return {
    places: new Set(places),
    links: new Set(places.slice(1).map((id, at) => `${places[at]} ${id}`)),
    told,
    steps: new Map(told.map(({ place }, at) => [place, at + 1])),
  };
};
