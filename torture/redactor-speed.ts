import { redact } from '../src/redaction/redact.ts';
import type { Drill } from './drill.ts';

const KIB = 1024;
/** What costs a redactor most: symbols of keys, digits, separators, escapes and marks without end. */
const PIECES = ['BCDFG-HJKMN-', 'BCDFG', '123456 ', '-', '%2D', '&#45;', '[part of a key] ', 'Ｂ\u200bВ', 'a1 '];

const longTo = (length: number, piece: string) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
const quickest = (text: string, times: number): number =>
  Math.min(
    ...Array.from({ length: times }, () => {
      const start = performance.now();
      redact(text);
      return performance.now() - start;
    }),
  );

/** The redactor's time over long hostile texts: twice the text may take two and a half times as long, and 256 KiB at most 400 ms. */
export const redactorSpeed: Drill = {
  name: 'redactor-speed',
  long: 7,
  run: async ({ times, say }) => {
    const taken = PIECES.map((piece) => {
      say(JSON.stringify(piece));
      return { half: quickest(longTo(128 * KIB, piece), times), whole: quickest(longTo(256 * KIB, piece), times) };
    });
    const worst = Math.max(...taken.map(({ whole }) => whole));
    const ratio = Math.max(...taken.map(({ half, whole }) => whole / half));
    return {
      tried: `${PIECES.length} hostile texts of 128 and 256 KiB, each ${times} times`,
      faults: { 'slower than linear': ratio > 2.5 ? 1 : 0, 'over 400 ms': worst > 400 ? 1 : 0 },
      measured: { 'ms at most': Math.round(worst), '% for twice the text': Math.round(ratio * 100) },
    };
  },
};
