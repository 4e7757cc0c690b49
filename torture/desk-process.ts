import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { FLAGS } from './flags.ts';

const MAIN = resolve(import.meta.dirname, '../src/main.ts');

/** A desk as a process of its own, everything it writes below one folder: its database, its output, what it puts into temporary files. */
export interface DeskProcess {
  readonly url: string;
  readonly pid: number;
  /** Its exit code, when it has ended. */
  readonly ended: Promise<number | null>;
  readonly kill: (signal: 'SIGKILL' | 'SIGTERM') => Promise<number | null>;
}

/** Starts one; throws where it does not come up. What it prints is appended to `output` in the folder. */
export const startDesk = async (folder: string, environment: Readonly<Record<string, string>> = {}): Promise<DeskProcess> => {
  const temporary = join(folder, 'temporary');
  mkdirSync(temporary, { recursive: true });
  const output = join(folder, 'output');
  const file = openSync(output, 'a');
  const before = readFileSync(output).length;
  const child = spawn(process.execPath, [...FLAGS, MAIN], {
    cwd: folder,
    env: { PATH: process.env.PATH ?? '', PORT: '0', DATABASE_URL: 'file:desk.db', LOG_LEVEL: 'debug', TMPDIR: temporary, ...environment },
    stdio: ['ignore', file, file],
  });
  closeSync(file);
  const ended = new Promise<number | null>((done) => child.once('exit', done));
  const heard = () => readFileSync(output).subarray(before).toString();
  for (;;) {
    const url = /listens on (http:\S+)/.exec(heard())?.[1];
    if (url !== undefined)
      return {
        url,
        pid: child.pid ?? 0,
        ended,
        kill: (signal) => {
          child.kill(signal);
          return ended;
        },
      };
    if (child.exitCode !== null) throw new Error(`the desk ended with ${child.exitCode}: ${heard()}`);
    await new Promise((again) => setTimeout(again, 25));
  }
};
