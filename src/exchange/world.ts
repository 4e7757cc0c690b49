import { createHash } from 'node:crypto';
import type { World } from '../conversation/state.ts';
import { hoursAt } from '../desk/calendar.ts';
import type { Outside } from './coming.ts';

/** A link for an administrator works so long, in milliseconds. */
const LINK_LASTS = 7 * 24 * 3_600_000;

/** All that is stored of a token. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Made when it is first asked for. */
const once = <T>(make: () => T): (() => T) => {
  let made: { readonly it: T } | undefined;
  return () => {
    made ??= { it: make() };
    return made.it;
  };
};

/** What a turn may not make up by itself, at this moment, and the link that it may say: its token, and when it ends (ISO 8601). */
export const worldAt = (outside: Outside, time: Date, openCase: string | undefined) => {
  const { kept, newCaseNumber, newToken, contact, isNotified, language, calendar, publicUrl, outbreaks } = outside;
  const token = once(newToken);
  const caseNumber = once(newCaseNumber);
  const until = time.getTime() + LINK_LASTS;
  const world: World = {
    now: time.toISOString(),
    // Most turns want neither a number nor a link.
    get caseNumber() {
      return caseNumber();
    },
    get link() {
      const base = publicUrl();
      return base === undefined ? undefined : { url: new URL(`c/${token()}`, base).href, until };
    },
    contact,
    isNotified,
    language,
    kept,
    openCase,
    hours: calendar && hoursAt(calendar, time.getTime()),
    outbreaks: outbreaks(),
  };
  return { world, token, until: new Date(until).toISOString() };
};
