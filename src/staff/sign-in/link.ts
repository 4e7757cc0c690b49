import { createHash, timingSafeEqual } from 'node:crypto';

const LIFE = 60 * 60_000;
const TRIES = 20;
const WINDOW = 15 * 60_000;

const digest = (text: string) => createHash('sha256').update(text).digest();

/**
 * The one-time link for the person who started the desk on their own computer. Wrong tries are counted by address and then answered
 * "too many", but the right link is looked at first: nobody can lock its owner out.
 */
export const createLink = (secret: string, begun: number) => {
  let open: Buffer | undefined = digest(secret);
  const wrong = new Map<string, { readonly count: number; readonly since: number }>();

  const isRight = (tried: string, now: number) => open !== undefined && now - begun < LIFE && timingSafeEqual(digest(tried), open);

  return {
    /** "right" once; then, and for anything else, "wrong", or "too many" from an address that tried often. In milliseconds. */
    use: (tried: string, from: string, now: number): 'right' | 'wrong' | 'too many' => {
      if (isRight(tried, now)) {
        open = undefined;
        return 'right';
      }
      const before = wrong.get(from);
      const fresh = before === undefined || now - before.since >= WINDOW;
      const count = fresh ? 1 : before.count + 1;
      if (wrong.size > 10_000) wrong.clear();
      wrong.set(from, { count, since: fresh ? now : before.since });
      return count > TRIES ? 'too many' : 'wrong';
    },
  };
};
export type Link = ReturnType<typeof createLink>;
