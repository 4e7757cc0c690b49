import type { News } from '../storage/sql.ts';
import type { Made } from './coming.ts';

/** Rings for whoever waits for a talk's new rows. The rows themselves are read from the store. */
export interface Bell {
  readonly ring: (talk: string) => void;
  /** Gives the way to stop listening. */
  readonly listen: (talk: string, heard: () => void) => () => void;
}

/** One bell over all instances: it rings here at once, and in the others by their news. */
export const createBell = (news: News): Bell => {
  const listeners = new Map<string, Set<() => void>>();
  const ringHere = (talk: string) => {
    for (const heard of listeners.get(talk) ?? []) heard();
  };
  news.hear((talk) => {
    for (const each of talk === undefined ? [...listeners.keys()] : [talk]) ringHere(each);
  });
  return {
    ring: (talk) => {
      ringHere(talk);
      news.tell(talk);
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

/** What rings when any case has changed. */
export const DESK_BELL = 'desk';
/** What rings when a talk has something to tell another. */
export const LETTER_BELL = 'letter';

/** Rings for whoever waits for the talk, and for staff where its case has changed. */
export const ringFor = (bell: Bell, talk: string, { isCaseChanged, hasLetters }: Pick<Made, 'isCaseChanged' | 'hasLetters'>): void => {
  bell.ring(talk);
  if (isCaseChanged) bell.ring(DESK_BELL);
  if (hasLetters) bell.ring(LETTER_BELL);
};
