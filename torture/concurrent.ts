import { talkKey } from '../src/exchange/talk.ts';
import { openStore } from '../src/storage/open.ts';
import { deskMaker } from './desk.ts';
import type { Drill } from './drill.ts';
import { onEachEngine, shared } from './engines.ts';
import { post } from './post.ts';

const WORKERS = 32;
/** Everybody in one talk, and spread over many. */
const SHAPES = [1, 50] as const;

/** Two desks on one database take turns of the same talks at once; half of the turns are in one talk. */
export const concurrent: Drill = {
  name: 'concurrent',
  long: 20_000,
  run: async ({ times, seed, light, say }) => {
    const faults = { 'lost updates': 0, unanswered: 0, 'rows out of order': 0 };
    const measured: Record<string, number> = {};
    await onEachEngine(async (database, engine) => {
      const desks = deskMaker(database, { light });
      const two = await Promise.all([desks.start(), desks.start()]);
      for (const talks of SHAPES) {
        const turns = times / SHAPES.length;
        let longest = 0;
        const start = Date.now();
        await shared(turns, WORKERS, async (turn) => {
          const conversation = `${seed}-${talks}-${turn % talks}`;
          const began = Date.now();
          const answer = await post(two[Math.floor(turn / talks) % 2]?.url ?? '', { id: `${turn}`, conversation, text: 'why' });
          longest = Math.max(longest, Date.now() - began);
          if (answer === undefined) faults.unanswered += 1;
        });
        const store = await openStore(database);
        for (let talk = 0; talk < talks; talk += 1) {
          const key = talkKey({ channelId: 'webchat', conversationId: `${seed}-${talks}-${talk}`, userId: 'person' });
          const { record } = await store.turn(key, (stored) => stored.load());
          const rows = await store.rows(key, 0);
          const expected = Math.floor(turns / talks) + (talk < turns % talks ? 1 : 0);
          faults['lost updates'] += Math.abs(expected - (record?.turn ?? 0));
          if (!rows.every(({ number }, at) => number === at + 1)) faults['rows out of order'] += 1;
        }
        await store.close();
        measured[`ms at most on ${engine}, ${talks === 1 ? 'one talk' : `${talks} talks`}`] = longest;
        say(`${engine}, ${talks} talks: ${Math.round((Date.now() - start) / 1_000)} s`);
      }
      await desks.end();
    });
    return { tried: `${times.toLocaleString('en')} turns over 2 processes on each engine, half of them in one talk`, faults, measured };
  },
};
