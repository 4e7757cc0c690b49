import { setTimeout as pause } from 'node:timers/promises';
import type { Desk } from './desk.ts';
import type { Drill } from './drill.ts';
import { onPostgres } from './on-postgres.ts';
import { randomFrom } from './random.ts';

const INSTANCES = 3;

/** Three desks on one PostgreSQL behind a balancer that knows nothing; one after the other is ended without warning and comes again. */
export const instances: Drill = {
  name: 'instances',
  long: 40,
  run: async (orders) => {
    const { times, seed, say } = orders;
    const random = randomFrom(seed).next;
    const { result, faults, turns } = await onPostgres(orders, async ({ desks, gather }) => {
      const running: Desk[] = await Promise.all(Array.from({ length: INSTANCES }, () => desks.start()));
      let next = 0;
      const balanced = () => {
        next += 1;
        return running[next % INSTANCES]?.url;
      };
      const crowd = gather({ people: 12, url: balanced });
      const began = Date.now();
      for (let kills = 0; kills < times; kills += 1) {
        await pause(500 + random() * 2_500);
        const which = Math.floor(random() * INSTANCES);
        await running[which]?.kill();
        running[which] = await desks.start();
        if (kills % 10 === 9) say(`${kills + 1} kills, ${crowd.turns()} turns`);
      }
      return { seconds: Math.round((Date.now() - began) / 1_000) };
    });
    return {
      tried: `${INSTANCES} instances, ${times.toLocaleString('en')} kills, ${turns.toLocaleString('en')} turns`,
      faults,
      measured: result,
    };
  },
};
