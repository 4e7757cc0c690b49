import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FLAGS } from '../torture/flags.ts';

/** A server under measurement, in a process of its own. */
export interface Running {
  readonly url: string;
  /** Milliseconds from its start to its first line. */
  readonly startedIn: number;
  /** Resident memory in MB; undefined where the system does not say. */
  readonly memory: () => number | undefined;
  /** The share of walks through the tree that were kept, from 0 to 1; absent where nothing is kept. */
  readonly kept?: () => Promise<number>;
  readonly stop: () => Promise<void>;
}

const memoryOf = ({ pid }: ChildProcess): number | undefined => {
  try {
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? undefined : Math.round(Number(kilobytes) / 1024);
  } catch {
    return undefined;
  }
};

/** Starts a program that says where it listens. Rejects where it ends before. */
export const start = async (
  file: string,
  environment: Readonly<Record<string, string>> = {},
  flags: readonly string[] = [],
): Promise<Running> => {
  const began = performance.now();
  const child = spawn(process.execPath, [...flags, file], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (part: Buffer) => {
      said += part.toString();
      const found = /listens on (http:\S+)/.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code}: ${said}`)));
  });
  return {
    url,
    startedIn: performance.now() - began,
    memory: () => memoryOf(child),
    stop: async () => {
      if (child.exitCode === null) {
        child.kill('SIGTERM');
        await once(child, 'exit');
      }
    },
  };
};

const keptOf = async (url: string): Promise<number> => {
  const page = await (await fetch(new URL('/metrics', url))).text();
  const count = (kept: string) => Number(new RegExp(`^desk_standings_total\\{kept="${kept}"\\} (\\d+)`, 'm').exec(page)?.[1]);
  return count('yes') / (count('yes') + count('no'));
};

/** The desk itself, on a new SQLite file or on the database that is named. */
export const startDesk = async (settings: Readonly<Record<string, string>> = {}, flags: readonly string[] = []): Promise<Running> => {
  const folder = mkdtempSync(join(tmpdir(), 'desk-bench-'));
  const desk = await start(
    join(import.meta.dirname, '../src/main.ts'),
    { HOST: '127.0.0.1', PORT: '0', DATABASE_URL: `file:${join(folder, 'bench.db')}`, ...settings },
    [...FLAGS, ...flags],
  );
  return {
    ...desk,
    kept: () => keptOf(desk.url),
    stop: async () => {
      await desk.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
