import { inEach, type Language } from '../language/language.ts';
import { phrases, WORDS } from '../language/words.ts';
import type { Finding } from './finding.ts';
import { compared, phrasebook } from './phrasebook.ts';
import { plain } from './plain.ts';

/** So long a KMS activation lasts, in days. */
const LASTS = 180;
const DAYS = { day: 1, week: 7, month: 365 / 12, year: 365 } as const;
/** Between a time and the absence that it measures stand so many words at most: "not in the office for over half a year". */
const BETWEEN = 3;
/** A month of the year is too near to the limit to tell on which side of it lies its day. */
const UNDECIDED = LASTS / DAYS.month;

const wordsOf = (entry: string) => phrases(entry).map(plain);
const HEARD = inEach((language) => {
  const { absent, since, points, units, numbers, months } = WORDS[language].durations;
  return {
    absent: phrasebook(phrases(absent).map((phrase) => ({ words: compared(phrase) }))),
    since: new Set(wordsOf(since)),
    /** "Two days ago" is when something happened, not how long it took. */
    points: new Set(wordsOf(points)),
    units: new Map(Object.entries(units).flatMap(([unit, entry]) => wordsOf(entry).map((word) => [word, DAYS[unit as keyof typeof DAYS]]))),
    numbers: new Map(Object.entries(numbers).flatMap(([number, entry]) => wordsOf(entry).map((word) => [word, Number(number)]))),
    months: wordsOf(months),
  };
});

interface Span {
  readonly days: number;
  readonly at: number;
  readonly end: number;
}

/** "8 months", "half a year", "seit einem halben Jahr". */
const counted = (words: readonly string[], language: Language): readonly Span[] => {
  const { units, numbers, points } = HEARD[language];
  const numberAt = (at: number) => numbers.get(words[at] ?? '') ?? (/^\d{1,4}$/.test(words[at] ?? '') ? Number(words[at]) : undefined);
  return words.flatMap((word, at) => {
    const unit = units.get(word);
    const number = numberAt(at - 1);
    if (unit === undefined || number === undefined) return [];
    const before = number === 1 ? numberAt(at - 2) : undefined;
    const first = at - (before === undefined ? 1 : 2);
    const isPoint = points.has(words[first - 1] ?? '') || points.has(words[at + 1] ?? '');
    return isPoint ? [] : [{ days: unit * (before ?? number), at: first, end: at + 1 }];
  });
};

/** "Since March": whole months of the calendar, as far as they are clearly on one side of the limit. */
const dated = (words: readonly string[], language: Language, now: string | undefined): readonly Span[] => {
  const { since, months } = HEARD[language];
  if (now === undefined) return [];
  return words.flatMap((word, at) => {
    const month = months.indexOf(word);
    if (month < 0 || !since.has(words[at - 1] ?? '')) return [];
    const passed = (new Date(now).getUTCMonth() - month + 12) % 12;
    return Math.abs(passed - UNDECIDED) < 1 ? [] : [{ days: passed * DAYS.month, at: at - 1, end: at + 1 }];
  });
};

/** How long a computer was away from its organisation's network, where a time stands beside an absence, or is just what was asked; without `now` no month of the calendar counts. */
export const awayIn = (text: string, language: Language, now: string | undefined, isAsked = false): readonly Finding[] => {
  const words = plain(text).split(' ');
  const absences = HEARD[language].absent(words);
  const span = [...counted(words, language), ...dated(words, language, now)].find(
    ({ at, end }) => isAsked || absences.some((absence) => at - absence.end <= BETWEEN && absence.at - end <= BETWEEN),
  );
  if (span === undefined) return [];
  return [{ name: 'kms.away', value: span.days < LASTS ? 'weeks' : 'half-a-year', piece: words.slice(span.at, span.end).join(' ') }];
};
