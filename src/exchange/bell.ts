/** Rings for whoever waits for a talk's new rows. The rows themselves are read from the store. */
export interface Bell {
  readonly ring: (talk: string) => void;
  /** Gives the way to stop listening. */
  readonly listen: (talk: string, heard: () => void) => () => void;
}

export const createBell = (): Bell => {
  const listeners = new Map<string, Set<() => void>>();
  return {
    ring: (talk) => {
      for (const heard of listeners.get(talk) ?? []) heard();
    },
    listen: (talk, heard) => {
      const those = listeners.get(talk) ?? new Set();
      listeners.set(talk, those.add(heard));
      return () => {
        those.delete(heard);
        if (those.size === 0) listeners.delete(talk);
      };
    },
  };
};
