import { setTimeout as pause } from 'node:timers/promises';
import { openStore } from '../src/storage/open.ts';
import { gather } from './crowd.ts';
import { type Desk, deskMaker } from './desk.ts';
import type { Drill } from './drill.ts';
import { startPostgres } from './postgres.ts';
import { randomFrom } from './random.ts';
import { compare } from './witness.ts';

const INSTANCES = 3;

/** Three desks on one PostgreSQL behind a balancer that knows nothing; one after the other is ended without warning and comes again. */
export const instances: Drill = {
  name: 'instances',
  long: 40,
  run: async ({ times, seed, light, say }) => {
    const postgres = await startPostgres();
    const database = await postgres.newDatabase();
    const random = randomFrom(seed).next;
    const desks = deskMaker(database, { light, ahead: 1 });
    const running: Desk[] = await Promise.all(Array.from({ length: INSTANCES }, () => desks.start()));
    let next = 0;
    const balanced = () => {
      next += 1;
      return running[next % INSTANCES]?.url;
    };
    const crowd = gather({ people: 12, seed, url: balanced });
    const began = Date.now();
    for (let kills = 0; kills < times; kills += 1) {
      await pause(500 + random() * 2_500);
      const which = Math.floor(random() * INSTANCES);
      await running[which]?.kill();
      running[which] = await desks.start();
      if (kills % 10 === 9) say(`${kills + 1} kills, ${crowd.turns()} turns`);
    }
    const talks = await crowd.disperse();
    const seconds = Math.round((Date.now() - began) / 1_000);
    await desks.end();
    const store = await openStore(database);
    const faults = await compare(store, talks);
    await store.close();
    await postgres.stop();
    return {
      tried: `${INSTANCES} instances, ${times.toLocaleString('en')} kills, ${crowd.turns().toLocaleString('en')} turns`,
      faults,
      measured: { seconds },
    };
  },
};
