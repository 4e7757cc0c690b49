import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { DOORS } from './doors.ts';
import type { Driven } from './driver.ts';
import type { Plan } from './plan.ts';

/** How long a drive is: turns that are counted, after turns to warm up, and talks at once. */
export interface Length {
  readonly warm: number;
  readonly turns: number;
  readonly atOnce: number;
}

/** What a driver is told to do. */
export interface Order extends Length {
  readonly url: string;
  readonly door: keyof typeof DOORS;
  readonly plan: Plan;
}

/** Plays a plan against a server from a process of its own. Throws where an answer was wrong: a failing server must not look fast. */
export const drive = async (order: Order): Promise<Driven> => {
  const folder = mkdtempSync(join(tmpdir(), 'desk-drive-'));
  const file = join(folder, 'order.json');
  writeFileSync(file, JSON.stringify(order));
  const { stdout } = await promisify(execFile)(process.execPath, [join(import.meta.dirname, 'driver.ts'), file]);
  rmSync(folder, { recursive: true });
  const driven: Driven = JSON.parse(stdout);
  if (driven.wrong > 0) throw new Error(`${driven.wrong} wrong answers, the first: ${driven.firstWrong}`);
  return driven;
};
