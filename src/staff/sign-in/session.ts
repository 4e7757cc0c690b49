import { createHash } from 'node:crypto';
import type { Staff } from '../../desk/staff.ts';

/** A signed-in browser. The token itself is the browser's alone; stored is its hash. Times are ISO 8601, UTC. */
export interface Session extends Staff {
  readonly hash: string;
  readonly begunAt: string;
  readonly seenAt: string;
}

/** Where sessions are kept. Every method rejects only where the storage itself fails. */
export interface Sessions {
  put(session: Session): Promise<void>;
  find(hash: string): Promise<Session | undefined>;
  seen(hash: string, at: string): Promise<void>;
  drop(hash: string): Promise<void>;
  /** Forgets those that were not seen since, or begun before. */
  forget(notSeenSince: string, begunBefore: string): Promise<void>;
}

const IDLE = 30 * 60_000;
const LONGEST = 12 * 3_600_000;
/** A session that is used is written down as seen at most this often. */
const SEEN_EVERY = 60_000;

const digest = (text: string) => createHash('sha256').update(text).digest('base64url');

/** What stands in a form to show that our own page sent it: worked out from the token, which no other page can read. */
export const formTokenOf = (token: string): string => digest(`form ${token}`);

interface Keeping {
  readonly sessions: Sessions;
  readonly now: () => Date;
  /** A new secret, 256 bits. */
  readonly newSecret: () => string;
}

/** Begins, finds and ends sessions: 30 minutes without use and 12 hours in all, and each sign-in has a new token. */
export const createKeeping = ({ sessions, now, newSecret }: Keeping) => ({
  begin: async (member: Staff, before: string | undefined): Promise<string> => {
    if (before !== undefined) await sessions.drop(digest(before));
    const token = newSecret();
    const at = now().toISOString();
    await sessions.put({ ...member, hash: digest(token), begunAt: at, seenAt: at });
    return token;
  },

  /** The session of a token. Only what a person does keeps it alive, not a page that asks by itself what is new. */
  find: async (token: string | undefined, byPerson: boolean): Promise<Session | undefined> => {
    if (token === undefined) return undefined;
    const session = await sessions.find(digest(token));
    if (session === undefined) return undefined;
    const time = now().getTime();
    if (time - Date.parse(session.seenAt) >= IDLE || time - Date.parse(session.begunAt) >= LONGEST) {
      await sessions.drop(session.hash);
      return undefined;
    }
    if (byPerson && time - Date.parse(session.seenAt) >= SEEN_EVERY) await sessions.seen(session.hash, now().toISOString());
    return session;
  },

  end: (token: string) => sessions.drop(digest(token)),

  forget: () => {
    const time = now().getTime();
    return sessions.forget(new Date(time - IDLE).toISOString(), new Date(time - LONGEST).toISOString());
  },
});
export type SessionKeeping = ReturnType<typeof createKeeping>;
