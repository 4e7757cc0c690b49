import type { IncomingMessage } from 'node:http';
import { isIPv4, isIPv6 } from 'node:net';

/** The half of an IPv6 address that a provider gives out whole: whoever has one has 2^64 more of it. */
const networkOf = (address: string): string => {
  const [left = '', right] = address.toLowerCase().split('::');
  const head = left.split(':').filter(Boolean);
  const tail = (right ?? '').split(':').filter(Boolean);
  const zeros = right === undefined ? [] : Array.from({ length: Math.max(0, 8 - head.length - tail.length) }, () => '0');
  const four = [...head, ...zeros, ...tail].slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
  return `${four.join(':')}::/64`;
};

/**
 * Whose requests are counted together: an IPv4 address, or the /64 of an IPv6 address. `proxies` is how many proxies of ours stand in
 * front: each adds on the right of X-Forwarded-For from whom it took the request, and what stands further left anybody can write.
 */
export const callerOf = ({ socket, headers }: IncomingMessage, proxies: number): string => {
  const forwarded = String(headers['x-forwarded-for'] ?? '').split(',');
  const told = proxies > 0 ? forwarded.at(-proxies)?.trim() : undefined;
  const address = (told || socket.remoteAddress || '').replace(/^::ffff:(?=\d+\.)/i, '');
  if (isIPv4(address)) return address;
  return isIPv6(address) ? networkOf(address.replace(/%.*/, '')) : 'unknown';
};
