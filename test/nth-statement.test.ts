import { StatementSync } from 'node:sqlite';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { openStore } from '../src/storage/open.ts';
import type { Store } from '../src/storage/store.ts';
import { realTalk, runningDesk } from './desk.ts';
import { engines } from './engines.ts';

/** Does the statement fail before it did anything, or only its answer get lost? */
type Moment = 'before' | 'after';

/** Which statement from now on fails, in this whole process; 0 for none. */
let next = 0;
let moment: Moment = 'before';
const isNext = (): boolean => {
  if (next === 0) return false;
  next -= 1;
  return next === 0;
};
const broken = () => new Error('disk I/O error');

/** Lets each statement of the drivers fail on demand, below everything of ours. */
const failing = (): (() => void) => {
  const { all, run } = StatementSync.prototype;
  const { query } = pg.Client.prototype;
  const sqlite = <T extends unknown[], R>(original: (...values: T) => R) =>
    function (this: StatementSync, ...values: T): R {
      const fails = isNext();
      if (fails && moment === 'before') throw broken();
      const result = original.apply(this, values);
      if (fails) throw broken();
      return result;
    };
  Object.assign(StatementSync.prototype, { all: sqlite(all), run: sqlite(run) });
  Object.assign(pg.Client.prototype, {
    query(this: pg.Client, ...values: readonly unknown[]) {
      // What the pool does for itself tells a callback.
      const fails = typeof values.at(-1) !== 'function' && isNext();
      if (fails && moment === 'before') return Promise.reject(broken());
      const asked = Reflect.apply(query, this, values);
      return fails ? Promise.resolve(asked).then(() => Promise.reject(broken())) : asked;
    },
  });
  return () => {
    Object.assign(StatementSync.prototype, { all, run });
    Object.assign(pg.Client.prototype, { query });
  };
};

let mended: () => void;
beforeAll(() => {
  mended = failing();
});
afterAll(() => mended());

/** Everything that a turn may write, as how much of it there is of all talks. */
const TABLES = ['talk', 'row', 'ledger', 'desk_case', 'outbox', 'case_link', 'letter', 'audit'] as const;
const countsOf = async ({ sql }: Store): Promise<readonly number[]> => {
  const rows = await Promise.all(TABLES.map((table) => sql.all(`select count(*) as many from ${table}`)));
  const [turns] = await sql.all('select sum(version) as many from talk');
  return [...rows.map(([row]) => Number(row?.many)), Number(turns?.many)];
};
const keysOf = (said: Awaited<ReturnType<ReturnType<typeof realTalk>['post']>>) =>
  said.map(({ channelData }) => channelData.activationDesk.keys);

describe.each(engines())('the n-th statement of a turn fails on %s', (_engine, newDatabase) => {
  let desk: Awaited<ReturnType<typeof runningDesk>>;
  let store: Store;
  afterEach(async () => {
    next = 0;
    await store.close();
    await desk.close();
  });

  it.each(['before', 'after'] as const)(
    '%s it is done: all of the turn is there or nothing, one calm message, and the same again succeeds',
    async (when) => {
      const database = await newDatabase();
      desk = await runningDesk({ database });
      store = await openStore(database);
      const begin = async () => {
        const talk = realTalk(desk.url, 'en');
        await talk.say('0xC004F074');
        return talk;
      };
      const asks = { text: 'a person please', id: 'asks' };
      const told = keysOf(await (await begin()).post(asks));
      moment = when;
      let failed = 0;
      for (let n = 1; ; n += 1) {
        const talk = await begin();
        const before = await countsOf(store);
        next = n;
        const answer = await talk.post(asks);
        const passed = next > 0;
        next = 0;
        const after = await countsOf(store);
        expect(keysOf(await talk.post(asks))).toEqual(told);
        const inTheEnd = await countsOf(store);
        expect([before, inTheEnd]).toContainEqual(after);
        expect(inTheEnd.map((many, at) => many - (before[at] ?? 0))).toEqual([0, told.length + 1, 1, 1, 0, 0, 0, 0, 1]);
        if (passed) {
          expect(keysOf(answer)).toEqual(told);
          break;
        }
        if (keysOf(answer).flat().includes('talk.failed')) {
          failed += 1;
          expect(answer).toHaveLength(1);
          expect(answer[0]?.text).toMatch(/Reference: \w{8}/);
        } else expect(keysOf(answer)).toEqual(told);
      }
      expect(failed).toBeGreaterThanOrEqual(7);
    },
  );
});
