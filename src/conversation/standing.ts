import { mostQuestionsLeft, placeAt } from '../machines/distance.ts';
import type { Facts } from '../machines/facts.ts';
import { type Settled, settle } from '../machines/settle.ts';
import { factsOf, type Record } from './record.ts';

/** Where a talk stands: the place, the way there, and at most how many questions are still to come. */
export interface Standing extends Settled {
  readonly facts: Facts;
  readonly mostQuestionsLeft: number;
}

const workOut = (facts: Facts): Standing => {
  const settled = settle(facts);
  return { ...settled, facts, mostQuestionsLeft: mostQuestionsLeft(placeAt(settled.place), facts) };
};

const STANDINGS = new Map<string, Standing>();
let most = 10_000;
let found = 0;
let missed = 0;

/** How many standings are kept from one turn to the next; 0 keeps none. */
export const keepStandings = (count: number): void => {
  most = count;
  STANDINGS.clear();
};

/** How often a standing was found among those that are kept, and how often not. */
export const standingsKept = () => ({ found, missed });

/** The same facts lead to the same place, whoever tells them: what was worked out is kept, the oldest goes where there are too many. */
export const standingWith = (facts: Facts): Standing => {
  const key = Object.entries(facts).sort().join();
  const before = STANDINGS.get(key);
  if (before !== undefined) {
    found += 1;
    return before;
  }
  missed += 1;
  const standing = workOut(facts);
  STANDINGS.set(key, standing);
  const [oldest] = STANDINGS.keys();
  if (STANDINGS.size > most && oldest !== undefined) STANDINGS.delete(oldest);
  return standing;
};

const OF_RECORDS = new WeakMap<Record['learned'], Standing>();

/** The same for a record, worked out once for what it has learned: a turn asks several times. */
export const standingOf = (record: Record): Standing => {
  const ready = OF_RECORDS.get(record.learned) ?? standingWith(factsOf(record));
  OF_RECORDS.set(record.learned, ready);
  return ready;
};
