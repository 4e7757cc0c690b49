import type { IncomingMessage } from 'node:http';

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?|\[?::ffff:127(?:\.\d{1,3}){3}\]?)$/i;
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];

/** Does this name or address mean this computer itself? */
export const isLoopback = (host: string): boolean => LOOPBACK.test(host);

/** Does this URL lead to this computer itself? */
export const isLoopbackUrl = (url: string): boolean =>
  URL.canParse(url) && /^https?:$/.test(new URL(url).protocol) && isLoopback(new URL(url).hostname);

/** Did the request come from this computer, by no proxy, and under a name of this computer (a foreign name would be a rebound DNS record)? */
export const isLocalRequest = ({ socket, headers }: IncomingMessage): boolean =>
  isLoopback(socket.remoteAddress ?? '') &&
  FORWARDED.every((name) => headers[name] === undefined) &&
  isLoopback((headers.host ?? '').replace(/:\d+$/, ''));
