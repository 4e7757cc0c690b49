import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Symptom } from '../src/triage/symptom.ts';
import { triage } from '../src/triage/triage.ts';
import { WORLD } from './desk.ts';

interface Gold {
  readonly id: string;
  readonly lang: string;
  readonly text: string;
  readonly gold: {
    readonly symptom: Symptom;
    readonly acceptable: readonly Symptom[];
    readonly activation: string;
    readonly activationAcceptable: readonly string[];
    readonly errorCodes: readonly string[];
    /** Named in the text and taken back there: right with them and without. */
    readonly optionalCodes?: readonly string[];
  };
}
const casesOf = (set: string): readonly Gold[] =>
  readFileSync(join(import.meta.dirname, `fixtures/triage-${set}.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

const NO_TOPIC: readonly Symptom[] = ['off-topic', 'other', 'greeting'];
const share = <T>(of: readonly T[], is: (one: T) => boolean) => of.filter(is).length / of.length;

const measured = (set: string) => {
  const all = casesOf(set).map((each) => ({ ...each, read: triage({ id: each.id, text: each.text }, WORLD.now) }));
  const field = all.filter(({ gold }) => gold.symptom !== 'off-topic');
  const off = all.filter(({ gold }) => gold.symptom === 'off-topic');
  return {
    strict: share(field, ({ gold, read }) => read.symptom === gold.symptom),
    lenient: share(field, ({ gold, read }) => [gold.symptom, ...gold.acceptable].includes(read.symptom)),
    activation: share(field, ({ gold, read }) => [gold.activation, ...gold.activationAcceptable].includes(read.activation)),
    codes: share(all, ({ gold: { errorCodes, optionalCodes = [] }, read }) => {
      const found = read.errorCodes.filter((code) => errorCodes.includes(code) || !optionalCodes.includes(code));
      return found.toSorted().join() === errorCodes.toSorted().join();
    }),
    wronglyOff: share(field, ({ read }) => read.symptom === 'off-topic'),
    falseAlarms: share(off, ({ read }) => !NO_TOPIC.includes(read.symptom)),
    pieces: all.flatMap(({ read }) => read.facts.filter(({ piece }) => piece === '')),
  };
};

/**
 * Floors stand a little under what was measured. Only "last" is kept apart: "tuned" and "mended" were mended for, phrases and rules, and of
 * "unseen" the misses were read before the phrases of English and German grew. An honest figure takes fresh tickets.
 */
const FLOORS = {
  written: { strict: 0.88, lenient: 0.92, falseAlarms: 0.1 },
  tuned: { strict: 0.85, lenient: 0.88, falseAlarms: 0.1 },
  mended: { strict: 0.935, lenient: 0.98, falseAlarms: 0.02 },
  unseen: { strict: 0.8, lenient: 0.85, falseAlarms: 0.1 },
  // By the writer of "mended", but read by nobody until it was measured: 0.851, 0.939, false alarms 0.25. Only those were mended for.
  apart: { strict: 0.84, lenient: 0.92, falseAlarms: 0.07 },
  // By three others who never saw the project, in 23 languages. The first 240 at first 0.785, 0.846, false alarms 0.36; mended for in classes.
  strangers: { strict: 0.88, lenient: 0.94, falseAlarms: 0.05 },
  // By a fourth, measured once and read by nobody: 0.815, 0.908, no false alarm among 35. Nothing was mended for it.
  last: { strict: 0.8, lenient: 0.9, falseAlarms: 0.03 },
} as const;

describe.each(Object.entries(FLOORS))('fresh tickets in many languages (%s)', (set, floor) => {
  const is = measured(set);
  it('get the right label, mostly the very one', () => {
    expect(is.strict).toBeGreaterThanOrEqual(floor.strict);
    expect(is.lenient).toBeGreaterThanOrEqual(floor.lenient);
  });
  it('say how the computer is activated, and every code', () => {
    expect(is.activation).toBeGreaterThanOrEqual(0.92);
    expect(is.codes).toBe(1);
  });
  it('are told from what is not the field of the desk', () => {
    expect(is.falseAlarms).toBeLessThanOrEqual(floor.falseAlarms);
    expect(is.wronglyOff).toBeLessThanOrEqual(0.05);
  });
  it('show for every fact the piece of text that it came from', () => {
    expect(is.pieces).toEqual([]);
  });
});
