import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { typingAfter } from '../src/dialogs/typing.ts';

describe('that somebody writes', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('is not said where the answer comes at once', async () => {
    const shown: string[] = [];
    const ended = typingAfter(async () => shown.push('writing'));
    await ended();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(shown).toEqual([]);
  });

  it('is said once where it takes longer', async () => {
    const shown: string[] = [];
    const ended = typingAfter(async () => shown.push('writing'));
    await jest.advanceTimersByTimeAsync(60_000);
    await ended();
    expect(shown).toEqual(['writing']);
  });

  it('never arrives after the answer, and harms nothing where it fails', async () => {
    const order: string[] = [];
    let fail = (_: Error) => {};
    const ended = typingAfter(
      () =>
        new Promise((_, reject) => {
          fail = reject;
        }),
    );
    await jest.advanceTimersByTimeAsync(60_000);
    const answered = ended().then(() => order.push('the answer'));
    await jest.advanceTimersByTimeAsync(1);
    order.push('the channel refuses');
    fail(new Error('gone'));
    await answered;
    expect(order).toEqual(['the channel refuses', 'the answer']);
  });
});
