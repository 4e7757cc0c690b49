import { mostQuestionsLeft, placeAt } from '../machines/distance.ts';
import type { Facts } from '../machines/facts.ts';
import { type Settled, settle } from '../machines/settle.ts';
import { factsOf, type Record } from './record.ts';

/** Where a talk stands: the place, the way there, and at most how many questions are still to come. */
export interface Standing extends Settled {
  readonly facts: Facts;
  readonly mostQuestionsLeft: number;
}

export const standingWith = (facts: Facts): Standing => {
  const settled = settle(facts);
  return { ...settled, facts, mostQuestionsLeft: mostQuestionsLeft(placeAt(settled.place), facts) };
};

const STANDINGS = new WeakMap<Record['learned'], Standing>();

/** The same for a record, worked out once for what it has learned: a turn asks several times. */
export const standingOf = (record: Record): Standing => {
  const ready = STANDINGS.get(record.learned) ?? standingWith(factsOf(record));
  STANDINGS.set(record.learned, ready);
  return ready;
};
