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

/** Marks a place whose distance is being worked out. */
const UNDER_WAY = -1;

/**
 * The most questions that can still come from this place, the one it asks counted in; "did it help?" is not counted.
 * Throws where the tree has a circle.
 */
export const mostQuestionsLeft = (from: StateNode, facts: Facts, seen = new Map<StateNode, number>()): number => {
  const before = seen.get(from);
  if (before === UNDER_WAY)
    throw new Error(`a circle: ${[...seen].flatMap(([{ id }, left]) => (left === UNDER_WAY ? [id] : [])).join(' → ')}`);
  if (before !== undefined) return before;
  seen.set(from, UNDER_WAY);
  let most = 0;
  // Over all ways and not openWays: this is walked for every turn, and a list for each place would cost more than the walk.
  for (const way of ways(from)) if (isOpen(from, way, facts)) most = Math.max(most, mostQuestionsLeft(way.to, facts, seen));
  const meta = metaOf(from);
  const left = most + Number('ask' in meta && facts[meta.ask] === undefined);
  seen.set(from, left);
  return left;
};
