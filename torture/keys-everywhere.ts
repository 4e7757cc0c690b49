import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newKey, random } from '../test/keys.ts';
import { startDesk } from './desk-process.ts';
import type { Drill } from './drill.ts';
import { ENTRANCES, type Target } from './entrances.ts';
import { createScan, filesBelow } from './scan.ts';

const AT_ONCE = 8;
const PER_TALK = 30;

/** A channel that takes whatever is sent to it, and keeps it. */
export const createChannel = async () => {
  const taken: string[] = [];
  const server = createServer((request, response) => {
    request.on('data', (chunk: Buffer) => taken.push(chunk.toString()));
    request.on('end', () => {
      // Where restify was loaded before, writeHead gives nothing back.
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end('{"id":"1"}');
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  // The address of a server that listens on TCP is an object.
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, taken, close: () => new Promise<void>((done) => server.close(() => done())) };
};

/** Sends each key through the entrances in turn, several at once; gives everything that was answered. Requests that a dying desk cuts off count as answered nothing. */
export const sendAll = async (
  keys: readonly string[],
  target: () => Target,
  say: (progress: string) => void,
): Promise<readonly string[]> => {
  const answers: string[] = [];
  let next = 0;
  const work = async (worker: number): Promise<void> => {
    for (let at = next++; at < keys.length; at = next++) {
      if (at % 1_000 === 999) say(`${at + 1} keys`);
      const [, send] = ENTRANCES[at % ENTRANCES.length] ?? [];
      const answer = await send?.(keys[at] ?? '', `${worker} ${Math.floor(at / PER_TALK)}`, target()).catch(() => []);
      answers.push(...(answer ?? []));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, (_, worker) => work(worker)));
  return answers;
};

/** Keys through every entrance of the running desk: none in anything that it wrote, answered or sent. */
export const keysEverywhere: Drill = {
  name: 'keys-everywhere',
  long: 10_000,
  run: async ({ times, seed, say }) => {
    const generate = random(seed);
    const keys = Array.from({ length: times }, () => newKey(generate));
    const folder = mkdtempSync(join(tmpdir(), 'keys-everywhere-'));
    const channel = await createChannel();
    try {
      const desk = await startDesk(folder);
      const answers = await sendAll(keys, () => ({ url: desk.url, channel: channel.url }), say);
      const figures = await (await fetch(new URL('/metrics', desk.url))).text();
      const code = await desk.kill('SIGTERM');
      const { inBytes } = createScan(keys);
      const files = filesBelow(folder);
      const said = [...answers, ...channel.taken, figures].join('\n');
      const late = [...figures.matchAll(/^redaction_late_total\{.*\} (\d+)$/gm)].reduce((sum, [, count]) => sum + Number(count), 0);
      return {
        tried: `${times.toLocaleString('en')} keys through ${ENTRANCES.length} entrances`,
        faults: {
          'keys in files': files.reduce((sum, { bytes }) => sum + inBytes(bytes).size, 0),
          'keys answered or sent': inBytes(Buffer.from(said)).size,
          'found after the door': late,
          unanswered: answers.length < times ? times - answers.length : 0,
          'not ended well': code === 0 ? 0 : 1,
        },
        measured: {
          'bytes looked through': files.reduce((sum, { bytes }) => sum + bytes.length, said.length),
          'sent to channels': channel.taken.length,
        },
      };
    } finally {
      await channel.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
