import { kept } from './kept.ts';
import type { MessageKey } from './keys.ts';
import { type Language, languageOf, say } from './language.ts';

/** A moment, said as the date that it has for a person. */
export interface Moment {
  /** Milliseconds since 1970, UTC. */
  readonly at: number;
  /** A name of the time zone database, or an offset such as "+05:30". */
  readonly zone: string;
  /** As the person's channel gives it ("en-GB"): tells how they write dates, where it is in the language that is spoken. */
  readonly locale?: string | undefined;
  /** Said with its weekday and the time of day, not as a date alone. */
  readonly exact?: true;
}

type Param = string | number | Moment | Saying | readonly Saying[];

/** A message to be said: its key and what is put into it. A parameter may itself be something to say, or a list of such. */
export interface Saying {
  readonly key: MessageKey;
  readonly params?: { readonly [name: string]: Param };
  /** Said in this language, whatever the talk's is. */
  readonly in?: Language;
}

const isList = (param: Param): param is readonly Saying[] => Array.isArray(param);

/** The locale in which dates are written: the person's own, or the language alone. */
const localeFor = (language: Language, locale: string | undefined): string => {
  if (locale === undefined || languageOf(locale) !== language) return language;
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? language;
  } catch {
    // A channel may send what is no locale: then the language alone.
    return language;
  }
};

const EXACT: Intl.DateTimeFormatOptions = { weekday: 'long', day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit' };

/** To make one costs far more than to use it. People of so many places and languages write in one hour. */
const FORMATS_KEPT = 200;

const formatOf = kept(
  (locale: string, zone: string, exact: boolean) =>
    new Intl.DateTimeFormat(locale, { ...(exact ? EXACT : { dateStyle: 'long' }), timeZone: zone }),
  (...given) => given.join(),
  FORMATS_KEPT,
);

const dateOf = (language: Language, { at, zone, locale, exact }: Moment): string =>
  formatOf(localeFor(language, locale), zone, exact === true).format(at);

const spoken = (language: Language, param: Param): string | number => {
  if (typeof param !== 'object') return param;
  if ('zone' in param) return dateOf(language, param);
  return isList(param) ? param.map((each) => speak(language, each)).join(', ') : speak(language, param);
};

/** Puts a saying into words. */
export const speak = (language: Language, { key, params, in: other = language }: Saying): string =>
  params === undefined
    ? say(other, key)
    : say(other, key, Object.fromEntries(Object.entries(params).map(([name, param]) => [name, spoken(other, param)])));

/** The keys of everything that is said, nested ones too: what tests and other clients read instead of wording. */
export const keysOf = (says: readonly Saying[]): readonly MessageKey[] =>
  says.flatMap(({ key, params = {} }) => [
    key,
    ...Object.values(params).flatMap((param) =>
      typeof param === 'object' && !('zone' in param) ? keysOf(isList(param) ? param : [param]) : [],
    ),
  ]);
