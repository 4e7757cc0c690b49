import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ERROR_CODES } from '../src/knowledge/error-codes.ts';
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
