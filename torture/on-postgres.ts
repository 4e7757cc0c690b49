import { openStore } from '../src/storage/open.ts';
import { type Crowd, gather } from './crowd.ts';
import { deskMaker } from './desk.ts';
import type { Orders } from './drill.ts';
import { startPostgres } from './postgres.ts';
import { compare } from './witness.ts';

interface There {
  readonly postgres: Awaited<ReturnType<typeof startPostgres>>;
  readonly database: string;
  readonly desks: ReturnType<typeof deskMaker>;
  /** People who talk to the desk there all the time. */
  readonly gather: (crowd: Pick<Crowd, 'people' | 'url'>) => ReturnType<typeof gather>;
}

/** Does something to desks on a PostgreSQL of its own while people talk to them, and compares what they saw with what is stored. */
export const onPostgres = async <T>({ seed, light }: Orders, work: (there: There) => Promise<T>) => {
  const postgres = await startPostgres();
  const database = await postgres.newDatabase();
  const desks = deskMaker(database, { light, ahead: 1 });
  const crowds: ReturnType<typeof gather>[] = [];
  try {
    const result = await work({
      ...{ postgres, database, desks },
      gather: (crowd) => {
        const gathered = gather({ ...crowd, seed });
        crowds.push(gathered);
        return gathered;
      },
    });
    const talks = (await Promise.all(crowds.map((crowd) => crowd.disperse()))).flat();
    await desks.end();
    const store = await openStore(database);
    const faults = await compare(store, talks);
    await store.close();
    return { result, faults, turns: crowds.reduce((sum, crowd) => sum + crowd.turns(), 0) };
  } finally {
    await desks.end();
    await postgres.stop();
  }
};
