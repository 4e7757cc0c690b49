/** How a channel answered, as far as it is known. */
export type Answer =
  | { readonly kind: 'answered'; readonly status: number; readonly id?: string; readonly retryAfter?: string }
  /** Nothing went out: no connection, no token. */
  | { readonly kind: 'not reached' }
  /** The address is none that a reply may go to. */
  | { readonly kind: 'not allowed' }
  /** It went out, and no answer came back. */
  | { readonly kind: 'silent' };

/**
 * What follows: again = it was certainly not delivered and may be sent later; unknown = it may have been delivered, and is not sent a
 * second time; refused = this reply is dropped; gone = nobody is there any more.
 */
export type Verdict = 'sent' | 'again' | 'unknown' | 'refused' | 'gone';

const BY_KIND = { 'not reached': 'again', 'not allowed': 'refused', silent: 'unknown' } as const;

/**
 * Microsoft asks to repeat 412, 429, 502 and 504. A 412 and a 429 say that nothing was done; behind a 5xx it may have been, and people
 * then read everything twice, so those are left.
 */
const BY_STATUS: Readonly<Record<number, Verdict>> = { 403: 'gone', 404: 'gone', 408: 'unknown', 412: 'again', 429: 'again' };

/** What an answer means for a reply. Pure. */
export const verdictOf = (answer: Answer): Verdict => {
  if (answer.kind !== 'answered') return BY_KIND[answer.kind];
  const { status } = answer;
  if (status >= 200 && status < 300) return 'sent';
  return BY_STATUS[status] ?? (status >= 500 ? 'unknown' : 'refused');
};

const FIRST = 2_000;
const LONGEST = 5 * 60_000;
/** A channel that wants more than this is not believed. */
const BELIEVED = 3_600_000;

/** A Retry-After header in milliseconds from `now`; 0 where it is none. */
export const retryAfterOf = (header: string | undefined, now: number): number => {
  const text = header?.trim() ?? '';
  const wait = /^\d{1,10}$/.test(text) ? Number(text) * 1_000 : Date.parse(text) - now;
  return Number.isFinite(wait) ? Math.min(Math.max(0, wait), BELIEVED) : 0;
};

/** How long to wait before the next attempt, in milliseconds: doubling, spread by a fifth so that not all come at once. `chance` is 0 to 1. */
export const waitOf = (attempts: number, retryAfter: number, chance: number): number =>
  Math.max(retryAfter, Math.round(Math.min(FIRST * 2 ** (attempts - 1), LONGEST) * (0.8 + 0.4 * chance)));
