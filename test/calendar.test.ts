import { describe, expect, it } from '@jest/globals';
import { type Calendar, hoursAt, readHours } from '../src/desk/calendar.ts';

const days = readHours('Mon-Fri 08:00-17:00, Sat 09:00-12:00') ?? {};
const berlin: Calendar = { zone: 'Europe/Berlin', days, holidays: ['2026-12-25', '2026-12-26'] };
const at = (calendar: Calendar, moment: string) => {
  const hours = hoursAt(calendar, Date.parse(moment));
  return hours.open ? 'open' : hours.opens === undefined ? 'never' : new Date(hours.opens).toISOString();
};

describe('the hours of the helpdesk', () => {
  it.each([
    ['on a working day', '2026-11-24T12:00:00Z', 'open'],
    ['at the first minute', '2026-11-24T07:00:00Z', 'open'],
    ['at the last minute', '2026-11-24T15:59:59Z', 'open'],
    ['when the day is over', '2026-11-24T16:00:00Z', '2026-11-25T07:00:00.000Z'],
    ['before it begins', '2026-11-24T05:00:00Z', '2026-11-24T07:00:00.000Z'],
    ['on a Saturday afternoon', '2026-11-28T13:00:00Z', '2026-11-30T07:00:00.000Z'],
    ['on a Sunday that is Saturday in UTC still', '2026-11-28T23:30:00Z', '2026-11-30T07:00:00.000Z'],
    ['across two holidays and a weekend', '2026-12-24T16:30:00Z', '2026-12-28T07:00:00.000Z'],
    ['on a holiday', '2026-12-25T10:00:00Z', '2026-12-28T07:00:00.000Z'],
    ['across the change to summer time', '2026-03-28T12:00:00Z', '2026-03-30T06:00:00.000Z'],
    ['across the change to winter time', '2026-10-24T11:00:00Z', '2026-10-26T07:00:00.000Z'],
    ['in summer', '2026-07-07T06:00:00Z', 'open'],
  ])('%s', (_name, moment, expected) => {
    expect(at(berlin, moment)).toBe(expected);
  });

  it('of an hour that the change to summer time leaves out begin after it', () => {
    const sundays: Calendar = { zone: 'Europe/Berlin', days: readHours('Sun 02:30-06:00') ?? {}, holidays: [] };
    expect(at(sundays, '2026-03-28T12:00:00Z')).toBe('2026-03-29T01:30:00.000Z');
  });

  it('never come where every day is a holiday of theirs', () => {
    expect(at({ ...berlin, days: {} }, '2026-11-24T12:00:00Z')).toBe('never');
  });

  it.each(['', 'Mon', 'Mon 8-17', 'Mon-Fri 17:00-08:00', 'Xyz 08:00-09:00', 'Mon 08:61-09:00', 'Mon 08:00-25:00'])(
    'are not read from “%s”',
    (text) => {
      expect(readHours(text)).toBeUndefined();
    },
  );

  it('are read over the end of a week', () => {
    expect(Object.keys(readHours('Sat-Mon 10:00-24:00') ?? {})).toEqual(['0', '1', '6']);
  });
});
