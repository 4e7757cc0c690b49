import type { IncomingMessage } from 'node:http';
import { isOurs } from '../http/address.ts';
import type { Answer } from './answer.ts';

/** What a page of another origin asks with: the token, JSON, and what Web Chat adds. */
const ASKS_WITH = 'authorization, content-type, x-ms-bot-agent, x-requested-with';
const TEN_MINUTES = '600';

/**
 * Which pages may use Web Chat's door: our own, and those of the origins that are set. A browser lets no page name another origin than
 * its own; programs name none, and may. Cookies are for our own page alone.
 */
export const originsOf = (listed: readonly string[]) => {
  const isListed = ({ headers: { origin } }: IncomingMessage): boolean => origin !== undefined && listed.includes(origin.toLowerCase());
  /** By these a browser lets the page read the answer. */
  const headersFor = (request: IncomingMessage): NonNullable<Answer['headers']> =>
    isListed(request)
      ? { 'access-control-allow-origin': String(request.headers.origin), 'access-control-expose-headers': 'retry-after', vary: 'origin' }
      : { vary: 'origin' };
  return {
    mayCome: (request: IncomingMessage): boolean => isOurs(request) || isListed(request),
    headersFor,
    /** What a browser asks before it lets such a page ask anything. */
    preflight: (request: IncomingMessage): Answer => ({
      status: 200,
      body: {},
      headers: {
        'access-control-allow-methods': 'GET, POST',
        'access-control-allow-headers': ASKS_WITH,
        'access-control-max-age': TEN_MINUTES,
        ...headersFor(request),
      },
    }),
  };
};
export type Origins = ReturnType<typeof originsOf>;
