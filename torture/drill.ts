/** What a drill found: a row of the table in the README. Every figure that must be 0 stands in `faults`. */
export interface Found {
  /** How often it was tried, in the drill's own words, such as "1,000 kills, 31,204 turns". */
  readonly tried: string;
  /** What must not happen, and how often it did. */
  readonly faults: Readonly<Record<string, number>>;
  /** What is only measured, such as the longest time until a person was told, in milliseconds. */
  readonly measured?: Readonly<Record<string, number>>;
}

/** How a drill is to be run. */
export interface Orders {
  /** How many times: a gate's small number in a test, the long one in `npm run torture`. */
  readonly times: number;
  /** What every random choice follows from, so that a failure can be repeated. */
  readonly seed: number;
  /** Without the doors of the desk, where a drill is about what lies behind them and starts many: in a test, or with --light. */
  readonly light?: true;
  /** Told how far it is, now and then. */
  readonly say: (progress: string) => void;
}

/** One way of being hard on the desk: with real processes, a real database, real requests. */
export interface Drill {
  readonly name: string;
  /** The number of times of the long run. */
  readonly long: number;
  readonly run: (orders: Orders) => Promise<Found>;
}

/** The faults that happened: what a test expects to be empty. */
export const faultsOf = ({ faults }: Found): Readonly<Record<string, number>> =>
  Object.fromEntries(Object.entries(faults).filter(([, times]) => times !== 0));
