import type { Receive } from './activity.ts';

/** How long a turn may take, in milliseconds: a channel waits 10 to 15 seconds, and the person should be told before. */
const LONGEST = 8_000;

/** A turn that takes too long fails. What it stores all the same is sent, or found by the same activity when it comes again. */
export const inTime =
  (receive: Receive, longest = LONGEST): Receive =>
  async (...coming) => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('the turn took too long')), longest);
    });
    try {
      return await Promise.race([receive(...coming), late]);
    } finally {
      clearTimeout(timer);
    }
  };
