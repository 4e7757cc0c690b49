import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../scripts/packed.mjs';

/** A port that was free a moment ago. */
const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0));
    });
  });

/** Starts a program and waits for a line that it says once it is ready. Rejects where it ends before. */
const started = (
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  ready: RegExp,
): Promise<{ child: ChildProcess; said: RegExpExecArray }> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, ...env } });
    let output = '';
    const hear = (chunk: Buffer) => {
      output += chunk;
      const said = ready.exec(output);
      if (said !== null) resolve({ child, said });
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', (code) => reject(new Error(`${args[0]} ended with ${code}: ${output.slice(-500)}`)));
  });

/** A desk and a Playground that talks to it as Teams would, both on this computer alone. */
export const startBoth = async (playground: string, { rightToLeft = false } = {}) => {
  const hook = rightToLeft ? ['--import', './test/playground/right-to-left.ts'] : [];
  const desk = await started([...hook, 'src/main.ts'], { HOST: '127.0.0.1', PORT: '0', DATABASE_URL: 'file::memory:' }, /listens on (\S+)/);
  const port = await freePort();
  const client = await started(
    [playground, 'start', '-e', `${desk.said[1]}api/messages`, '-c', 'msteams', '-p', String(port), '--disable-telemetry'],
    { TEAMSAPPTESTER_BROWSER: 'none', M365_AGENTS_PLAYGROUND_LOGFILE: join(tmpdir(), `playground-${port}.log`) },
    /Listening on (\d+)/,
  ).catch((error: unknown) => {
    desk.child.kill();
    throw error;
  });
  return {
    url: `http://localhost:${client.said[1]}/`,
    stop: () => {
      client.child.kill();
      desk.child.kill();
    },
  };
};
