/** Runs work of one key one after another; work of different keys does not wait. */
export const createQueue = () => {
  const tails = new Map<string, Promise<unknown>>();
  const run = async <T>(key: string, work: () => Promise<T>): Promise<T> => {
    const before = tails.get(key) ?? Promise.resolve();
    // One that failed does not keep the next from its turn.
    const mine = before.then(work, work);
    tails.set(key, mine);
    try {
      return await mine;
    } finally {
      if (tails.get(key) === mine) tails.delete(key);
    }
  };
  /** Waits until all work that was begun has ended, well or badly. */
  const done = async (): Promise<void> => {
    await Promise.allSettled(tails.values());
  };
  return { run, done };
};
