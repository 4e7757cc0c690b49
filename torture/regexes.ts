import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Drill } from './drill.ts';

const SRC = join(import.meta.dirname, '../src');
const LITERAL = /(?<=[=(,:[!&|?{;>]\s*|^\s*|return\s)\/(?![*/])((?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+)\/([dgimsuvy]*)/gm;

/** Every regular expression that is written in the source, with the file that it stands in. */
const literals = () =>
  readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) =>
      [...readFileSync(join(SRC, file), 'utf8').matchAll(LITERAL)].flatMap(([, source = '', flags = '']) => {
        try {
          return [{ file, regex: new RegExp(source, flags) }];
        } catch {
          // A division that looks like one.
          return [];
        }
      }),
    );

const of = (piece: string, length: number) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
const PIECES = ['a', 'a ', ' ', '\n', '0', '0x', '<', 'a@', '-', 'A1B2C-', '.', '"', '\\', 'é', '{"', '| ', 'B-', '1 2 3 ', 'ab:', '=?'];
const LENGTH = 4_000;
const SLOW = 20;

/** Every regular expression against texts that are made to keep it busy: what it costs at the length to which a message is cut. */
export const regexes: Drill = {
  name: 'regexes',
  long: 3,
  run: async ({ times, say }) => {
    const texts = PIECES.flatMap((piece) => [of(piece, LENGTH), `${of(piece, LENGTH - 1)}!`]);
    const all = literals();
    let slowest = { took: 0, name: '' };
    const slow = new Set<string>();
    for (const { file, regex } of all)
      for (const text of texts) {
        let best = Number.POSITIVE_INFINITY;
        // The best of a few, as the machine has other things to do too.
        for (let time = 0; time < Math.max(1, times); time += 1) {
          const began = performance.now();
          text.replace(regex, '');
          text.search(regex);
          best = Math.min(best, performance.now() - began);
          if (best < SLOW) break;
        }
        if (best > SLOW) slow.add(`${file} ${regex}`);
        if (best > slowest.took) slowest = { took: best, name: `${file} ${regex}` };
      }
    for (const name of slow) say(`over ${SLOW} ms: ${name}`);
    return {
      tried: `${all.length} regular expressions, ${texts.length} texts of ${LENGTH} characters`,
      // Once on a busy machine says nothing of time; the best of several does.
      faults: { 'none found': all.length === 0 ? 1 : 0, [`over ${SLOW} ms`]: times > 1 ? slow.size : 0 },
      measured: { [`ms at most (${slowest.name})`]: Math.round(slowest.took * 10) / 10 },
    };
  },
};
