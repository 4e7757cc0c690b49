import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import type { Commit, Forgotten, Store } from '../storage/store.ts';

const LINE = /^([0-9a-f]{64}) (\S+) (all|but-open-case)$/;

/**
 * The list of who was forgotten: the hash of a talk's ids, when, and whether an open case stayed. It lies beside the database and not in
 * it, so that a copy of the database that is brought back does not bring them back.
 */
export const createForgotten = (path: string | undefined) => {
  const add = ({ talk, at, keepsOpenCase }: Forgotten): void => {
    if (path === undefined) return;
    const file = openSync(path, 'a', 0o600);
    writeSync(file, `${talk} ${at} ${keepsOpenCase ? 'but-open-case' : 'all'}\n`);
    fsyncSync(file);
    closeSync(file);
  };
  /** Everybody on the list; a line that was cut off while it was written names nobody. */
  const all = (): readonly Forgotten[] =>
    (path === undefined || !existsSync(path) ? '' : readFileSync(path, 'utf8')).split('\n').flatMap((line) => {
      const [, talk, at, what] = LINE.exec(line) ?? [];
      return talk === undefined || at === undefined ? [] : [{ talk, at, keepsOpenCase: what === 'but-open-case' }];
    });
  return { add, all };
};
export type ForgottenList = ReturnType<typeof createForgotten>;

/** The same store, which puts on the list whoever is forgotten, before the database forgets, and then empties what the engine keeps beside. */
export const remembering = (store: Store, list: ForgottenList): Store => ({
  ...store,
  turn: async (talk, work) => {
    let forgot = false;
    const result = await store.turn(talk, (stored) =>
      work({
        ...stored,
        commit: (commit: Commit) => {
          if (commit.forget !== undefined) {
            forgot = true;
            list.add({ talk, at: commit.at, keepsOpenCase: commit.forget.keepsOpenCase });
          }
          return stored.commit(commit);
        },
      }),
    );
    if (forgot) await store.scrub();
    return result;
  },
  forget: async (forgotten) => {
    list.add(forgotten);
    const gone = await store.forget(forgotten);
    await store.scrub();
    return gone;
  },
});

/** Forgets again whoever came back with a copy of the database from before. Gives how many rows went. */
export const forgetAgain = async (store: Pick<Store, 'forget' | 'scrub'>, list: ForgottenList): Promise<number> => {
  let gone = 0;
  for (const forgotten of list.all()) gone += await store.forget(forgotten);
  if (gone > 0) await store.scrub();
  return gone;
};
