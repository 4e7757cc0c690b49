import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { newKey, random } from '../test/keys.ts';
import type { Mode } from './channel.ts';
import { type DeskProcess, startDesk } from './desk-process.ts';
import type { Drill } from './drill.ts';
import { ENTRANCES, pageOf } from './entrances.ts';
import { createScan, filesBelow } from './scan.ts';
import { withChannel } from './with-channel.ts';

/** Loaded beside the program, as something that we use might break: after a signal the next body that comes in is thrown, key and all. */
const BREAKS = `
const { IncomingMessage } = require('node:http');
const { emit } = IncomingMessage.prototype;
let armed = false;
process.on('SIGUSR2', () => { armed = true; });
IncomingMessage.prototype.emit = function (event, ...values) {
  if (armed && event === 'data' && /[A-Z0-9]{5}(?:-[A-Z0-9]{5}){4}/i.test(String(values[0]))) {
    armed = false;
    const body = String(values[0]);
    setImmediate(() => {
      console.error(body, new Error(body));
      throw Object.assign(new Error('cannot handle ' + body), { cause: new Error(body), body });
    });
  }
  return emit.call(this, event, ...values);
};
`;

/** How the channel fails: each conversation is named after one of these. */
const CHANNEL: readonly Mode[] = [
  'error',
  'unavailable',
  'unauthorized',
  'bad request',
  'too many',
  'reset',
  'closed',
  'garbage',
  'forbidden',
];

/** What is taken away from under the desk, so that a turn fails at its first, its middle or its last statement. */
const TABLES = ['talk', 'ledger', 'row', 'outbox', 'desk_case'] as const;
/** How the desk fails. */
const FAILURES = [...TABLES, 'nobody catches', 'killed'] as const;
type Table = (typeof TABLES)[number];
type Failure = (typeof FAILURES)[number];
const isTable = (failure: Failure): failure is Table => failure !== 'nobody catches' && failure !== 'killed';
const FAILED = /talk\.failed|ServiceError|Reference: /;

/** Keys through every entrance while something fails: the store in the middle of a turn, the channel always, the program itself. None in anything that it wrote, answered or sent. */
export const keysInFailure: Drill = {
  name: 'keys-in-failure',
  long: 2_000,
  run: ({ times, seed, say }) =>
    withChannel('keys-in-failure', async ({ folder, channel }) => {
      const generate = random(seed);
      const keys: string[] = [];
      const answers: string[] = [];
      const failed: Record<Failure, number> = { talk: 0, ledger: 0, row: 0, outbox: 0, desk_case: 0, 'nobody catches': 0, killed: 0 };
      const plug = join(folder, 'breaks.cjs');
      writeFileSync(plug, BREAKS);
      const start = () => startDesk(folder, { NODE_OPTIONS: `--require ${plug}` });
      let desk: DeskProcess = await start();

      const sendAll = (round: number) =>
        Promise.all(
          ENTRANCES.map(async ([, send], at) => {
            const key = newKey(generate);
            keys.push(key);
            const talk = `${CHANNEL[(at + round) % CHANNEL.length]}:${round}`;
            // A desk that ends cuts off what it was asked.
            const answer = await send(key, talk, { url: desk.url, channel: channel.url }).catch(() => []);
            answers.push(...answer);
            return answer.some((each) => FAILED.test(each));
          }),
        ).then((all) => all.filter(Boolean).length);

      const fail: Readonly<Record<Exclude<Failure, Table>, (round: number) => Promise<number>>> = {
        'nobody catches': async (round) => {
          process.kill(desk.pid, 'SIGUSR2');
          await sendAll(round);
          return (await desk.ended) === 70 ? 1 : 0;
        },
        killed: async (round) => {
          const sending = sendAll(round);
          await Promise.race([sending, new Promise((resolve) => setTimeout(resolve, 30))]);
          await desk.kill('SIGKILL');
          await sending;
          return 1;
        },
      };
      const without = async (table: string, round: number) => {
        const database = new DatabaseSync(join(folder, 'desk.db'), { timeout: 5_000 });
        database.exec(`alter table ${table} rename to taken_away`);
        const before = channel.bodies().length;
        const count = await sendAll(round);
        database.exec(`alter table taken_away rename to ${table}`);
        database.close();
        // Who writes through a channel is told through it.
        return (
          count +
          channel
            .bodies()
            .slice(before)
            .filter((body) => FAILED.test(body)).length
        );
      };

      /** A desk that learns its examples on a busy machine may keep somebody waiting until his request is cut off. */
      const opened = async (talk: string, tries = 20): Promise<void> => {
        await pageOf(talk, { url: desk.url, channel: channel.url }).catch((error: unknown) => {
          if (tries === 0) throw error;
          return opened(talk, tries - 1);
        });
      };

      for (let round = 0; keys.length < times; round += 1) {
        const failure = FAILURES[round % FAILURES.length] ?? 'talk';
        // A talk of the page that could not be opened would be one entrance less.
        for (const mode of CHANNEL) await opened(`${mode}:${round}`);
        failed[failure] += isTable(failure) ? await without(failure, round) : await fail[failure](round);
        if (!isTable(failure)) desk = await start();
        say(`${keys.length} keys, ${failure}: ${failed[failure]}`);
      }
      await desk.kill('SIGTERM');
      const { inBytes } = createScan(keys);
      const files = filesBelow(folder);
      const said = [...answers, ...channel.bodies()].join('\n');
      const tried = FAILURES.slice(0, Math.ceil(keys.length / ENTRANCES.length));
      return {
        tried: `${keys.length.toLocaleString('en')} keys through ${ENTRANCES.length} entrances, ${tried.length} failures of the desk, ${CHANNEL.length} of its channel`,
        faults: {
          'failures that did not come': tried.filter((failure) => failed[failure] === 0).length + (channel.bodies().length === 0 ? 1 : 0),
          'keys in files': files.reduce((sum, { bytes }) => sum + inBytes(bytes).size, 0),
          'keys answered or sent': inBytes(Buffer.from(said)).size,
        },
        measured: {
          'turns or desks that failed': Object.values(failed).reduce((sum, count) => sum + count, 0),
          'sent to channels': channel.bodies().length,
          'bytes looked through': files.reduce((sum, { bytes }) => sum + bytes.length, said.length),
        },
      };
    }),
};
