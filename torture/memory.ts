import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deskMaker } from './desk.ts';
import type { Drill } from './drill.ts';
import { shared } from './engines.ts';
import { post } from './post.ts';

const SAYINGS = ['hello', '0xC004F074', 'why', 'yes', 'back', '0x8007000D', 'back', '1'];
const MEGABYTE = 1_048_576;

/** The desk takes turn after turn, of ever new talks, and what it needs of memory is looked at. */
export const memory: Drill = {
  name: 'memory',
  long: 64_000,
  run: async ({ times, seed, say }) => {
    const folder = mkdtempSync(join(tmpdir(), 'memory-'));
    const desks = deskMaker(join(folder, 'desk.db'), {});
    const desk = await desks.start();
    let unanswered = 0;
    const eighths: number[] = [];
    for (let eighth = 0; eighth < 8; eighth += 1) {
      await shared(times / 8 / SAYINGS.length, 16, async (talk) => {
        for (const [turn, text] of SAYINGS.entries()) {
          const conversation = `${seed}-${eighth}-${talk}`;
          if ((await post(desk.url, { id: `${conversation}-${turn}`, conversation, text })) === undefined) unanswered += 1;
        }
      });
      eighths.push((await desk.memory()) / MEGABYTE);
      say(`${(times / 8) * (eighth + 1)} turns, ${Math.round(eighths.at(-1) ?? 0)} MB`);
    }
    await desk.kill();
    await desks.end();
    rmSync(folder, { recursive: true });
    const [half = 0, end = 0] = [eighths[3], eighths[7]];
    return {
      tried: `${times.toLocaleString('en')} turns`,
      faults: { unanswered },
      measured: {
        'MB at the end': Math.round(end),
        'MB more in each 10,000 turns of the second half': Math.round(((end - half) / (times / 2)) * 100_000) / 10,
      },
    };
  },
};
