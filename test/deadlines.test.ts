import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { deadlineOf, momentFor } from '../src/conversation/deadline.ts';
import type { Record } from '../src/conversation/record.ts';
import { turn } from '../src/conversation/turn.ts';
import { zoneOf } from '../src/exchange/zone.ts';
import { LANGUAGES } from '../src/language/language.ts';
import { keysOf, speak } from '../src/language/saying.ts';
import { triage } from '../src/triage/triage.ts';
import { realTalk, runningDesk, WORLD } from './desk.ts';

const DAY = 24 * 60;

/** What /dstatus prints of one licence. */
const dstatus = (channel: string, status: string, minutes: number, name = 'Office21ProPlus2021VL_KMS_Client_AE') =>
  [
    `LICENSE NAME: Office 21, ${name} edition`,
    `LICENSE DESCRIPTION: Office 21, ${channel} channel`,
    `LICENSE STATUS:  ---${status}---`,
    `REMAINING GRACE: ${Math.floor(minutes / DAY)} days  (${minutes} minute(s) before expiring)`,
    'Last 5 characters of installed product key: 6F7TH',
  ].join('\n');

const CLIENT = (status: string, minutes: number) => dstatus('VOLUME_KMSCLIENT', status, minutes);

/** A talk in which this is said, by somebody in this zone. */
const talkOf = (zone: string | undefined, now = WORLD.now, locale = 'en-GB') => {
  let record: Record | undefined;
  return {
    say: (text: string, at = now) => {
      const said = { kind: 'message' as const, text, secrets: [], locale, ...(zone === undefined ? {} : { zone }) };
      const turned = turn(record, said, { ...WORLD, now: at });
      record = turned.record;
      const says = turned.replies.flatMap((reply) => reply.says);
      return { keys: keysOf(says), text: says.map((each) => speak(turned.record.language, each)).join('\n'), ...turned };
    },
  };
};

const untilIn = (text: string) => {
  const { record } = talkOf('UTC').say(text);
  const deadline = deadlineOf(record);
  return deadline && { kind: deadline.kind, until: new Date(deadline.until).toISOString() };
};

describe('a deadline', () => {
  it.each([
    ['an activation by KMS', CLIENT('LICENSED', 178 * DAY), 'renewal', '2027-05-21T12:00:00.000Z'],
    ['the first 30 days', CLIENT('OOB_GRACE', 20 * DAY), 'first', '2026-12-14T12:00:00.000Z'],
    ['an activation that was not renewed', CLIENT('OOT_GRACE', 7 * DAY), 'tolerance', '2026-12-01T12:00:00.000Z'],
    [
      'a MAK not activated yet',
      dstatus('VOLUME_MAK', 'OOB_GRACE', 3 * DAY, 'Office21ProPlus2021VL_MAK_AE'),
      'enter',
      '2026-11-27T12:00:00.000Z',
    ],
    [
      'a MAK after a change of the hardware',
      dstatus('VOLUME_MAK', 'OOT_GRACE', 2 * DAY, 'Office21ProPlus2021VL_MAK_AE'),
      'repeat',
      '2026-11-26T12:00:00.000Z',
    ],
    ['a trial', dstatus('RETAIL(Grace)', 'OOB_GRACE', 7195, 'Office21ProPlus2021R_Grace'), 'trial', '2026-11-29T11:55:00.000Z'],
    [
      'what slmgr prints in German',
      'Name: Office 21, Office21ProPlus2021VL_KMS_Client_AE edition\nBeschreibung: Office 21, VOLUME_KMSCLIENT channel\nTeil-Product Key: 6F7TH\nLizenzstatus: Lizenziert\nAblaufzeit der Volumenaktivierung: 1440 Minute(n) (1 Tag(e))',
      'renewal',
      '2026-11-25T12:00:00.000Z',
    ],
    [
      'what CIM holds',
      'Name : Office 21, Office21ProPlus2021VL_KMS_Client_AE edition\nDescription : Office 21, VOLUME_KMSCLIENT channel\nGracePeriodRemaining : 1440\nLicenseStatus : 1\nPartialProductKey : 6F7TH',
      'renewal',
      '2026-11-25T12:00:00.000Z',
    ],
  ])('is read from %s', (_, text, kind, until) => {
    expect(untilIn(text)).toEqual({ kind, until });
  });

  it.each([
    ['nothing is left', CLIENT('NOTIFICATIONS', 0)],
    ['more is left than there can be', CLIENT('LICENSED', 9_999_999)],
    ['days and minutes do not say the same', CLIENT('LICENSED', 178 * DAY).replace('178 days', '17 days')],
    ['the figure is cut short', CLIENT('LICENSED', 178 * DAY).replace(/20 minute[\s\S]*/, '')],
    ['the MAK has activated for good', dstatus('VOLUME_MAK', 'LICENSED', 30 * DAY, 'Office21ProPlus2021VL_MAK_AE')],
    [
      'it is Windows',
      'Name: Windows(R), Professional edition\nLicense Status: Licensed\nVolume activation expiration: 1440 minute(s) (1 day(s))',
    ],
    [
      'a figure of CIM ends the text',
      'Name : Office 21, Office21ProPlus2021VL_KMS_Client_AE edition\nLicenseStatus : 1\nGracePeriodRemaining : 25',
    ],
  ])('is not told where %s', (_, text) => {
    expect(untilIn(text)).toBeUndefined();
    expect(() => talkOf('UTC').say(text)).not.toThrow();
  });

  it('is said once, with the advice; a later output replaces it, and one without a time left ends it', () => {
    const talk = talkOf('Europe/Berlin');
    const first = talk.say(CLIENT('LICENSED', 178 * DAY));
    expect(first.keys).toContain('talk.deadline.renewal');
    expect(first.text).toContain('21 May 2027');
    expect(talk.say('repeat what you said').keys.filter((key) => key.startsWith('talk.deadline'))).toHaveLength(0);
    const renewed = talk.say(CLIENT('LICENSED', 180 * DAY), '2026-11-25T12:00:00.000Z');
    expect(renewed.text).toContain('24 May 2027');
    expect(deadlineOf(talk.say(CLIENT('NOTIFICATIONS', 0)).record)).toBeUndefined();
  });

  it('waits for the advice while a question is open', () => {
    const talk = talkOf('UTC');
    const pasted = talk.say(`${CLIENT('OOB_GRACE', 20 * DAY)}\nERROR CODE: 0xC004F038`);
    expect(pasted.replies.at(-1)?.ask).toBe('kms.count');
    expect(pasted.keys.join()).not.toContain('deadline');
    expect(talk.say('too few').keys).toContain('talk.deadline.first');
  });

  it('is not told of notices that have begun already, nor after it is past', () => {
    expect(talkOf('UTC').say(CLIENT('OOB_GRACE', 4 * DAY)).keys).toContain('talk.deadline.noticed');
    const talk = talkOf('UTC');
    talk.say(`${CLIENT('OOB_GRACE', DAY)}\nERROR CODE: 0xC004F038`);
    expect(talk.say('too few', '2026-11-26T12:00:00.000Z').keys.join()).not.toContain('deadline');
  });

  it('stands in the summary for staff, with its zone', () => {
    const talk = talkOf('Asia/Kathmandu');
    talk.say(CLIENT('OOB_GRACE', 20 * DAY));
    const summary = talk.say('a person').replies.flatMap((reply) => reply.summary ?? []);
    expect(summary.map((line) => speak('en', line))).toContain('Time left by the output: until 14 December 2026 (Asia/Kathmandu)');
  });

  it.each(LANGUAGES)('is said in every language, and in UTC where the zone is not known (%s)', (language) => {
    for (const state of ['LICENSED', 'OOB_GRACE', 'OOT_GRACE']) {
      const { keys, text } = talkOf(undefined, WORLD.now, language).say(`${CLIENT(state, 20 * DAY)}\nERROR CODE: 0x4004F00D`);
      expect(keys).toContain('talk.deadline.utc');
      expect(text).toContain(language === 'de' ? '14. Dezember 2026' : 'December 14, 2026');
    }
  });

  it('counts in a ticket from when the ticket was written', () => {
    const ticket = { id: '1', text: CLIENT('LICENSED', DAY), at: '2026-11-01T00:30:00.000Z' };
    expect(triage(ticket, WORLD.now).deadline).toBe('2026-11-02T00:30:00.000Z');
    expect(triage({ id: '2', text: 'Office shows 0xC004F074' }, WORLD.now)).not.toHaveProperty('deadline');
    expect(() => triage({ ...ticket, at: '+275760-09-13T00:00:00.000Z' }, WORLD.now)).not.toThrow();
  });
});

const dateIn = (zone: string, at: number, locale = 'en-GB') =>
  speak('en', { key: 'talk.summary.deadline', params: { until: momentFor({ zone, locale } as Record, at), zone } });

describe("a date in the person's zone", () => {
  it.each([
    // An hour before and after the clocks change, and zones half an hour, three quarters and a day away.
    ['Europe/Berlin', '2027-03-27T22:59:00Z', '27 March 2027'],
    ['Europe/Berlin', '2027-03-27T23:00:00Z', '28 March 2027'],
    ['Europe/Berlin', '2027-03-28T21:59:00Z', '28 March 2027'],
    ['Europe/Berlin', '2027-03-28T22:00:00Z', '29 March 2027'],
    ['America/New_York', '2026-11-01T03:59:00Z', '31 October 2026'],
    ['America/New_York', '2026-11-01T04:00:00Z', '1 November 2026'],
    ['America/New_York', '2026-11-02T04:59:00Z', '1 November 2026'],
    ['Australia/Lord_Howe', '2027-04-03T13:00:00Z', '4 April 2027'],
    ['Australia/Lord_Howe', '2027-04-04T13:29:00Z', '4 April 2027'],
    ['Asia/Kathmandu', '2026-11-24T18:15:00Z', '25 November 2026'],
    ['Pacific/Kiritimati', '2026-12-31T10:00:00Z', '1 January 2027'],
    ['Pacific/Pago_Pago', '2027-01-01T10:59:00Z', '31 December 2026'],
  ])('%s at %s is %s', (zone, at, date) => {
    expect(dateIn(zone, Date.parse(at))).toContain(` ${date} `);
  });

  it('is the date that an offset gives, at any moment', () => {
    const offsets = fc.tuple(fc.constantFrom(1, -1), fc.integer({ min: 0, max: 13 }), fc.constantFrom(0, 30, 45));
    const moments = fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2040, 0) });
    fc.assert(
      fc.property(offsets, moments, ([sign, hours, minutes], at) => {
        const zone = `${sign > 0 ? '+' : '-'}${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
        const there = new Date(at + sign * (hours * 60 + minutes) * 60_000);
        const month = [
          'January',
          'February',
          'March',
          'April',
          'May',
          'June',
          'July',
          'August',
          'September',
          'October',
          'November',
          'December',
        ];
        expect(dateIn(zone, at)).toContain(` ${there.getUTCDate()} ${month[there.getUTCMonth()]} ${there.getUTCFullYear()} `);
      }),
    );
  });

  it('is never earlier for a later deadline, in any zone, over every change of its clocks', () => {
    const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
    const minutes = fc.integer({ min: 1, max: 180 * DAY });
    const nows = fc.integer({ min: Date.UTC(2026, 0), max: Date.UTC(2028, 0) });
    const dayOf = (zone: string, at: number) => Date.parse(`${/until (.*) \(/.exec(dateIn(zone, at))?.[1]} UTC`) / (DAY * 60_000);
    fc.assert(
      fc.property(zones, nows, minutes, minutes, (zone, now, one, other) => {
        const [sooner, later] = [Math.min(one, other), Math.max(one, other)].map((each) => now + each * 60_000) as [number, number];
        const apart = (later - sooner) / (DAY * 60_000);
        const days = dayOf(zone, later) - dayOf(zone, sooner);
        // A day has 23 to 25 hours.
        expect(days).toBeGreaterThanOrEqual(Math.floor(apart - 1 / 24));
        expect(days).toBeLessThanOrEqual(Math.ceil(apart + 1 / 24));
      }),
    );
  });

  it.each(['nonsense', 'en-a', 'x'.repeat(35), 'en_GB', ''])('is written plainly where the locale is %j', (locale) => {
    expect(dateIn('UTC', Date.UTC(2026, 10, 24), locale)).toContain('November 24, 2026');
  });
});

describe('the zone of whoever writes', () => {
  const inbound = { type: 'message', channelId: 'webchat', conversation: { id: 'c' }, from: { id: 'p' } };
  it.each([
    [{ localTimezone: 'Europe/Berlin', localTimestamp: '2026-11-24T13:00:00.000+05:30' }, 'Europe/Berlin'],
    [{ localTimestamp: '2026-11-24T13:00:00.000+05:30' }, '+05:30'],
    [{ localTimezone: 'Mitteleuropäische Zeit', localTimestamp: '2026-11-24T13:00:00-0330' }, '-0330'],
    [{ localTimestamp: '2026-11-24T12:00:00.000Z' }, undefined],
    [{ localTimestamp: '2026-11-24T12:00:00.000+99:99' }, undefined],
    [{ localTimezone: '../../etc/passwd' }, undefined],
    [{ localTimezone: 'Europe/'.repeat(5_000) }, undefined],
    [{}, undefined],
  ])('of %j is %s', (sent, zone) => {
    expect(zoneOf({ ...inbound, ...sent })).toBe(zone);
  });

  it('comes through the door, and nonsense in its place breaks nothing', async () => {
    const desk = await runningDesk();
    const text = CLIENT('LICENSED', 178 * DAY);
    try {
      const sent = [
        { localTimezone: 'Asia/Tokyo' },
        { localTimestamp: '2026-11-24T13:00:00.000+09:00' },
        { localTimezone: 7, localTimestamp: { odd: true } },
        { localTimezone: 'Nowhere/Land', localTimestamp: 'yesterday' },
      ];
      const replies = await Promise.all(sent.map((each) => realTalk(desk.url, 'en-GB').post({ text, ...each })));
      const keys = replies.map((each) => each.flatMap(({ channelData }) => channelData.activationDesk.keys ?? []));
      expect(keys.map((each) => each.includes('talk.deadline.renewal'))).toEqual([true, true, true, true]);
      expect(keys.map((each) => each.includes('talk.deadline.utc'))).toEqual([false, false, true, true]);
    } finally {
      await desk.close();
    }
  });
});
