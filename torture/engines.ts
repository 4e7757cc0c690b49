import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from './postgres.ts';

/** Does something with a new database of each engine, one after the other. */
export const onEachEngine = async <T>(work: (database: string, engine: string) => Promise<T>): Promise<readonly T[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'engines-'));
  const postgres = await startPostgres();
  try {
    return [await work(join(folder, 'desk.db'), 'SQLite'), await work(await postgres.newDatabase(), 'PostgreSQL')];
  } finally {
    await postgres.stop();
    rmSync(folder, { recursive: true });
  }
};

/** Work for so many at once, until all pieces are done. */
export const shared = async (pieces: number, workers: number, work: (piece: number) => Promise<void>): Promise<void> => {
  let next = 0;
  await Promise.all(
    Array.from({ length: workers }, async () => {
      while (next < pieces) {
        next += 1;
        await work(next - 1);
      }
    }),
  );
};
