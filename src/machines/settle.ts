import { getInitialMicrosteps } from 'xstate';
import type { Fact, Facts } from './facts.ts';
import type { Meta } from './model.ts';
import { tree } from './tree.ts';

/** Where the tree stops: a question to ask, an outcome to advise, or the end of the tree. */
type Rest = Extract<Meta, { readonly ask: unknown } | { readonly outcome: unknown } | { readonly end: unknown }>;
/** A place that was passed, and the fact that decided there. */
interface Step {
  readonly place: string;
  readonly fact: Fact;
}
export interface Settled {
  readonly rest: Rest;
  /** The id of the place where the tree rests. */
  readonly place: string;
  readonly path: readonly Step[];
}

/** The fact that decides at a place. */
export const factOf = (meta: Exclude<Meta, { readonly end: unknown }>): Fact =>
  'ask' in meta ? meta.ask : 'fork' in meta ? meta.fork : 'when' in meta ? meta.when : `tried.${meta.outcome}`;

/** Runs the tree, or another of its kind, from its start with these facts: where they lead, and the places on the way, in order. */
export const settle = (facts: Facts, machine: typeof tree = tree): Settled => {
  // Not initialTransition: it hides a throwing guard or a circle in a snapshot that stands at the first question.
  const steps = getInitialMicrosteps(machine, facts).flatMap(([snapshot]) =>
    Object.entries(snapshot.getMeta()).filter(([, meta]) => meta !== undefined),
  );
  const [place, rest] = steps.pop() ?? ['nowhere', undefined];
  if (rest === undefined || 'fork' in rest || 'when' in rest) throw new Error(`the tree stops where nothing can be asked: ${place}`);
  return {
    rest,
    place,
    path: steps.flatMap(([at, meta]) => (meta === undefined || 'end' in meta ? [] : [{ place: at, fact: factOf(meta) }])),
  };
};
