import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DOORS } from './doors.ts';
import { type Contender, DESK, fetchPeers, PEERS } from './peers.ts';
import { medianOf, ranged, table } from './table.ts';

/** Milliseconds from the start of the process to its first right answer. */
const firstAnswer = async ({ start, door, plan }: Contender, environment: Readonly<Record<string, string>>): Promise<number> => {
  const { reads, talks } = plan();
  const message = talks[0]?.[0];
  if (message === undefined) throw new Error('a plan without a talk');
  const running = await start(environment);
  try {
    const began = performance.now();
    const talk = await DOORS[door](running.url, reads, message.locale);
    const read = await talk.say(message);
    if (read !== message.right) throw new Error(`a wrong first answer: ${read}`);
    return running.startedIn + performance.now() - began;
  } finally {
    await running.stop();
  }
};

/** From nothing to the first answer, both without and both with Node's compile cache, six times each. */
export const measure = async (): Promise<void> => {
  fetchPeers();
  const caches = mkdtempSync(join(tmpdir(), 'desk-compiled-'));
  const rows: string[][] = [['from the start to the first answer', 'stock echo, ms', 'the desk, ms', '× stock echo']];
  for (const [name, environment] of [
    ['without a compile cache', {}],
    ['with one', { NODE_COMPILE_CACHE: caches }],
  ] as const) {
    const echo: number[] = [];
    const desk: number[] = [];
    // The first start of each fills the cache and does not count.
    for (let run = 0; run <= 6; run += 1) {
      const times = [await firstAnswer(PEERS.echo, environment), await firstAnswer(DESK, environment)] as const;
      if (run === 0) continue;
      echo.push(times[0]);
      desk.push(times[1]);
    }
    rows.push([
      name,
      medianOf(echo).toFixed(0),
      medianOf(desk).toFixed(0),
      ranged(desk.map((time, at) => time / (echo[at] ?? Number.NaN))),
    ]);
  }
  table(rows);
  rmSync(caches, { recursive: true });
};
