import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gather } from './crowd.ts';
import { type DeskProcess, startDesk } from './desk-process.ts';
import type { Drill } from './drill.ts';
import { onEachEngine } from './engines.ts';

const LONGEST = 3_000;

/** The whole program ended without warning while people talk, and started again: how long it takes until it is ready. `times` is the restarts on each engine. */
export const restart: Drill = {
  name: 'restart',
  long: 50,
  run: async ({ times, seed, say }) => {
    const took: number[] = [];
    await onEachEngine(async (database, engine) => {
      const folder = mkdtempSync(join(tmpdir(), 'restart-'));
      const environment = {
        DATABASE_URL: engine === 'SQLite' ? `file:${database}` : database,
        LOG_LEVEL: 'error',
        FORGOTTEN_FILE: 'forgotten',
      };
      const timed = async (): Promise<DeskProcess> => {
        const began = performance.now();
        const desk = await startDesk(folder, environment);
        while ((await fetch(new URL('/readyz', desk.url))).status !== 200) await new Promise((again) => setTimeout(again, 10));
        took.push(performance.now() - began);
        return desk;
      };
      let desk = await timed();
      const crowd = gather({ people: 8, seed, url: () => desk.url });
      for (let restarts = 0; restarts < times; restarts += 1) {
        await crowd.moreTurns(20);
        await desk.kill('SIGKILL');
        desk = await timed();
        if (restarts % 10 === 9) say(`${engine}: ${restarts + 1}`);
      }
      await crowd.disperse();
      await desk.kill('SIGTERM');
      rmSync(folder, { recursive: true, force: true });
    });
    const sorted = took.toSorted((one, other) => one - other);
    const at = (part: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0);
    return {
      tried: `${times} kills and restarts on each engine`,
      faults: { [`slower than ${LONGEST} ms`]: sorted.filter((each) => each > LONGEST).length },
      measured: { 'ms until ready in the middle': at(0.5), 'ms at most': at(1) },
    };
  },
};
