import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createActor } from 'xstate';
import { OUTCOMES } from '../src/knowledge/outcomes.ts';
import { mostQuestionsLeft, placeAt } from '../src/machines/distance.ts';
import { type Facts, QUESTIONS, type Question, SIGNS, TRIED } from '../src/machines/facts.ts';
import { settle } from '../src/machines/settle.ts';
import { tree } from '../src/machines/tree.ts';
import { NOTHING } from './walk.ts';

const signs = fc.record({
  'code.group': fc.constantFrom(...SIGNS['code.group']),
  'key.kind': fc.constantFrom(...SIGNS['key.kind']),
  unofficial: fc.constantFrom(...SIGNS.unofficial),
  output: fc.constantFrom(...SIGNS.output),
});

/** Walks a talk to its end: at every question and every advice one of the answers. */
const walk = (first: Facts, pick: () => number) => {
  const stops: { facts: Facts; settled: ReturnType<typeof settle> }[] = [];
  let facts = first;
  for (;;) {
    const settled = settle(facts);
    stops.push({ facts, settled });
    const { rest } = settled;
    if ('end' in rest) return stops;
    const fact = 'ask' in rest ? rest.ask : (`tried.${rest.outcome}` as const);
    const values: readonly string[] = 'ask' in rest ? [...QUESTIONS[rest.ask], 'unknown'] : TRIED;
    facts = { ...facts, [fact]: values[pick() % values.length] };
  }
};

const picks = fc.array(fc.nat({ max: 41 }), { minLength: 120, maxLength: 120 });
const picking = (numbers: readonly number[]) => {
  let at = 0;
  return () => numbers[at++ % numbers.length] ?? 0;
};

interface Written {
  readonly meta?: { readonly ask?: string; readonly outcome?: string; readonly end?: string };
  readonly initial?: string;
  readonly always?: readonly {
    readonly guard?: { readonly params: { readonly fact: string; readonly value: string } };
    readonly target: string;
  }[];
  readonly states?: Readonly<Record<string, Written>>;
}
/** The guide as nothing but rows, each a place and where its values lead; walked by hand, without XState. */
const rows: Readonly<Record<string, Written>> = JSON.parse(JSON.stringify(tree.config.states));
const entry = (branch: string) => (rows[branch]?.initial === undefined ? [branch] : [branch, rows[branch].initial]);
const byHand = (facts: Readonly<Record<string, string | undefined>>): readonly string[] => {
  const path: string[] = [];
  for (let [branch = '', place] = entry('start'); ; ) {
    path.push(place === undefined ? branch : `activation.${branch}.${place}`);
    const row = place === undefined ? rows[branch] : rows[branch]?.states?.[place];
    const way = row?.always?.find(({ guard }) => guard === undefined || facts[guard.params.fact] === guard.params.value);
    if (way === undefined) return path;
    [branch = '', place] = way.target.startsWith('#') ? entry(way.target.slice(1)) : [branch, way.target];
  }
};

describe('settling', () => {
  it('goes where the rows of the guide lead, place by place, whatever is known', () => {
    const anything = fc.record(
      Object.fromEntries([
        ...Object.entries(QUESTIONS).map(([fact, values]) => [fact, fc.constantFrom(...values, 'unknown')]),
        ...Object.keys(OUTCOMES).map((id) => [`tried.${id}`, fc.constantFrom(...TRIED)]),
      ]),
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(signs, anything, picks, fc.nat(40), (read, some, numbers, at) => {
        // What is known at random leads not far; a walk's leads everywhere.
        const stops = walk({ ...NOTHING, ...read }, picking(numbers));
        for (const facts of [{ ...NOTHING, ...read, ...some } as Facts, stops[at % stops.length]?.facts ?? NOTHING]) {
          const { path, place } = settle(facts);
          expect([...path.map((step) => step.place), place]).toEqual(byHand(facts));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('ends every talk, never asks or advises the same twice, and its bound falls with every answer and never lies', () => {
    fc.assert(
      fc.property(signs, picks, (read, numbers) => {
        const stops = walk({ ...NOTHING, ...read }, picking(numbers));
        const put = stops.map(({ settled: { rest } }) => JSON.stringify(rest));
        expect(new Set(put).size).toBe(put.length);
        const lefts = stops.map(({ facts, settled }) => mostQuestionsLeft(placeAt(settled.place), facts));
        stops.forEach(({ settled: { rest } }, at) => {
          const asked = stops.slice(at).filter((stop) => 'ask' in stop.settled.rest).length;
          expect(lefts[at]).toBeGreaterThanOrEqual(asked);
          const next = lefts[at + 1];
          if (next !== undefined) expect(next).toBeLessThanOrEqual((lefts[at] ?? 0) - Number('ask' in rest));
        });
      }),
      { numRuns: 1_000 },
    );
  });

  it('depends on what is known, not on the order in which it was learned', () => {
    fc.assert(
      fc.property(signs, picks, fc.integer(), (read, numbers, seed) => {
        const { facts } = walk({ ...NOTHING, ...read }, picking(numbers)).at(-1) ?? { facts: NOTHING };
        const shuffled = Object.entries(facts).sort(
          ([a], [b]) => ((a.length * 31 + seed) % 7) - ((b.length * 31 + seed) % 7) || b.localeCompare(a),
        );
        expect(settle(Object.fromEntries(shuffled) as Facts)).toEqual(settle(facts));
      }),
      { numRuns: 300 },
    );
  });

  it('reads only the facts on its path: what is off it changes nothing', () => {
    fc.assert(
      fc.property(signs, picks, fc.constantFrom(...(Object.keys(QUESTIONS) as Question[])), (read, numbers, extra) => {
        const { facts, settled } = walk({ ...NOTHING, ...read }, picking(numbers))[3] ?? { facts: NOTHING, settled: settle(NOTHING) };
        const onPath = settled.path.some(({ fact }) => fact === extra) || ('ask' in settled.rest && settled.rest.ask === extra);
        if (onPath || facts[extra] !== undefined) return;
        expect(settle({ ...facts, [extra]: 'unknown' })).toEqual(settled);
      }),
      { numRuns: 500 },
    );
  });

  it('is undone by the old value', () => {
    fc.assert(
      fc.property(signs, picks, (read, numbers) => {
        const stops = walk({ ...NOTHING, ...read }, picking(numbers));
        const stop = stops[Math.floor(stops.length / 2)];
        const fact = stop?.settled.path.map((step) => step.fact).find((each) => each in QUESTIONS && stop.facts[each] !== undefined) as
          | Question
          | undefined;
        if (stop === undefined || fact === undefined) return;
        const changed = { ...stop.facts, [fact]: 'unknown' };
        settle(changed);
        expect(settle({ ...changed, [fact]: stop.facts[fact] } as Facts)).toEqual(stop.settled);
      }),
      { numRuns: 300 },
    );
  });

  it('comes to the same place as an actor that learns one thing after another', () => {
    fc.assert(
      fc.property(picks, (numbers) => {
        const stops = walk(NOTHING, picking(numbers));
        const actor = createActor(tree, { input: NOTHING }).start();
        for (const [at, { settled }] of stops.entries()) {
          const here = Object.entries(actor.getSnapshot().getMeta())
            .filter(([, meta]) => meta !== undefined)
            .at(-1);
          expect(here?.[0]).toBe(settled.place);
          const next = stops[at + 1];
          if (next === undefined || 'end' in settled.rest) return;
          const fact = 'ask' in settled.rest ? settled.rest.ask : (`tried.${settled.rest.outcome}` as const);
          actor.send({ type: 'learn', fact, value: next.facts[fact] } as never);
        }
      }),
      { numRuns: 200 },
    );
  });
});
