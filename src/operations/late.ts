/** Where a secret was still found after the door: in a line of the log, or in what was about to be stored. */
export type Place = 'log' | 'store';

/** Counts secrets that got past the door. Each is a fault of the door, and removed all the same. */
export interface Late {
  readonly tell: (place: Place) => void;
  readonly counts: () => Readonly<Record<Place, number>>;
}

export const createLate = (): Late => {
  const counts = { log: 0, store: 0 };
  return {
    tell: (place) => {
      counts[place] += 1;
    },
    counts: () => ({ ...counts }),
  };
};
