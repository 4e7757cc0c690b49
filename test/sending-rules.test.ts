import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createPace } from '../src/dialogs/pace.ts';
import { type Answer, retryAfterOf, type Verdict, verdictOf, waitOf } from '../src/dialogs/verdict.ts';

const answered = (status: number): Answer => ({ kind: 'answered', status });

describe('what a channel answers means', () => {
  it.each([
    [[200, 201, 202, 204], 'sent'],
    [[412, 429], 'again'],
    [[408, 500, 502, 503, 504, 599], 'unknown'],
    [[403, 404], 'gone'],
    [[301, 302, 303, 307, 308, 400, 401, 405, 409, 410, 413, 422], 'refused'],
  ] as [number[], Verdict][])('%j: %s', (statuses, verdict) => {
    for (const status of statuses) expect(verdictOf(answered(status))).toBe(verdict);
  });
  it('without an answer: sent again only where nothing went out', () => {
    expect(verdictOf({ kind: 'not reached' })).toBe('again');
    expect(verdictOf({ kind: 'silent' })).toBe('unknown');
    expect(verdictOf({ kind: 'not allowed' })).toBe('refused');
  });
});

describe('the wait for another attempt', () => {
  const now = Date.parse('2026-11-24T12:00:00Z');
  it.each([
    ['7', 7_000],
    [' 7 ', 7_000],
    ['1000000000', 3_600_000],
    ['Tue, 24 Nov 2026 12:00:30 GMT', 30_000],
    ['Tue, 24 Nov 2026 11:00:00 GMT', 0],
    ['-5', 0],
    ['soon', 0],
    ['', 0],
    [undefined, 0],
  ])('by the header %j is %i ms', (header, wait) => expect(retryAfterOf(header, now)).toBe(wait));

  it('doubles, ends at five minutes, and is never shorter than the channel asks for', () => {
    expect([1, 2, 3, 4].map((attempt) => waitOf(attempt, 0, 0.5))).toEqual([2_000, 4_000, 8_000, 16_000]);
    expect(waitOf(40, 0, 1)).toBe(360_000);
    expect(waitOf(1, 9_000, 0)).toBe(9_000);
    expect(waitOf(1, 0, 0)).toBe(1_600);
  });
});

describe('the pace of replies', () => {
  /** Sends everything as early as the pace lets it, in virtual time. */
  const sentAt = (arrivals: readonly number[], conversation = 'c') => {
    const pace = createPace();
    const sent: number[] = [];
    let now = 0;
    for (const arrival of [...arrivals].sort((a, b) => a - b)) {
      now = Math.max(now, arrival);
      now += pace.wait(conversation, now);
      pace.note(conversation, now);
      sent.push(now);
    }
    return sent;
  };
  const most = (sent: readonly number[], span: number) =>
    Math.max(...sent.map((from) => sent.filter((at) => at >= from && at < from + span).length));

  it('stays inside the limits for any arrivals, and loses none', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(90_000), { minLength: 1, maxLength: 150 }), (arrivals) => {
        const sent = sentAt(arrivals);
        return sent.length === arrivals.length && most(sent, 1_000) <= 4 && most(sent, 2_000) <= 6 && most(sent, 30_000) <= 40;
      }),
      { numRuns: 300 },
    );
  });

  it('stays inside the limit of an hour', () => {
    const sent = sentAt(Array.from({ length: 2_000 }, () => 0));
    expect(most(sent, 3_600_000)).toBe(1_200);
    expect(most(sent, 30_000)).toBeLessThanOrEqual(40);
  });

  it('is one for each conversation, and waits for what a channel asked for', () => {
    const pace = createPace();
    for (let reply = 0; reply < 4; reply += 1) pace.note('a', 0);
    expect(pace.wait('a', 0)).toBe(1_000);
    expect(pace.wait('b', 0)).toBe(0);
    pace.hold('b', 5_000);
    expect(pace.wait('b', 1_000)).toBe(4_000);
  });
});
