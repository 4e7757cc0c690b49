import type { AnyStateNode as StateNode } from 'xstate';
import type { Fact, Facts } from './facts.ts';
import type { Meta } from './model.ts';
import { tree } from './tree.ts';

/** A way from a place to a place. Without a value it is the way that all other values take. */
export interface Way {
  readonly fact?: Fact;
  readonly value?: string;
  readonly to: StateNode;
}

const places = (node: StateNode): StateNode[] => [node, ...Object.values(node.states).flatMap(places)];
const entered = (node: StateNode): StateNode => {
  const first = node.type === 'compound' ? node.initial.target[0] : undefined;
  return first === undefined ? node : entered(first);
};

/** What a place is about. */
export const metaOf = (node: StateNode): Meta => node.meta as Meta;

export type Place = StateNode;

const written = (node: StateNode): readonly Way[] =>
  (node.always ?? []).flatMap(({ guard, target }) => {
    const to = target?.[0];
    // A guard is always is({fact, value}): the builders of model.ts write no other.
    return to === undefined ? [] : [{ ...(guard as { params: { fact: Fact; value: string } } | undefined)?.params, to: entered(to) }];
  });

const waysByPlace = new WeakMap<StateNode, readonly Way[]>();
/** Every way on from a place, as written in its branch. */
export const ways = (node: StateNode): readonly Way[] => {
  const before = waysByPlace.get(node);
  if (before !== undefined) return before;
  const now = written(node);
  waysByPlace.set(node, now);
  return now;
};

export const allPlaces: readonly StateNode[] = places(tree.root).filter((node) => node.meta);
export const start: StateNode = entered(tree.root);

const placesById = new Map(allPlaces.map((node) => [node.id, node]));
/** The place that settle names. Throws where there is none. */
export const placeAt = (id: string): StateNode => {
  const node = placesById.get(id);
  if (node === undefined) throw new Error(`no such place: ${id}`);
  return node;
};

/** Can this way still be taken, knowing these facts? What is not known yet may become anything. */
const isOpen = (node: StateNode, { fact, value }: Way, facts: Facts): boolean => {
  if (fact === undefined)
    return !ways(node).some((way) => way.fact !== undefined && facts[way.fact] !== undefined && facts[way.fact] === way.value);
  return facts[fact] === undefined || facts[fact] === value;
};

/** The ways on from a place that can still be taken, knowing these facts. */
export const openWays = (from: StateNode, facts: Facts): readonly Way[] => ways(from).filter((way) => isOpen(from, way, facts));

/**
 * The most questions that can still come from this place, the one it asks counted in; "did it help?" is not counted.
 * Throws where the tree has a circle.
 */
export const mostQuestionsLeft = (
  from: StateNode,
  facts: Facts,
  above: readonly StateNode[] = [],
  seen = new Map<StateNode, number>(),
): number => {
  if (above.includes(from)) throw new Error(`a circle: ${[...above, from].map((node) => node.id).join(' → ')}`);
  const known = seen.get(from);
  if (known !== undefined) return known;
  const meta = metaOf(from);
  const open = openWays(from, facts);
  const asks = Number('ask' in meta && facts[meta.ask] === undefined);
  const left = asks + Math.max(0, ...open.map(({ to }) => mostQuestionsLeft(to, facts, [...above, from], seen)));
  seen.set(from, left);
  return left;
};
