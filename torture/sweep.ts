import { readFileSync } from 'node:fs';
import pino from 'pino';
import { readConfig } from '../src/config.ts';
import { createSweeper } from '../src/operations/retention.ts';
import { openStore } from '../src/storage/open.ts';
import type { Store } from '../src/storage/store.ts';
import type { Drill } from './drill.ts';
import { onEachEngine } from './engines.ts';

const DAY = 24 * 3_600_000;
/** Rows of each kind that one statement writes. */
const AT_ONCE = 500;
/** So many of a hundred talks are still within their time. */
const FRESH = 10;
const CANARY = 'what-was-said-long-ago';

const iso = (time: number) => new Date(time).toISOString();

/** Talks, each with three rows and marks of two messages: most of them past their time, some within it. Gives how many stay. */
const fill = async ({ sql }: Store, talks: number, now: number): Promise<number> => {
  let stay = 0;
  for (let from = 0; from < talks; from += AT_ONCE) {
    const some = Array.from({ length: Math.min(AT_ONCE, talks - from) }, (_, at) => {
      const isFresh = (from + at) % 100 < FRESH;
      stay += isFresh ? 1 : 0;
      return {
        key: `talk ${from + at}`,
        at: iso(now - (isFresh ? DAY / 2 : 40 * DAY)),
        text: isFresh ? 'said today' : `${CANARY} ${from + at}`,
      };
    });
    const places = (width: number, rows: number) =>
      Array.from(
        { length: rows },
        (_, row) => `(${Array.from({ length: width }, (__, at) => `$${row * width + at + 1}`).join(', ')})`,
      ).join(', ');
    await sql.transaction({
      work: async (inside) => {
        await inside.run(
          `insert into talk (key, version, rows, record, at, channel, unsolved) values ${places(7, some.length)}`,
          some.flatMap(({ key, at }) => [key, 1, 3, '{}', at, 'x', 0]),
        );
        const rows = some.flatMap(({ key, text }) =>
          [1, 2, 3].map((number) => [key, number, number === 1 ? 'person' : 'desk', 'a', JSON.stringify({ text })]),
        );
        await inside.run(`insert into row (talk, number, sender, answers, activity) values ${places(5, rows.length)}`, rows.flat());
        const marks = some.flatMap(({ key, at }) => ['a', 'b'].map((activity) => [key, activity, at]));
        await inside.run(`insert into ledger (talk, activity, at) values ${places(3, marks.length)}`, marks.flat());
      },
    });
  }
  return stay;
};

const count = async ({ sql }: Store, table: string): Promise<number> =>
  Number((await sql.all(`select count(*) as count from ${table}`))[0]?.count);

/** A desk that was off for a month: everything past its time goes, in batches that no turn waits for long, and nothing else. `times` is the rows in all. */
export const sweep: Drill = {
  name: 'sweep',
  long: 100_000,
  run: async ({ times, say }) => {
    const now = Date.parse('2026-11-24T12:00:00.000Z');
    const faults = { 'past their time and still there': 0, 'gone before their time': 0, 'bytes of what is gone': 0 };
    const measured: Record<string, number> = {};
    await onEachEngine(async (database, engine) => {
      const store = await openStore(database);
      const stay = await fill(store, Math.ceil(times / 6), now);
      say(`${engine}: filled`);
      const batches: number[] = [];
      const timed = {
        scrub: store.scrub,
        sweep: async (...asked: Parameters<Store['sweep']>) => {
          const began = performance.now();
          const gone = await store.sweep(...asked);
          batches.push(performance.now() - began);
          return gone;
        },
      };
      const { kept } = readConfig({});
      const began = performance.now();
      await createSweeper({ store: timed, kept, log: pino({ level: 'silent' }), now: () => now, uptime: () => 0 }).sweep();
      const took = performance.now() - began;
      for (const [table, expected] of [
        ['talk', stay],
        ['row', stay * 3],
        ['ledger', stay * 2],
      ] as const) {
        const left = await count(store, table);
        if (left > expected) faults['past their time and still there'] += left - expected;
        if (left < expected) faults['gone before their time'] += expected - left;
      }
      if (engine === 'SQLite') {
        const bytes = Buffer.concat([database, `${database}-wal`].map((file) => readFileSync(file)));
        for (let at = bytes.indexOf(CANARY); at >= 0; at = bytes.indexOf(CANARY, at + 1)) faults['bytes of what is gone'] += 1;
      }
      await store.close();
      measured[`ms at most for one batch on ${engine}`] = Math.round(Math.max(...batches));
      measured[`ms in all on ${engine}`] = Math.round(took);
    });
    return { tried: `${times.toLocaleString('en')} rows on each engine, ${FRESH} of a hundred within their time`, faults, measured };
  },
};
