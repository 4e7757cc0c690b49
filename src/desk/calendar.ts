/** When the helpdesk is staffed. */
export interface Calendar {
  /** A name of the time zone database. */
  readonly zone: string;
  /** For each weekday from Sunday (0): from and to, in minutes since midnight. */
  readonly days: Readonly<Record<number, readonly (readonly [from: number, to: number])[]>>;
  /** Dates on which nobody is there, such as 2026-12-25. */
  readonly holidays: readonly string[];
}

/** Is somebody there now; where not, when next (milliseconds since 1970, UTC), as far as a year tells. */
export type Hours = { readonly open: true } | { readonly open: false; readonly zone: string; readonly opens?: number };

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const YEAR = 366;

/** The clock on the wall there, as if it were UTC. */
const wallAt = (zone: string, at: number): number => {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, hourCycle: 'h23', dateStyle: 'short', timeStyle: 'medium' });
  const part = Object.fromEntries(parts.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(2000 + Number(part.year), Number(part.month) - 1, part.day, part.hour, part.minute, part.second);
};

/** When the clock on the wall there shows this. Of an hour that a clock change leaves out, the one after it. */
const fromWall = (zone: string, wall: number): number => {
  const near = wall - (wallAt(zone, wall) - wall);
  return near - (wallAt(zone, near) - wall);
};

const dateOf = (wall: number): string => new Date(wall).toISOString().slice(0, 10);

const hoursOn = ({ days, holidays }: Calendar, midnight: number) =>
  holidays.includes(dateOf(midnight)) ? [] : (days[new Date(midnight).getUTCDay()] ?? []);

/** Is the helpdesk staffed at a moment (milliseconds since 1970, UTC), by the clock of its own zone; holidays and clock changes counted. */
export const hoursAt = (calendar: Calendar, now: number): Hours => {
  const { zone } = calendar;
  const wall = wallAt(zone, now);
  const today = wall - (wall % DAY);
  const minute = (wall % DAY) / MINUTE;
  if (hoursOn(calendar, today).some(([from, to]) => from <= minute && minute < to)) return { open: true };
  for (let day = 0; day <= YEAR; day += 1) {
    const midnight = today + day * DAY;
    const next = hoursOn(calendar, midnight)
      .map(([from]) => from)
      .filter((from) => day > 0 || from > minute)
      .sort((a, b) => a - b)[0];
    if (next !== undefined) return { open: false, zone, opens: fromWall(zone, midnight + next * MINUTE) };
  }
  return { open: false, zone };
};

const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const RANGE = /^([a-z]{3})(?:-([a-z]{3}))? (\d\d):(\d\d)-(\d\d):(\d\d)$/;

const daysIn = (first: string, last: string): readonly number[] | undefined => {
  const [from, to] = [DAYS.indexOf(first), DAYS.indexOf(last)];
  if (from < 0 || to < 0) return undefined;
  return Array.from({ length: ((to - from + 7) % 7) + 1 }, (_, at) => (from + at) % 7);
};

/** Reads hours as they are set: "Mon-Fri 08:00-17:00, Sat 09:00-12:00". Undefined where they are none. */
export const readHours = (text: string): Calendar['days'] | undefined => {
  const days: Record<number, [number, number][]> = {};
  for (const range of text.toLowerCase().split(',')) {
    const [, first = '', last = first, ...times] = RANGE.exec(range.trim()) ?? [];
    const [hour = 24, minute = 0, toHour = 0, toMinute = 0] = times.map(Number);
    const [from, to] = [hour * 60 + minute, toHour * 60 + toMinute];
    const each = daysIn(first, last);
    if (each === undefined || minute > 59 || toMinute > 59 || from >= to || to > 24 * 60) return undefined;
    for (const day of each) days[day] = [...(days[day] ?? []), [from, to]];
  }
  return days;
};
