import { describe, expect, it } from '@jest/globals';
import { redactAfter, type Trail } from '../src/redaction/across.ts';
import { redact } from '../src/redaction/redact.ts';
import { bare, longestOf } from './fixtures/key-forms.ts';
import { newKey, random } from './keys.ts';

const SEED = Number(process.env.SEED ?? 1);

/** What stays of messages that follow each other; the door has redacted each of them before. */
const send = (pieces: readonly string[], door = (piece: string) => redact(piece).text) => {
  let trail: Trail | undefined;
  return pieces
    .map((piece, at) => {
      const redacted = redactAfter(trail, door(piece), at * 5_000);
      trail = redacted.trail;
      return redacted.text;
    })
    .join('');
};

const FORMS: Readonly<Record<string, (key: string) => string>> = {
  dashed: (key) => key,
  'lower case': (key) => key.toLowerCase(),
  spaced: (key) => key.replaceAll('-', ' '),
  'one group a line': (key) => key.replaceAll('-', '\n'),
  'no separators': bare,
};

/** One piece in 4,000 holds nothing but hexadecimal digits; without dashes nobody can tell it from a number. */
const readsAsNumber = (piece: string): boolean => /^[0-9A-F]{10,}$/.test(piece);

describe('a key over several messages', () => {
  it.each(Object.entries(FORMS))('leaves fewer than ten symbols in a row of two, wherever it is cut: %s', (_name, form) => {
    const next = random(SEED + 8);
    for (let each = 0; each < 50; each += 1) {
      const key = newKey(next);
      const text = form(key);
      for (let cut = 1; cut < text.length; cut += 1) {
        const pieces = [text.slice(0, cut), text.slice(cut)];
        if (pieces.some(readsAsNumber)) continue;
        expect([pieces, longestOf(send(pieces), bare(key)) < 10]).toEqual([pieces, true]);
        expect([pieces, longestOf(send(pieces, String), bare(key)) < 10]).toEqual([pieces, true]);
      }
    }
  });

  it('leaves its first group at most of five, a group each', () => {
    const next = random(SEED + 9);
    for (let each = 0; each < 500; each += 1) {
      const key = newKey(next);
      expect(longestOf(send(key.split('-')), bare(key))).toBeLessThanOrEqual(5);
    }
  });

  it('is another matter after two minutes, and where words begin the message', () => {
    expect(redactAfter({ symbols: 5, at: 0 }, 'GCVGB', 60_000).text).toBe('[part of a key]');
    expect(redactAfter({ symbols: 5, at: 0 }, 'GCVGB', 121_000).text).toBe('GCVGB');
    expect(redactAfter({ symbols: 5, at: 0 }, 'the other is GCVGB', 60_000).text).toBe('the other is GCVGB');
  });

  it('leaves a last five, an answer and short words alone', () => {
    expect(redactAfter(undefined, '6F7TH', 0)).toEqual({ text: '6F7TH', found: [], trail: { symbols: 5, at: 0 } });
    for (const answer of ['2', 'yes', 'VPN', 'my PC', 'why', 'over HTTP', '22', 'PC 3'])
      expect(redactAfter({ symbols: 5, at: 0 }, answer, 1_000).text).toBe(answer);
    for (const answer of ['2', '22', 'yes', 'my PC is new', '']) expect(redactAfter(undefined, answer, 0).trail).toBeUndefined();
  });

  it('ends with the whole key', () => {
    const key = newKey(random(SEED + 10));
    expect(redactAfter(undefined, key, 0).trail).toBeUndefined();
    expect(redactAfter({ symbols: 20, at: 0 }, '6F7TH', 1_000).trail).toBeUndefined();
    expect(redactAfter({ symbols: 10, at: 0 }, '6F7TH', 1_000).trail).toEqual({ symbols: 15, at: 1_000 });
  });
});
