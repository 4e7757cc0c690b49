import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openStore } from '../src/storage/open.ts';
import { gather } from './crowd.ts';
import { deskMaker } from './desk.ts';
import type { Drill } from './drill.ts';
import { randomFrom } from './random.ts';
import { compare } from './witness.ts';

/** Eight people talk to a desk that is ended without warning again and again. */
export const killSqlite: Drill = {
  name: 'kill-sqlite',
  long: 1_000,
  run: async ({ times, seed, light, say }) => {
    const folder = mkdtempSync(join(tmpdir(), 'kill-'));
    const database = join(folder, 'desk.db');
    const random = randomFrom(seed).next;
    const desks = deskMaker(database, { light, ahead: 2 });
    let url: string | undefined;
    const crowd = gather({ people: 8, seed, url: () => url });
    for (let kills = 0; kills < times; kills += 1) {
      const desk = await desks.start();
      url = desk.url;
      await crowd.moreTurns(Math.floor(random() * 12));
      await pause(random() * 20);
      await desk.kill();
      if (kills % 50 === 49) say(`${kills + 1} kills, ${crowd.turns()} turns`);
    }
    const last = await desks.start();
    url = last.url;
    const talks = await crowd.disperse();
    await desks.end();
    const store = await openStore(database);
    const faults = await compare(store, talks);
    const [check] = await store.sql.all('pragma integrity_check');
    await store.close();
    rmSync(folder, { recursive: true });
    return {
      tried: `${times.toLocaleString('en')} kills, ${crowd.turns().toLocaleString('en')} turns`,
      faults: { ...faults, 'broken files': check?.integrity_check === 'ok' ? 0 : 1 },
    };
  },
};
