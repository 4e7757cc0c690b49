import type { IncomingMessage } from 'node:http';
import { hostOf } from '../http/address.ts';

/** What the page may load and where it may connect: ourselves. Web Chat sets its styles inline, so styles alone may be. */
export const policyFor = (request: IncomingMessage): string => {
  const host = hostOf(request);
  // Not every browser counts a WebSocket of the same host as 'self'.
  const sockets = host === undefined ? '' : ` ws://${host} wss://${host}`;
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    // Web Chat draws the mark of links to elsewhere from a blob.
    "img-src 'self' data: blob:",
    `connect-src 'self'${sockets}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
};
