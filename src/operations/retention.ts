import type { Logger } from 'pino';
import type { Limits, Store } from '../storage/store.ts';

/** How long each class of data is kept, in milliseconds. */
export interface Kept {
  /** A talk, after its last message; one with an open case stays until that is closed. */
  readonly talks: number;
  /** A case, after it was closed. */
  readonly cases: number;
  /** That an activity was handled, so that it is not handled again. */
  readonly ledger: number;
  /** A reply that could not be sent, with the address it should go to. One that was sent leaves none. */
  readonly unsent: number;
  readonly audit: number;
}

/** What people are told of it, in days. */
export const daysKept = ({ talks, cases }: Kept): { readonly talks: number; readonly cases: number } => {
  const days = (milliseconds: number) => Math.round(milliseconds / (24 * 3_600_000));
  return { talks: days(talks), cases: days(cases) };
};

/** What is left of somebody who was forgotten: that it was done, for as long as the reply may take to arrive and be asked for again. */
export const AFTER_FORGETTING = 15 * 60_000;
/** How often it is looked after, and how much goes at once, in milliseconds and rows: a turn waits no longer than for one such batch. */
export const SWEEP = 10 * 60_000;
const BATCH = 120;
/** The clock may differ from the time that went by this much; from then on it must hold for a day before it is believed. */
const JUMP = 60 * 60_000;
const MISTRUST = 24 * 60 * 60_000;

/** Up to when each class goes, seen from a time in milliseconds. */
export const limitsAt = (now: number, { talks, cases, ledger, unsent, audit }: Kept): Limits => {
  const before = (kept: number) => new Date(now - kept).toISOString();
  return {
    talks: before(talks),
    forgotten: before(AFTER_FORGETTING),
    cases: before(cases),
    ledger: before(ledger),
    unsent: before(unsent),
    audit: before(audit),
  };
};

interface Clocks {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Milliseconds that went by; no setting of a clock changes them. */
  readonly uptime: () => number;
}

/** Says whether the clock can be believed: after it jumped, not until it went on evenly for a day. */
export const createTrust = ({ now, uptime }: Clocks): (() => boolean) => {
  let last = { now: now(), uptime: uptime() };
  let jumpedAt: number | undefined;
  return () => {
    const current = { now: now(), uptime: uptime() };
    const drift = current.now - last.now - (current.uptime - last.uptime);
    if (Math.abs(drift) > JUMP) jumpedAt = current.uptime;
    last = current;
    return jumpedAt === undefined || current.uptime - jumpedAt >= MISTRUST;
  };
};

interface Sweep extends Clocks {
  readonly store: Pick<Store, 'sweep' | 'scrub'>;
  readonly kept: Kept;
  readonly log: Pick<Logger, 'warn'>;
}

/** Deletes what is past its time in small batches, one after another. `sweep` gives how much went; `stop` ends it after the batch under way. */
export const createSweeper = ({ store, kept, log, now, uptime }: Sweep) => {
  const isTrusted = createTrust({ now, uptime });
  let ended = false;
  return {
    sweep: async (): Promise<number> => {
      if (!isTrusted()) {
        log.warn('the clock jumped: nothing is deleted until it has held for a day');
        return 0;
      }
      const at = now();
      let gone = 0;
      for (;;) {
        const batch = ended ? 0 : await store.sweep(limitsAt(at, kept), BATCH);
        gone += batch;
        if (batch === 0) break;
        await new Promise((next) => setImmediate(next));
      }
      if (gone > 0 && !ended) await store.scrub();
      return gone;
    },
    stop: (): void => {
      ended = true;
    },
  };
};
