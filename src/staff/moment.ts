import { type Html, html } from '../http/html.ts';
import type { Language } from '../language/language.ts';

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** A time in full, in the language and the server's time zone. */
export const inFull = (at: string, language: Language): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at));

/** How long ago, or until when, in the largest unit that fits. */
const apart = (at: string, now: string, language: Language): string => {
  const difference = Date.parse(at) - Date.parse(now);
  const [unit, size] = UNITS.find(([, each]) => Math.abs(difference) >= each) ?? ['minute', 60_000];
  return new Intl.RelativeTimeFormat(language, { style: 'short', numeric: 'auto' }).format(Math.trunc(difference / size), unit);
};

/** A time as staff read it: how far away, and in full where the pointer rests. */
export const moment = (at: string, now: string, language: Language): Html =>
  html`<time datetime="${at}" title="${inFull(at, language)}">${apart(at, now, language)}</time>`;
