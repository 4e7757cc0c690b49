import { redact } from '../src/redaction/redact.ts';
import type { Drill } from './drill.ts';

const KIB = 1024;
/** What costs a redactor most: symbols of keys, digits, separators, escapes and marks without end. */
const PIECES = ['BCDFG-HJKMN-', 'BCDFG', '123456 ', '-', '%2D', '&#45;', '[part of a key] ', 'Ｂ\u200bВ', 'a1 '];

const longTo = (length: number, piece: string) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
/** Milliseconds of this process's own time, so that neighbours on the machine do not count. */
const spent = (): number => process.cpuUsage().user / 1000;
const quickest = (text: string, times: number): number =>
  Math.min(
    ...Array.from({ length: times }, () => {
      const start = spent();
      redact(text);
      return spent() - start;
    }),
  );

/** The redactor's time over long hostile texts: twice the text may take two and a half times as long, and 256 KiB, the most that comes in, 400 ms. */
export const redactorSpeed: Drill = {
  name: 'redactor-speed',
  long: 7,
  run: async ({ times, say }) => {
    const taken = PIECES.map((piece) => {
      say(JSON.stringify(piece));
      return { once: quickest(longTo(256 * KIB, piece), times), more: quickest(longTo(1024 * KIB, piece), times) };
    });
    const worst = Math.max(...taken.map(({ once }) => once));
    // What takes less than this is measured too roughly to be compared.
    const ratio = Math.max(...taken.filter(({ once }) => once > 20).map(({ once, more }) => Math.sqrt(more / once)));
    return {
      tried: `${PIECES.length} hostile texts of 256 KiB and 1 MiB, each ${times} times`,
      faults: { 'slower than linear': ratio > 2.5 ? 1 : 0, 'over 400 ms': worst > 400 ? 1 : 0 },
      measured: { 'ms at most': Math.round(worst), '% for twice the text': Math.round(ratio * 100) },
    };
  },
};
