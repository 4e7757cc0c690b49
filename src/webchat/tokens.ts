import { errors, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod/v4';

/** Whom a token speaks for: one person in one conversation, never more. */
export interface Visitor {
  readonly user: string;
  readonly conv: string;
}

/** What a signed paper is good for, and for how many seconds. A paper of one kind is worth nothing as another. */
const KINDS = {
  /** In the Authorization header. Web Chat asks for a new one every 15 minutes. */
  token: 30 * 60,
  /** In the address of the stream, where headers cannot be set. */
  ticket: 60,
  /** In the cookie by which a browser finds its talk again. */
  cookie: 30 * 24 * 60 * 60,
} as const;
export type Kind = keyof typeof KINDS;

export const lifeOf = (kind: Kind): number => KINDS[kind];

const paper = z.object({ user: z.string(), conv: z.string(), jti: z.string(), exp: z.number() });

export interface Tokens {
  readonly issue: (visitor: Visitor, kind: Kind) => Promise<string>;
  /** Undefined for anything that was not issued here, for this purpose, and is still good. */
  readonly read: (jwt: string | undefined, kind: Kind) => Promise<Visitor | undefined>;
  /** Reads a stream's ticket, which is good for one use. */
  readonly spend: (jwt: string | undefined) => Promise<Visitor | undefined>;
}

/** Signs and reads who a browser is. `now` is in milliseconds. */
export const createTokens = ({ secret, now, newId }: { secret: Uint8Array; now: () => number; newId: () => string }): Tokens => {
  const spent = new Map<string, number>();
  const seconds = () => Math.floor(now() / 1000);

  const open = async (jwt: string | undefined, kind: Kind) => {
    try {
      const { payload } = await jwtVerify(jwt ?? '', secret, { algorithms: ['HS256'], audience: kind, currentDate: new Date(now()) });
      return paper.safeParse(payload).data;
    } catch (error) {
      if (error instanceof errors.JOSEError) return undefined;
      throw error;
    }
  };

  return {
    issue: ({ user, conv }, kind) =>
      new SignJWT({ user, conv })
        .setProtectedHeader({ alg: 'HS256' })
        .setAudience(kind)
        .setJti(newId())
        .setExpirationTime(seconds() + KINDS[kind])
        .sign(secret),
    read: async (jwt, kind) => {
      const { user, conv } = (await open(jwt, kind)) ?? {};
      return user === undefined || conv === undefined ? undefined : { user, conv };
    },
    spend: async (jwt) => {
      const ticket = await open(jwt, 'ticket');
      for (const [id, until] of spent) if (until < seconds()) spent.delete(id);
      if (ticket === undefined || spent.has(ticket.jti)) return undefined;
      spent.set(ticket.jti, ticket.exp);
      return { user: ticket.user, conv: ticket.conv };
    },
  };
};
