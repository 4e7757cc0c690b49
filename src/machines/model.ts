import { assign, setup } from 'xstate';
import type { OutcomeId } from '../knowledge/outcomes.ts';
import type { Fact, Facts, Question, Sign, Trial, ValueOf } from './facts.ts';

type Known = { [F in Fact]: { readonly fact: F; readonly value: ValueOf<F> } }[Fact];

/** The tree's branches: what another file may point at. */
export type Branch =
  | 'start'
  | 'codes'
  | 'symptom'
  | 'kms'
  | 'mak'
  | 'refused'
  | 'seller'
  | 'unauthorised'
  | 'phone'
  | 'post'
  | 'ad'
  | 'host'
  | 'm365'
  | 'retail'
  | 'elsewhere'
  | 'solved'
  | 'person';
type Elsewhere = `#${Branch}`;

/** What a place is about. */
export type Meta =
  | { readonly ask: Question }
  | { readonly outcome: OutcomeId }
  | { readonly fork: Sign }
  | { readonly when: Question | Sign }
  | { readonly end: 'solved' | 'person' };

export const model = setup({
  types: {
    input: {} as Facts,
    context: {} as { readonly facts: Facts },
    events: {} as { readonly type: 'learn' } & Known,
    meta: {} as Meta,
  },
  guards: { is: ({ context }, { fact, value }: Known) => context.facts[fact] === value },
  actions: { learn: assign({ facts: ({ context, event }) => ({ ...context.facts, [event.fact]: event.value }) }) },
});

/** A place of the tree: what it is about, and where each value of its fact leads. The last way may have no guard: it takes all the rest. */
interface Place<Target extends string> {
  readonly meta: Meta;
  readonly always: readonly { readonly guard?: { readonly type: 'is'; readonly params: Known }; readonly target: Target }[];
}
type Ways<F extends Fact> = Readonly<Record<ValueOf<F>, string>>;
type Nothing<Left extends PropertyKey> = Readonly<Partial<Record<Left, never>>>;

const place = <Target extends string>(
  meta: Meta,
  fact: Fact,
  ways: Readonly<Record<string, Target>>,
  otherwise?: Target,
): Place<Target> => ({
  meta,
  always: [
    // Object.entries forgets which value belongs to which fact; Ways<F> has checked it where it was written.
    ...Object.entries(ways).map(([value, target]) => ({ guard: { type: 'is' as const, params: { fact, value } as Known }, target })),
    ...(otherwise === undefined ? [] : [{ target: otherwise }]),
  ],
});

/** Asks one thing. Where the answer is known it is passed unasked. */
export const question = <F extends Question, const W extends Ways<F>>(fact: F, ways: W & Nothing<Exclude<keyof W, ValueOf<F>>>) =>
  place<W[ValueOf<F>]>({ ask: fact }, fact, ways);

/** Parts ways by what was worked out, without asking. */
export const fork = <S extends Sign, const W extends Ways<S>>(sign: S, ways: W & Nothing<Exclude<keyof W, ValueOf<S>>>) =>
  place<W[ValueOf<S>]>({ fork: sign }, sign, ways);

/** Turns off the way where one of these values is known already; asks nothing, and goes on otherwise. */
export const when = <F extends Question | Sign, const W extends Readonly<Partial<Record<ValueOf<F>, string>>>, const O extends string>(
  fact: F,
  ways: W & Nothing<Exclude<keyof W, ValueOf<F>>>,
  otherwise: O,
) => place<O | Extract<W[keyof W], string>>({ when: fact }, fact, ways as never, otherwise);

/** Advises and waits to hear whether it helped, which mostly solves it. Without a next best thing a person takes over. */
export const outcome = <
  const W extends { readonly yes?: string; readonly no?: string; readonly cannot?: string } = Readonly<Record<never, string>>,
>(
  id: OutcomeId,
  ways?: W,
) => {
  const no = ways?.no ?? '#person';
  const targets = { yes: ways?.yes ?? '#solved', no, cannot: ways?.cannot ?? no };
  // The defaults above widen the targets to string; W says which they can be.
  return place(
    { outcome: id },
    `tried.${id}` satisfies Trial,
    targets as Record<string, '#solved' | '#person' | Extract<W[keyof W], string>>,
  );
};

/** One file's part of the tree. A target that is neither here nor a branch does not compile. */
export const branch = <const I extends Branch, const S extends Readonly<Record<string, Place<string>>>>(
  id: I,
  initial: keyof S & string,
  states: S & { readonly [K in keyof S]: Place<(keyof S & string) | Elsewhere> },
) => model.createStateConfig({ id, initial, states });
