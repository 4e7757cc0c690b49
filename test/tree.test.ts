import { describe, expect, it } from '@jest/globals';
import type { AnyStateNode as StateNode } from 'xstate';
import { OUTCOMES, type OutcomeId } from '../src/knowledge/outcomes.ts';
import { allPlaces, metaOf, mostQuestionsLeft, placeAt, start, ways } from '../src/machines/distance.ts';
import { type Facts, QUESTIONS, SIGNS } from '../src/machines/facts.ts';
import { settle } from '../src/machines/settle.ts';
import { NOTHING, nameOf, waysTaken } from './walk.ts';

const outcomesPlaced = new Set(
  allPlaces.flatMap((place) => ('outcome' in metaOf(place) ? [(metaOf(place) as { outcome: string }).outcome] : [])),
);

describe('the tree', () => {
  it('takes every way between places, and so reaches every place', () => {
    const all = allPlaces.flatMap((place) => ways(place).map((way) => nameOf(place, way)));
    expect(all.filter((name) => !waysTaken.has(name))).toEqual([]);
    const entered = new Set(allPlaces.flatMap((place) => ways(place).map(({ to }) => to.id)));
    expect(allPlaces.filter((place) => place !== start && !entered.has(place.id)).map(({ id }) => id)).toEqual([]);
  });

  it('advises every outcome somewhere, the hand-over to a person at its end', () => {
    const ends: readonly OutcomeId[] = ['ESC-03'];
    expect((Object.keys(OUTCOMES) as OutcomeId[]).filter((id) => !outcomesPlaced.has(id) && !ends.includes(id))).toEqual([]);
  });

  it('asks every question somewhere, and none whose answers all lead to the same', () => {
    const asked = new Set(allPlaces.flatMap((place) => ('ask' in metaOf(place) ? [(metaOf(place) as { ask: string }).ask] : [])));
    expect(Object.keys(QUESTIONS).filter((question) => !asked.has(question))).toEqual([]);
    const idle = allPlaces.filter((place) => 'ask' in metaOf(place) && new Set(ways(place).map(({ to }) => to)).size === 1);
    expect(idle.map(({ id }) => id)).toEqual([]);
  });

  it('has no circle, and at most 12 questions from any start, whatever was read before', () => {
    for (const group of SIGNS['code.group'])
      for (const output of SIGNS.output) {
        const most = mostQuestionsLeft(start, { ...NOTHING, 'code.group': group, output });
        if (most > 12) throw new Error(`${most} questions with code.group ${group} and output ${output}`);
      }
    expect(mostQuestionsLeft(start, NOTHING)).toBeGreaterThan(0);
  });

  it('goes through at most 40 places on the longest way, whatever is answered and tried', () => {
    const lengths = new Map<StateNode, number>();
    const longest = (place: StateNode): number => {
      const known = lengths.get(place) ?? 1 + Math.max(0, ...ways(place).map(({ to }) => longest(to)));
      lengths.set(place, known);
      return known;
    };
    expect(longest(start)).toBeLessThanOrEqual(40);
  });

  it('leads somebody who never knows to an outcome within 12 questions, from every group of codes', () => {
    for (const group of SIGNS['code.group']) {
      let facts: Facts = { ...NOTHING, 'code.group': group };
      let asked = 0;
      for (let { rest } = settle(facts); 'ask' in rest; { rest } = settle(facts)) {
        facts = { ...facts, [rest.ask]: 'unknown' };
        asked += 1;
      }
      expect(asked).toBeLessThanOrEqual(12);
      expect('outcome' in settle(facts).rest).toBe(true);
    }
  });

  it('hides neither a circle nor a missing sign behind the first question', () => {
    expect(() => settle({} as Facts)).toThrow();
    expect(() => placeAt('activation.nowhere')).toThrow('no such place');
  });

  it('leads no code alone to an accusation', () => {
    for (const group of SIGNS['code.group']) {
      const { rest } = settle({ ...NOTHING, 'code.group': group });
      if ('outcome' in rest) expect(rest.outcome).not.toMatch(/^UNAUTH/);
    }
  });
});
