import type { IncomingMessage } from 'node:http';

const HOST = /^[\w.:[\]-]{1,255}$/;

const first = (header: string | string[] | undefined): string | undefined =>
  (Array.isArray(header) ? header[0] : header)?.split(',')[0]?.trim();

/** The host and port by which the browser reached us, also through a proxy; undefined where it is not a host. */
export const hostOf = ({ headers }: IncomingMessage): string | undefined => {
  const host = first(headers['x-forwarded-host']) ?? headers.host;
  return host !== undefined && HOST.test(host) ? host : undefined;
};

/** Did the browser come by https? A proxy in front says so; whoever lies about it only fools himself. */
export const isSecure = ({ headers }: IncomingMessage): boolean => first(headers['x-forwarded-proto']) === 'https';

/**
 * Does a page of ours ask, or a program? A browser names the page's origin in every POST and WebSocket and lets no page set it,
 * nor the forwarding headers of a WebSocket.
 */
export const isOurs = (request: IncomingMessage): boolean => {
  const { origin } = request.headers;
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host.toLowerCase() === hostOf(request)?.toLowerCase();
};

/** The query of a request's address; no repeated or nested names. */
export const queryOf = ({ url = '' }: IncomingMessage): URLSearchParams => {
  const at = url.indexOf('?');
  return new URLSearchParams(at < 0 ? '' : url.slice(at + 1));
};
