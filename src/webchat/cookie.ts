import type { IncomingMessage } from 'node:http';
import { isSecure } from '../http/address.ts';
import { lifeOf } from './tokens.ts';

const NAME = 'desk';

/** The signed paper in a browser's cookie, as it came. */
export const cookieIn = ({ headers }: IncomingMessage): string | undefined =>
  headers.cookie
    ?.split(';')
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(`${NAME}=`))
    ?.slice(NAME.length + 1);

/** The header that lets a browser find its talk again: for our own page only, out of reach of scripts. */
export const cookieOf = (paper: string, request: IncomingMessage): string =>
  [
    `${NAME}=${paper}`,
    'Path=/v3/directline',
    `Max-Age=${lifeOf('cookie')}`,
    'HttpOnly',
    'SameSite=Strict',
    ...(isSecure(request) ? ['Secure'] : []),
  ].join('; ');
