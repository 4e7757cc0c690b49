import type { Inbound } from './activity.ts';

/** The token of an administrator's link, as the page sends it when it was opened by one; undefined in every other activity. */
export const tokenIn = ({ type, name, value }: Inbound): string | undefined =>
  type === 'event' && name === 'case' && typeof value === 'string' && /^[\w-]{20,100}$/.test(value) ? value : undefined;
