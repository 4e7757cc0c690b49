const MINUTE = 60_000;
/** Of so many callers the time is kept; whoever was silent longest is forgotten first. */
const KEPT = 20_000;

/** How often the same caller may come. */
export interface Limit {
  /** Counts one. Gives the seconds to wait where it was too many, else 0. */
  readonly take: (caller: string) => number;
}

/** Lets each caller come so often a minute, a quarter of it at once. `now` is in milliseconds. Without a number nobody waits. */
export const createLimit = (perMinute: number | undefined, now: () => number): Limit => {
  if (perMinute === undefined) return { take: () => 0 };
  const interval = MINUTE / perMinute;
  const atOnce = Math.max(1, Math.floor(perMinute / 4)) * interval;
  /** For each caller the time at which all that he took will have been earned. */
  const earned = new Map<string, number>();
  return {
    take: (caller) => {
      const at = now();
      const next = Math.max(at, earned.get(caller) ?? 0) + interval;
      const wait = next - at - atOnce;
      if (wait > 0) return Math.ceil(wait / 1_000);
      earned.delete(caller);
      earned.set(caller, next);
      const [oldest] = earned.keys();
      if (earned.size > KEPT && oldest !== undefined) earned.delete(oldest);
      return 0;
    },
  };
};
