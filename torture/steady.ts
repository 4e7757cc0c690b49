import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { SAYINGS } from './crowd.ts';
import { startDesk } from './desk-process.ts';
import type { Drill } from './drill.ts';
import { onEachEngine } from './engines.ts';
import { post } from './post.ts';
import { randomFrom } from './random.ts';

const EACH_SECOND = 50;
/** Turns of one talk. */
const LONG = 20;

/** Fifty turns a second, whether the last were answered or not, as in a busy office: how long people wait. `times` is the seconds on each engine. */
export const steady: Drill = {
  name: 'steady',
  long: 600,
  run: async ({ times, seed, say }) => {
    let unanswered = 0;
    const waits = await onEachEngine(async (database, engine) => {
      const folder = mkdtempSync(join(tmpdir(), 'steady-'));
      const desk = await startDesk(folder, {
        DATABASE_URL: engine === 'SQLite' ? `file:${database}` : database,
        FORGOTTEN_FILE: 'forgotten',
      });
      const random = randomFrom(seed);
      const took: number[] = [];
      const turn = async (number: number) => {
        // So many talks at once that a person's next message comes when the last was answered.
        const conversation = `${seed}-${number % EACH_SECOND}-${Math.floor(number / EACH_SECOND / LONG)}`;
        const began = performance.now();
        const replies = await post(desk.url, { id: `${conversation}-${number}`, conversation, text: random.of(SAYINGS) });
        took.push(performance.now() - began);
        if (replies === undefined) unanswered += 1;
      };
      const began = performance.now();
      const under: Promise<void>[] = [];
      for (let number = 0; number < times * EACH_SECOND; number += 1) {
        await pause(Math.max(0, began + (number * 1000) / EACH_SECOND - performance.now()));
        under.push(turn(number));
        if (number % (60 * EACH_SECOND) === 0) say(`${engine}: ${number} turns`);
      }
      await Promise.all(under);
      await desk.kill('SIGTERM');
      rmSync(folder, { recursive: true, force: true });
      const sorted = took.toSorted((one, other) => one - other);
      return { engine, at: (part: number) => Math.round(sorted[Math.floor(sorted.length * part)] ?? 0) };
    });
    return {
      tried: `${(times * EACH_SECOND).toLocaleString('en')} turns on each engine, ${EACH_SECOND} a second`,
      faults: { unanswered },
      measured: Object.fromEntries(
        waits.flatMap(({ engine, at }) => [50, 95, 99].map((part) => [`ms on ${engine} for ${part} of 100`, at(part / 100)])),
      ),
    };
  },
};
