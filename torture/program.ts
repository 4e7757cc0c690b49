import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** Starts the whole program as an operator does; how many milliseconds it takes until it answers, examples learned. */
export const startProgram = async (database: string) => {
  const began = Date.now();
  const child = spawn(process.execPath, [join(import.meta.dirname, '..', 'src', 'main.ts')], {
    env: { ...process.env, HOST: '127.0.0.1', PORT: '0', DATABASE_URL: `file:${database}` },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const [line] = await once(child.stdout, 'data');
  const url = /http:\S+/.exec(String(line))?.[0] ?? '';
  await (await fetch(new URL('/healthz', url))).arrayBuffer();
  return {
    ready: Date.now() - began,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
};
