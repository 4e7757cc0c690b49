import { setImmediate } from 'node:timers/promises';
import type { Kept, Tallied } from './kept.ts';
import { toldBy } from './told.ts';

/** Counts the talks that have changed, step by step, and lets others in between; at most so many steps. */
export const createCatchUp =
  (kept: Pick<Kept, 'tally'>) =>
  async (most = Number.POSITIVE_INFINITY): Promise<void> => {
    let after: Tallied | undefined;
    for (let step = 0; step < most; step += 1) {
      after = await kept.tally(toldBy, after);
      if (after === undefined) return;
      await setImmediate();
    }
  };
