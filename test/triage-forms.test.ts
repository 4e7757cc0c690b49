import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rowsIn } from '../src/triage/forms/forms.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (name: string, text: string) => rowsIn(name, bytes(text));

describe('the forms that tickets come in', () => {
  it('reads JSON Lines, passes over blank lines and tells bad ones without quoting them', async () => {
    expect(await read('t.jsonl', '{"id":"a","text":"hi","locale":"de-DE"}\n\nnot json ABCDE\n{"id":"b"}\n{"id":3,"text":""}\n')).toEqual([
      { ticket: { id: 'a', text: 'hi', locale: 'de-DE' } },
      { bad: { line: 3, why: 'not a JSON object' } },
      { bad: { line: 4, why: 'no text' } },
      { ticket: { id: '3', text: '' } },
    ]);
  });

  it('reads CSV with lines within a cell, any of the usual names, and goes on after bad rows', async () => {
    const text =
      'Number;Short description;Description;Opened\r\n7;KMS;"0xC004F074\r\nsince ""today""";2026-11-24T08:00:00Z\r\n8;only two\r\n9;;fine;\r\n';
    expect(await read('export.csv', text)).toEqual([
      { ticket: { id: '7', text: 'KMS\n0xC004F074\nsince "today"', at: '2026-11-24T08:00:00.000Z' } },
      { bad: { line: 4, why: 'CSV_RECORD_INCONSISTENT_COLUMNS' } },
      { ticket: { id: '9', text: 'fine' } },
    ]);
  });

  it('tells the end of a quote that never ends', async () => {
    const rows = await read('export.csv', 'id,text\n1,fine\n2,"never closed\n3,x\n');
    expect(rows.map((row) => ('bad' in row ? 'bad' : row.ticket.id))).toEqual(['1', 'bad']);
  });

  it('reads a mail in its character set, subject first, and one that is HTML alone', async () => {
    const head =
      'From: Ann <ann@desk.example>\r\nSubject: =?utf-8?Q?Schl=C3=BCssel?=\r\nMessage-ID: <m1@desk.example>\r\nDate: Tue, 24 Nov 2026 09:00:00 +0100\r\n';
    const coded = 'Content-Transfer-Encoding: quoted-printable\r\nContent-Type: text/';
    const about = { id: 'm1@desk.example', at: '2026-11-24T08:00:00.000Z', from: 'ann@desk.example' };
    expect(await read('m.eml', `${head}${coded}plain; charset=iso-8859-1\r\n\r\ngesperrt f=FCr immer\r\n`)).toEqual([
      { ticket: { ...about, text: 'Schlüssel\ngesperrt für immer\n' } },
    ]);
    expect(await read('m.eml', `${head}${coded}html; charset=utf-8\r\n\r\n<style>p{}</style><p>0xC004F074<br>&amp; mehr</p>`)).toEqual([
      { ticket: { ...about, text: 'Schlüssel\n0xC004F074\n& mehr' } },
    ]);
  });

  it('tells the form by how an input without a name begins', async () => {
    expect(await read('stdin', '{"id":"a","text":"x"}')).toEqual([{ ticket: { id: 'a', text: 'x' } }]);
    expect(await read('stdin', 'id\ttext\na\tx\n')).toEqual([{ ticket: { id: 'a', text: 'x' } }]);
    expect(await read('stdin', 'Subject: Office\nFrom: a@b.example\n\n0xC004F074')).toMatchObject([
      { ticket: { text: 'Office\n0xC004F074\n' } },
    ]);
    expect(await read('stdin', 'Hello, Office says 0xC004F074')).toEqual([
      { ticket: { id: 'stdin', text: 'Hello, Office says 0xC004F074' } },
    ]);
    expect(await read('stdin', ' \n')).toEqual([{ bad: { line: 1, why: 'empty' } }]);
  });

  it("reads Excel's UTF-16 and old Windows' own letters", async () => {
    const utf16 = new Uint8Array(Buffer.from('\ufeffSchlüssel weg', 'utf16le'));
    expect(await rowsIn('t.txt', utf16)).toEqual([{ ticket: { id: 't.txt', text: 'Schlüssel weg' } }]);
    expect(await rowsIn('t.txt', Uint8Array.from([0x66, 0xfc, 0x72]))).toEqual([{ ticket: { id: 't.txt', text: 'für' } }]);
  });
});

describe('npm run triage', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'triage-'));
    writeFileSync(join(folder, 'a.jsonl'), '{"id":"1","text":"Office 2021: 0xC004F074"}\nbroken\n{"id":"2","text":"hello"}\n');
    writeFileSync(join(folder, 'b.txt'), 'Office 2021: 0xC004F074');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const run = (words: readonly string[], input = '') =>
    new Promise<{ code: number; out: string; err: string }>((resolve) => {
      const script = join(import.meta.dirname, '../src/cli/triage.ts');
      const child = execFile(process.execPath, [script, ...words], (error, out, err) =>
        resolve({ code: Number(error?.code ?? 0), out, err }),
      );
      child.stdin?.end(input);
    });

  it('writes one line for each ticket in order, names the bad row, and ends with an error because of it', async () => {
    const { code, out, err } = await run([join(folder, 'a.jsonl'), join(folder, 'gone.jsonl'), join(folder, 'b.txt')]);
    const lines = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ id, symptom }) => [id, symptom])).toEqual([
      ['1', 'kms-unreachable'],
      ['2', 'greeting'],
      ['b.txt', 'kms-unreachable'],
    ]);
    expect(err).toContain('a.jsonl:2: not a JSON object');
    expect(err).toContain('gone.jsonl: ENOENT');
    expect(code).toBe(1);
  });

  it('reads standard input, shows no progress where nobody looks, and sums up on request', async () => {
    expect(await run([], '{"id":"1","text":"hello"}')).toMatchObject({ code: 0, err: '' });
    const { out } = await run(['--summary', join(folder, 'a.jsonl'), join(folder, 'b.txt')]);
    expect(out).toContain('3 tickets');
    expect(out).toContain('1, b.txt');
  });

  it('says how it is used where an option is none', async () => {
    const { code, out, err } = await run(['--help']);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('--summary');
  });
});
