import type { IncomingMessage } from 'node:http';

/** The names that a browser holds for the desk's pages: who is signed in, and a sign-in under way. */
export type CookieName = 'staff' | 'sign-in';

// A browser takes a name with this prefix only over TLS, for the whole host, and from no neighbouring name.
const named = (name: CookieName, secure: boolean) => (secure ? `__Host-${name}` : name);

/** The value of a cookie, as it came. */
export const cookieIn = ({ headers }: IncomingMessage, name: CookieName, secure: boolean): string | undefined => {
  const start = `${named(name, secure)}=`;
  return headers.cookie
    ?.split(';')
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(start))
    ?.slice(start.length);
};

/**
 * The header that sets a cookie; an empty value takes it away. Lax and not Strict: the issuer sends the browser back from another site,
 * and the page it lands on must know who came.
 */
export const cookieOf = (name: CookieName, value: string, secure: boolean, seconds?: number): string =>
  [
    `${named(name, secure)}=${value}`,
    'Path=/',
    ...(value === '' ? ['Max-Age=0'] : seconds === undefined ? [] : [`Max-Age=${seconds}`]),
    'HttpOnly',
    'SameSite=Lax',
    ...(secure ? ['Secure'] : []),
  ].join('; ');
