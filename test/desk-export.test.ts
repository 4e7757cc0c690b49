import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import type { Line } from '../src/desk/desk.ts';
import { csvOf, jsonOf } from '../src/staff/export.ts';

const line = (host: string): Line => ({
  number: 'AD-AAAA-BBBB',
  version: 3,
  state: 'open',
  handover: 'bot',
  openedAt: '2026-11-24T08:00:00.000Z',
  updatedAt: '2026-11-24T09:00:00.000Z',
  channel: 'webchat',
  priority: 'high',
  tags: ['kms'],
  ownTags: ['vip'],
  language: 'en',
  host,
  sentence: { key: 'case.sentence.ended' },
});

const FORMULAS = [
  '=1+1',
  '=cmd|" /C calc"!A0',
  '=HYPERLINK("http://x.example";"y")',
  '+1',
  '+cmd|x',
  '-1+2',
  '-2',
  '@SUM(A1)',
  '@x',
  '\t=1',
  '\tx',
  '\r=1',
  '\rx',
  '==1',
  '=-1',
  '+@x',
  '=WEBSERVICE("http://x.example")',
  '=DDE("a";"b")',
  "=1'",
  '=1,"2"',
];

describe('an export of cases', () => {
  it.each(FORMULAS)('has no cell that a table program would run: %j', (text) => {
    const csv = csvOf([line(text)]);
    const [row] = parse(csv, { columns: true, bom: true, record_delimiter: '\r\n' }) as readonly Record<string, string>[];
    expect(row?.host).toBe(`'${text}`);
    expect(row?.number).toBe('AD-AAAA-BBBB');
  });

  it('keeps commas, quotes and line breaks in their cell', () => {
    const [row] = parse(csvOf([line('a,"b"\nc')]), { columns: true, bom: true, record_delimiter: '\r\n' }) as readonly Record<
      string,
      string
    >[];
    expect(row).toMatchObject({ host: 'a,"b"\nc', tags: 'kms vip', openedAt: '2026-11-24T08:00:00.000Z' });
  });

  it('is the same in JSON', () => {
    expect(JSON.parse(jsonOf([line('kms01')]))).toMatchObject([{ number: 'AD-AAAA-BBBB', host: 'kms01', owner: '' }]);
  });
});
