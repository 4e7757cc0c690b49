import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Death } from './dies.ts';
import { FLAGS } from './flags.ts';

/** A desk in a process of its own. */
export interface Desk {
  readonly url: string;
  /** Resolves when it is gone. */
  readonly ended: Promise<unknown>;
  /** Ends it at once, as a power cut would. Resolves when it is gone. */
  readonly kill: () => Promise<void>;
  /** Stops it where it stands, and lets it go on. */
  readonly pause: () => void;
  readonly resume: () => void;
  /** The memory that it takes, in bytes. */
  readonly memory: () => Promise<number>;
}

const heard = async <T>(child: ChildProcess): Promise<T> => {
  const gone = once(child, 'exit').then(() => {
    throw new Error('the desk ended by itself');
  });
  const [message] = await Promise.race([once(child, 'message'), gone]);
  // Only process.ts speaks there.
  return message as T;
};

const kill = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
};

/** What a process is told. */
export interface Start {
  readonly database: string;
  /** Where it ends by itself. */
  readonly death?: Death | undefined;
}

interface Kind {
  /** Without its doors. */
  readonly light?: true | undefined;
  /** How many processes load while others are at work: most of a short life is loading. */
  readonly ahead?: number;
  /** Where the program lies, if it is not this one. */
  readonly root?: string;
}

/** Starts desks on a database. */
export const deskMaker = (database: string, { light, ahead = 0, root = join(import.meta.dirname, '..') }: Kind) => {
  const compiled = mkdtempSync(join(tmpdir(), 'compiled-'));
  const load = () => {
    const child = fork(join(root, 'torture', 'process.ts'), light ? ['light'] : [], {
      execArgv: [...FLAGS],
      env: { ...process.env, NODE_COMPILE_CACHE: compiled },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    all.add(child);
    return child;
  };
  const all = new Set<ChildProcess>();
  const loading: ChildProcess[] = [];
  const loadMore = () => {
    while (loading.length < ahead) loading.push(load());
  };
  loadMore();

  return {
    start: async (death?: Death): Promise<Desk> => {
      const child = loading.shift() ?? load();
      loadMore();
      child.send({ database, death } satisfies Start);
      const { url } = await heard<{ readonly url: string }>(child);
      return {
        url,
        ended: once(child, 'exit'),
        kill: async () => {
          await kill(child);
          all.delete(child);
        },
        pause: () => void child.kill('SIGSTOP'),
        resume: () => void child.kill('SIGCONT'),
        memory: async () => {
          child.send('memory');
          return (await heard<{ readonly memory: number }>(child)).memory;
        },
      };
    },
    /** Ends all that were started. */
    end: async (): Promise<void> => {
      await Promise.all([...all].map(kill));
      rmSync(compiled, { recursive: true, force: true });
    },
  };
};
