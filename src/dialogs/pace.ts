/**
 * How many replies a conversation gets in how many milliseconds: well inside what Teams allows one bot in one conversation, which is
 * 7, 8, 60 and 1,800 (Microsoft Learn, "Optimize your bot with rate limiting in Teams").
 */
const LIMITS = [
  [4, 1_000],
  [6, 2_000],
  [40, 30_000],
  [1_200, 3_600_000],
] as const;
const LONGEST = 3_600_000;
const MOST = 1_200;
/** Conversations of which the times are kept. */
const KEPT = 10_000;

/** Holds replies back so that a conversation never gets more than its channel takes. All times are in milliseconds. */
export const createPace = () => {
  const times = new Map<string, readonly number[]>();
  const held = new Map<string, number>();
  const bounded = (map: Map<string, unknown>) => {
    const [oldest] = map.keys();
    if (map.size > KEPT && oldest !== undefined) map.delete(oldest);
  };
  return {
    /** How long the next reply of a conversation has to wait. */
    wait: (conversation: string, now: number): number => {
      const sent = times.get(conversation) ?? [];
      const free = LIMITS.map(([count, span]) => (sent.at(-count) ?? Number.NEGATIVE_INFINITY) + span);
      return Math.max(0, (held.get(conversation) ?? 0) - now, ...free.map((at) => at - now));
    },
    /** One went out. */
    note: (conversation: string, now: number): void => {
      const sent = (times.get(conversation) ?? []).filter((at) => now - at < LONGEST).slice(1 - MOST);
      times.delete(conversation);
      times.set(conversation, [...sent, now]);
      bounded(times);
    },
    /** The channel wants nothing more for this conversation until then. */
    hold: (conversation: string, until: number): void => {
      held.delete(conversation);
      held.set(conversation, until);
      bounded(held);
    },
  };
};
export type Pace = ReturnType<typeof createPace>;
