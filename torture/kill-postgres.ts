import { setTimeout as pause } from 'node:timers/promises';
import type { Desk } from './desk.ts';
import type { Drill } from './drill.ts';
import { onPostgres } from './on-postgres.ts';
import { randomFrom } from './random.ts';

/** Eight people talk to a desk that is ended without warning, and its database is, in turns. */
export const killPostgres: Drill = {
  name: 'kill-postgres',
  long: 200,
  run: async (orders) => {
    const { times, seed, say } = orders;
    const random = randomFrom(seed).next;
    const { result, faults, turns } = await onPostgres(orders, async ({ postgres, desks, gather }) => {
      let desk: Desk = await desks.start();
      let longest = 0;
      const crowd = gather({ people: 8, url: () => desk.url });
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
      return { 'ms at most until a turn succeeded after the database was back': longest };
    });
    return {
      tried: `${times.toLocaleString('en')} kills, every other of the database, ${turns.toLocaleString('en')} turns`,
      faults,
      measured: result,
    };
  },
};
