import { setTimeout as pause } from 'node:timers/promises';
import { openStore } from '../src/storage/open.ts';
import { gather } from './crowd.ts';
import { type Desk, deskMaker } from './desk.ts';
import type { Drill } from './drill.ts';
import { startPostgres } from './postgres.ts';
import { randomFrom } from './random.ts';
import { compare } from './witness.ts';

/** Eight people talk to a desk that is ended without warning, and its database is, in turns. */
export const killPostgres: Drill = {
  name: 'kill-postgres',
  long: 200,
  run: async ({ times, seed, light, say }) => {
    const postgres = await startPostgres();
    const database = await postgres.newDatabase();
    const random = randomFrom(seed).next;
    const desks = deskMaker(database, { light, ahead: 1 });
    let desk: Desk = await desks.start();
    let longest = 0;
    const crowd = gather({ people: 8, seed, url: () => desk.url });
    for (let kills = 0; kills < times; kills += 1) {
      await crowd.moreTurns(1 + Math.floor(random() * 12));
      await pause(random() * 20);
      if (kills % 2 === 0) {
        await desk.kill();
        desk = await desks.start();
      } else {
        postgres.kill();
        await postgres.again();
        const back = Date.now();
        await crowd.moreTurns(1);
        longest = Math.max(longest, Date.now() - back);
      }
      if (kills % 20 === 19) say(`${kills + 1} kills, ${crowd.turns()} turns`);
    }
    const talks = await crowd.disperse();
    await desk.kill();
    await desks.end();
    const store = await openStore(database);
    const faults = await compare(store, talks);
    await store.close();
    await postgres.stop();
    return {
      tried: `${times.toLocaleString('en')} kills, every other of the database, ${crowd.turns().toLocaleString('en')} turns`,
      faults,
      measured: { 'ms at most until a turn succeeded after the database was back': longest },
    };
  },
};
