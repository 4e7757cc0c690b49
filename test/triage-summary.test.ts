import { describe, expect, it } from '@jest/globals';
import { summaryOf } from '../src/triage/summary.ts';
import { summaryText } from '../src/triage/summary-text.ts';
import { sorted } from '../src/triage/triage.ts';
import { WORLD } from './desk.ts';

const HOST_BLOCK = `LICENSE NAME: Office 21, Office21ProPlus2021VL_KMS_Client_AE edition
LICENSE DESCRIPTION: Office 21, VOLUME_KMSCLIENT channel
LICENSE STATUS: ---NOTIFICATIONS---
Last 5 characters of installed product key: 6F7TH
KMS machine registry override defined: kms07.desk.example:1688`;

const summaryFor = (tickets: readonly { text: string; at?: string; from?: string }[]) =>
  summaryOf(tickets.map((ticket, at) => sorted({ id: `T-${at + 1}`, ...ticket }, WORLD.now)));
const at = (hour: number, minute = 0) => `2026-11-23T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}:00.000Z`;

describe('the summary of an export', () => {
  it('groups by outcome, code, product and who acts, the most frequent first', () => {
    const { tickets, codes, products, whoActs, outcomes } = summaryFor([
      { text: 'Office 2021: 0xC004F074' },
      { text: 'Office 2021 again 0xC004F074' },
      { text: 'Office 2019: 0xC004F06C' },
    ]);
    expect([tickets, codes[0]]).toEqual([3, { name: '0xC004F074', count: 2 }]);
    expect(products[0]).toEqual({ name: 'Office LTSC 2021', count: 2 });
    expect(outcomes).toContainEqual({ name: 'KMS-09', count: 1 });
    expect(whoActs.reduce((sum, { count }) => sum + count, 0)).toBe(3);
  });

  it('finds duplicates whatever their case and stops, and none among empty texts', () => {
    expect(
      summaryFor([{ text: 'Key is BLOCKED!' }, { text: 'other' }, { text: 'key is blocked' }, { text: '' }, { text: '' }]).duplicates,
    ).toEqual([['T-1', 'T-3']]);
  });

  it('finds an outbreak: one code or host, five people, one morning', () => {
    const morning = [1, 2, 3, 4, 5].map((person) => ({ text: HOST_BLOCK, at: at(7, person * 10), from: `p${person}@desk.example` }));
    const { outbreaks } = summaryFor([...morning, { text: 'Word: 0xC004F06C', at: at(8), from: 'p9@desk.example' }]);
    expect(outbreaks).toEqual([
      { about: 'kms07.desk.example', people: 5, from: at(7, 10), to: at(7, 50), ids: ['T-1', 'T-2', 'T-3', 'T-4', 'T-5'] },
    ]);
  });

  it('sees none in one person five times, in five people over five days, or without times', () => {
    const text = 'Word: 0xC004F074';
    const five = [1, 2, 3, 4, 5];
    expect(summaryFor(five.map((minute) => ({ text, at: at(7, minute), from: 'p@desk.example' }))).outbreaks).toEqual([]);
    expect(summaryFor(five.map((day) => ({ text, at: `2026-11-0${day}T07:00:00.000Z`, from: `p${day}` }))).outbreaks).toEqual([]);
    expect(summaryFor(five.map((person) => ({ text, from: `p${person}` }))).outbreaks).toEqual([]);
  });

  it('is told without who wrote', () => {
    const text = summaryText(summaryFor([{ text: 'Office 2021: 0xC004F074', from: 'ann@desk.example' }]));
    expect(text).toContain('1 ticket');
    expect(text).not.toContain('ann@');
  });
});
