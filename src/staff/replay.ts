import type { CaseFact, Said } from '../desk/case.ts';
import type { Opened } from '../desk/desk.ts';

/** A talk as it stood after one of its turns. */
export interface Moment {
  /** Which turn this is, from 1, and how many there are. */
  readonly turn: number;
  readonly of: number;
  readonly facts: readonly CaseFact[];
  readonly transcript: readonly Said[];
  readonly isWhole: boolean;
}

/** The moments at which something was said or given by a person, in order: the turns of the talk. */
const turnsIn = ({ transcript }: Opened): readonly string[] => [
  ...new Set(transcript.filter(({ from }) => from !== 'desk').map(({ at }) => at)),
];

/** The talk after a turn, counted from 1; the whole of it where the turn is no number or there is none of it. */
export const momentAt = (opened: Opened, turn: string | null): Moment => {
  const turns = turnsIn(opened);
  const { facts } = opened.case.matter;
  const number = /^\d{1,4}$/.test(turn ?? '') ? Number(turn) : 0;
  const next = turns[number];
  if (number < 1 || number > turns.length || next === undefined)
    return { turn: turns.length, of: turns.length, facts, transcript: opened.transcript, isWhole: true };
  // Facts from before their time was kept count from the beginning.
  return {
    turn: number,
    of: turns.length,
    facts: facts.filter(({ at }) => at === undefined || at < next),
    transcript: opened.transcript.filter(({ at }) => at < next),
    isWhole: false,
  };
};
