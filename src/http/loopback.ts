import type { IncomingMessage } from 'node:http';

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?|\[?::ffff:127(?:\.\d{1,3}){3}\]?)$/i;
const FORWARDED = /^(?:forwarded|via|x-forwarded-.*|x-real-ip|x-client-ip|cf-connecting-ip|true-client-ip)$/;

/** Does this name or address mean this computer itself? */
export const isLoopback = (host: string): boolean => LOOPBACK.test(host);

/** Does this URL lead to this computer itself? */
export const isLoopbackUrl = (url: string): boolean =>
  URL.canParse(url) && /^https?:$/.test(new URL(url).protocol) && isLoopback(new URL(url).hostname);

/** Did the request come from this computer, by no proxy, and under a name of this computer (a foreign name would be a rebound DNS record)? */
export const isLocalRequest = ({ socket, headers }: IncomingMessage): boolean =>
  isLoopback(socket.remoteAddress ?? '') &&
  !Object.keys(headers).some((name) => FORWARDED.test(name)) &&
  isLoopback((headers.host ?? '').replace(/:\d+$/, ''));
