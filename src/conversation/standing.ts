import { kept } from '../language/kept.ts';
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

let asked = 0;
let missed = 0;
const keeping = (most: number) =>
  kept(
    (facts: Facts): Standing => {
      missed += 1;
      return workOut(facts);
    },
    (facts) => Object.entries(facts).sort().join(),
    most,
  );
let worked = keeping(10_000);

/** How many standings are kept from one turn to the next; 0 keeps none. */
export const keepStandings = (most: number): void => {
  worked = keeping(most);
};

/** How often a standing was found among those that are kept, and how often not. */
export const standingsKept = () => ({ found: asked - missed, missed });

/** The same facts lead to the same place, whoever tells them: what was worked out is kept. */
export const standingWith = (facts: Facts): Standing => {
  asked += 1;
  return worked(facts);
};

const OF_RECORDS = new WeakMap<Record['learned'], Standing>();

/** The same for a record, worked out once for what it has learned: a turn asks several times. */
export const standingOf = (record: Record): Standing => {
  const ready = OF_RECORDS.get(record.learned) ?? standingWith(factsOf(record));
  OF_RECORDS.set(record.learned, ready);
  return ready;
};
