import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { understand } from '../../src/understanding/understand.ts';
import { FOLDER, textOf } from './pasted.ts';

describe('a pasted output', () => {
  it('is tried somewhere, every one that there is', () => {
    const tables = readdirSync(import.meta.dirname)
      .filter((file) => file.endsWith('.test.ts'))
      .map((file) => readFileSync(`${import.meta.dirname}/${file}`, 'utf8'))
      .join('\n');
    const isTried = (name: string) => tables.includes(`  '${name}': [`) || tables.includes(`  ${name}: [`);
    expect(readdirSync(FOLDER).filter((file) => !isTried(file.replace(/\.txt$/, '')))).toEqual([]);
  });

  it('is read in linear time, also where it is hostile', () => {
    const hostile = [
      textOf('dstatus-two-suites'),
      'LICENSE NAME: Office 21, Office21',
      'Office 21, Office',
      ': kms',
      ': a.a',
      '_vlmcs._tcp ',
      'nslookup srv _vlmcs',
      '0x0,5,a,',
      'License Status: ',
      '"Name": "',
      '---',
      '> > ',
      ' port 1688 ',
      'Client Machine ID (CMID): ',
      'C:\\a',
      'Remaining Period: Product Activation Failed ',
      'TcpTestSucceeded\n',
      'nslookup \n\n',
      'TcpTestSucceeded ---- ',
      ': 1440 minutes (1 ',
      'From: ',
    ];
    for (const piece of hostile) {
      const timed = (length: number) => {
        const text = piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
        const began = performance.now();
        understand(text, 'en', undefined);
        return performance.now() - began;
      };
      timed(4_000);
      expect(timed(256 * 1024)).toBeLessThan(1_500);
    }
  });
});
