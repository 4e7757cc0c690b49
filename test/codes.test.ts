import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ERROR_CODES } from '../src/knowledge/error-codes.ts';
import { settle } from '../src/machines/settle.ts';
import { signsOf } from '../src/machines/signs.ts';
import { codesIn } from '../src/understanding/codes.ts';

const SPELLINGS: Readonly<Record<string, readonly string[]>> = JSON.parse(
  readFileSync(join(import.meta.dirname, 'fixtures/code-spellings.json'), 'utf8'),
);

describe('error codes', () => {
  it.each(Object.entries(SPELLINGS))('%s is read in every spelling people use', (code, spellings) => {
    for (const spelling of spellings) {
      expect([spelling, codesIn(spelling).map((found) => found.code)]).toEqual([spelling, [code]]);
      expect(codesIn(`Word says product activation failed ${spelling}, what now?`).map((found) => found.code)).toEqual([code]);
    }
  });

  it.each([
    ['激活失败0xC004F074无法联系', ['0xC004F074']],
    ['код ошибки0xc004f074при активации', ['0xC004F074']],
    ['０ｘＣ００４Ｆ０７４', ['0xC004F074']],
    ['first 0xC004F017, then 0xC004F074, then 0xC004F017 again', ['0xC004F017', '0xC004F074']],
    ['0x12345678', ['0x12345678']],
  ])('%s', (text, codes) => {
    expect(codesIn(text).map(({ code }) => code)).toEqual(codes);
  });

  it.each([
    'call (800) 718-1599',
    'build 16.0.17932.20162',
    'SKU ID: 8d368fc1-9470-4be2-8d66-90e836cbb051',
    'PRODUCT ID: 00413-50000-00000-AA937',
    'order 4711 0815',
    'version 20241008',
    'my number is 0123456789',
    'facade defaced',
    'DEADBEEF',
    '2024-10-08',
  ])('%s holds no code', (text) => {
    expect(codesIn(text)).toEqual([]);
  });

  it('are in one form, in the order of their numbers', () => {
    const codes = Object.keys(ERROR_CODES);
    expect(codes.every((code) => /^0x[0-9A-F]{8}$/.test(code))).toBe(true);
    expect(codes).toEqual(codes.toSorted());
    expect(codes.length).toBe(312);
  });
});

describe('a code', () => {
  const leads: Readonly<Record<string, { readonly asks?: string; readonly to: readonly string[] }>> = JSON.parse(
    readFileSync(join(import.meta.dirname, 'fixtures/codes-lead-to.json'), 'utf8'),
  );
  /** What codes of low confidence may lead to, as their names alone must not pick a cure. */
  const GENERAL = ['TECH-07', 'TECH-10', 'OK-02', 'WIN-01'];
  /** The tail of a key on no list may be that of a MAK: the method is asked, where the source would say "host key". */
  const ASKS_OTHERWISE: Readonly<Record<string, string>> = { '0xC004F07D': 'method' };

  it('asks first what its cure depends on, else leads to it; one of low confidence leads on generally', () => {
    expect(Object.keys(leads).sort()).toEqual(Object.keys(ERROR_CODES).sort());
    const wrong = Object.entries(ERROR_CODES).filter(([code, { confidence }]) => {
      const { rest } = settle(signsOf({ code }));
      const { asks, to = [] } = leads[code] ?? {};
      const question = ASKS_OTHERWISE[code] ?? asks;
      if (question !== undefined && 'ask' in rest) return rest.ask !== question;
      const isGeneral = confidence === 'low' && 'outcome' in rest && GENERAL.includes(rest.outcome);
      return !isGeneral && (question !== undefined || !('outcome' in rest) || !to.includes(rest.outcome));
    });
    expect(wrong.map(([code]) => code)).toEqual([]);
  });
});
