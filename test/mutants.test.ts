import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { allPlaces } from '../src/machines/distance.ts';
import { type Facts, isQuestion } from '../src/machines/facts.ts';
import { model } from '../src/machines/model.ts';
import { type Settled, settle } from '../src/machines/settle.ts';
import { tree } from '../src/machines/tree.ts';
import type { Expectation } from '../src/transcript/chat.ts';
import { trodden } from '../src/transcript/coverage.ts';
import { pureTalk } from './desk.ts';
import { transcripts } from './transcripts.ts';

interface Held {
  readonly facts: Facts;
  readonly expects: readonly Expectation[];
}

/** What is asked where the tree has come to an end. */
const ENDS: Readonly<Record<string, string>> = { solved: 'solved', offer: 'person' };

/** What the transcripts hold of the tree: what was known after each saying, and the question or advice that was expected then. */
const held: readonly Held[] = transcripts.flatMap(({ locale, exchanges }) => {
  const talk = pureTalk(locale);
  return exchanges.flatMap(({ says, expects }) => {
    talk.turn(says);
    const facts = talk.facts();
    const asked = expects.filter((each) => each.kind === 'advises' || (each.kind === 'asks' && (isQuestion(each.ask) || each.ask in ENDS)));
    return facts === undefined || asked.length === 0 ? [] : [{ facts, expects: asked }];
  });
});

const comes = (expected: Expectation, { rest }: Settled): boolean => {
  if (expected.kind === 'advises') return 'outcome' in rest ? rest.outcome === expected.outcome : expected.outcome === 'ESC-03';
  if (expected.kind !== 'asks') return false;
  return 'ask' in rest ? rest.ask === expected.ask : 'end' in rest && ENDS[expected.ask] === rest.end;
};

const isHeld = ({ facts, expects }: Held, machine: typeof tree): boolean => {
  try {
    const settled = settle(facts, machine);
    return expects.every((expected) => comes(expected, settled));
  } catch {
    return false;
  }
};
/** What the tree itself holds: an advice that is given once more after a word in between is no question of the tree's. */
const sound = held.filter((each) => isHeld(each, tree)).map((each) => ({ ...each, through: new Set(trodden(each.facts).places) }));

interface State {
  always?: { guard?: unknown; target: string }[];
  states?: Record<string, State>;
}

/** The tree with one way left out of a place, or two of its ways swapped; undefined where that would change nothing. */
const mutant = (path: readonly string[], one: number, two: number | undefined): typeof tree | undefined => {
  const config = structuredClone(JSON.parse(JSON.stringify({ states: tree.config.states }))) as State;
  const place = path.reduce<State | undefined>((state, key) => state?.states?.[key], config);
  const ways = place?.always ?? [];
  const [first, second] = [ways[one % ways.length], two === undefined ? undefined : ways[two % ways.length]];
  if (place === undefined || first === undefined) return undefined;
  if (two === undefined) place.always = ways.filter((way) => way !== first);
  else if (second === undefined || second.target === first.target) return undefined;
  else [first.target, second.target] = [second.target, first.target];
  // The clone is the tree's own config, so it fits; its type is lost on the way through JSON.
  return model.createMachine({ ...tree.config, states: config.states } as never) as unknown as typeof tree;
};

describe('a tree with a fault', () => {
  it('is noticed by the transcripts in at least 95 of 100 seeded cases', () => {
    expect(sound.length).toBeGreaterThan(1_000);
    const places = allPlaces.filter(({ type }) => type !== 'final').map(({ path }) => path);
    const faults = fc.sample(
      fc.record({ path: fc.constantFrom(...places), one: fc.nat(9), two: fc.option(fc.nat(9), { nil: undefined }) }),
      { seed: 2026, numRuns: 300 },
    );
    const mutants = faults.flatMap((fault) => {
      const machine = mutant(fault.path, fault.one, fault.two);
      return machine === undefined ? [] : [{ fault, machine }];
    });
    const hundred = mutants.slice(0, 100);
    expect(hundred).toHaveLength(100);
    const unnoticed = hundred.filter(({ fault, machine }) => {
      const id = ['activation', ...fault.path].join('.');
      return sound.filter(({ through }) => through.has(id)).every((each) => isHeld(each, machine));
    });
    for (const { fault } of unnoticed) process.stdout.write(`not noticed: ${JSON.stringify(fault)}\n`);
    expect(unnoticed.length).toBeLessThanOrEqual(5);
  });
});
