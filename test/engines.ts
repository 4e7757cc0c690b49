import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from '@jest/globals';
import { startPostgres } from '../torture/postgres.ts';

/** The engines, each with a way to a new and empty database of it, for `describe.each`. PostgreSQL runs for as long as the file's tests do. */
export const engines = (): readonly (readonly [engine: 'SQLite' | 'PostgreSQL', newDatabase: () => Promise<string>])[] => {
  let folder: string;
  let postgres: Awaited<ReturnType<typeof startPostgres>>;
  let files = 0;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'engines-'));
    postgres = await startPostgres();
  });
  afterAll(async () => {
    await postgres?.stop();
    rmSync(folder, { recursive: true });
  });
  return [
    [
      'SQLite',
      async () => {
        files += 1;
        return join(folder, 'deep', 'down', `${files}.db`);
      },
    ],
    ['PostgreSQL', () => postgres.newDatabase()],
  ];
};
