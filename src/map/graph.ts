import type { AnyStateNode as StateNode } from 'xstate';
import { allPlaces, metaOf, type Way, ways } from '../machines/distance.ts';

/** A branch of the tree, as its file has it. */
export interface Branch {
  readonly name: string;
  readonly places: readonly StateNode[];
}
/** All ways from one place to another, as one. */
export interface Link {
  readonly from: StateNode;
  readonly to: StateNode;
  readonly ways: readonly Way[];
}
/** A branch as it is drawn: a line for each link, but for those that are said in the box of the place they leave. */
export interface Graph extends Branch {
  readonly lines: readonly Link[];
  readonly inBox: ReadonlyMap<StateNode, readonly Link[]>;
}

export const branchOf = (place: StateNode): string => place.path[0] ?? '';
/** What a place is called within its branch. */
export const nameOf = (place: StateNode): string => place.path.slice(1).join('.') || branchOf(place);
export const isEnd = (place: StateNode): boolean => 'end' in metaOf(place);

/** The branches in the order in which the tree lists them, without its two ends. */
export const branches = (): readonly Branch[] =>
  [...new Set(allPlaces.map(branchOf))]
    .map((name) => ({ name, places: allPlaces.filter((place) => branchOf(place) === name) }))
    .filter(({ places }) => !places.some(isEnd));

/** Where a place leads, several ways to one target together. */
export const linksFrom = (from: StateNode): readonly Link[] => {
  const targets = new Map<StateNode, Way[]>();
  for (const way of ways(from)) targets.set(way.to, [...(targets.get(way.to) ?? []), way]);
  return [...targets].map(([to, taken]) => ({ from, to, ways: taken }));
};

/**
 * A branch as lines and boxes. What follows an advice that did not help is said in its box where a line would only tangle:
 * when several advices lead there, or it lies in another branch. That an advice which helped is the end goes without saying.
 */
export const graphOf = (branch: Branch): Graph => {
  const links = branch.places.flatMap(linksFrom).filter(({ to }) => branchOf(to) !== 'solved');
  const adviceTo = (place: StateNode) => links.filter(({ from, to }) => to === place && 'outcome' in metaOf(from)).length;
  const isInBox = ({ from, to }: Link) => 'outcome' in metaOf(from) && (branchOf(to) !== branch.name || adviceTo(to) > 1);
  return {
    ...branch,
    lines: links.filter((link) => !isInBox(link)),
    inBox: new Map(branch.places.map((place) => [place, links.filter((link) => link.from === place && isInBox(link))])),
  };
};
