import type { Leases } from '../storage/store.ts';

interface Jobs {
  readonly leases: Leases;
  /** An id of this process. */
  readonly holder: string;
  readonly now: () => Date;
  /** Told what a job failed of; it comes again in its time. */
  readonly failed: (name: string, error: unknown) => void;
}

/** How often it is looked whether a job is due, and how much before its next time a lease ends, in milliseconds. */
const LOOK = 15_000;
const EARLY = 100;

/** Work that one instance at a time does, however many there are. What an instance had claimed when it died is free again soon. */
export const createJobs = ({ leases, holder, now, failed }: Jobs) => {
  const claim = (name: string, lasts: number, by: string) => {
    const time = now();
    return leases.claim({ name, holder: by, now: time.toISOString(), until: new Date(time.getTime() + lasts).toISOString() });
  };

  const ends: (() => Promise<void>)[] = [];
  return {
    /** Does this once in every period, in one of the instances, the first time at once. */
    every: (name: string, period: number, work: () => Promise<unknown>): void => {
      let busy = false;
      let rounds = 0;
      const by = () => `${holder} ${rounds}`;
      const once = async () => {
        if (busy) return;
        rounds += 1;
        // The lease is for the period, not for the work: it is left to run out, so that nobody does it again before, nor does this one.
        if (!(await claim(name, period - EARLY, by()))) {
          rounds -= 1;
          return;
        }
        busy = true;
        await work().finally(() => {
          busy = false;
        });
      };
      const tick = () => void once().catch((error: unknown) => failed(name, error));
      tick();
      const ticking = setInterval(tick, Math.min(period, LOOK)).unref();
      ends.push(async () => {
        clearInterval(ticking);
        await leases.release(name, by()).catch((error: unknown) => failed(name, error));
      });
    },

    /** Begins nothing more, and leaves what comes next to the others. */
    end: async (): Promise<void> => {
      await Promise.all(ends.map((end) => end()));
    },
  };
};
