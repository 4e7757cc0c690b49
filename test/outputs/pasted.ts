import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { OUTCOMES } from '../../src/knowledge/outcomes.ts';
import { LANGUAGES } from '../../src/language/language.ts';
import { settle } from '../../src/machines/settle.ts';
import { redact } from '../../src/redaction/redact.ts';
import { understand } from '../../src/understanding/understand.ts';
import { pureTalk } from '../desk.ts';
import { NOTHING } from '../walk.ts';

export const FOLDER = join(import.meta.dirname, '../fixtures/outputs');

/** The questions at which an output may come to rest, because it cannot answer them itself; and what each decides. */
const DECIDES: Readonly<Record<string, string>> = {
  'kms.network': 'away from the network nothing is wrong; on it DNS, port and clock are next',
  'kms.others': 'one computer is its own fault, several are the fault of DNS or of the host',
  'kms.port': 'the record is fine: the port, or what comes after it',
  'kms.stored-host': "a host stored by name is the organisation's, an old one, or a stranger's",
  'kms.count': 'too few computers, equal client IDs, or a count that stands still',
  'kms.cloned': 'one client ID tells nothing before it is compared',
  'pc.role': 'a host key is right on the KMS host and wrong anywhere else',
  'seller.origin': 'a refused key is the organisation’s matter or the seller’s, with a refund',
  method: 'the code means another thing under MAK than under KMS',
  product: 'the code means another thing under Microsoft 365 than in a volume edition',
  'host.system': 'the system of the host is too old, or an update is missing',
  'host.clients': 'the host is in order: what its clients see',
  'm365.shows': 'a subscription is there: what it shows',
  'which licence': 'two volume products fail differently',
  symptom: 'nothing in the output is amiss, or it shows no state',
};

const GREETING =
  'Hello,\nplease help, see below.\n\nFrom: Kim Lund <kim@nordwind.example>\nSent: Wednesday, 4 March 2026 09:12\nTo: helpdesk\nSubject: FW: Office\n\n';
const REGARDS = '\n\nKind regards\nKim Lund\nNordwind GmbH, Hafenstr. 5';
/** Breaks lines as mail programs do. */
const wrapped = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.replace(/(.{40,72}) (?=\S)/g, '$1\n'))
    .join('\n');
const quoted = (text: string): string => text.replace(/^/gm, '> ');

/** What happens to an output on its way here. */
const DAMAGE: Readonly<Record<string, (text: string) => string>> = {
  'as it was': (text) => text,
  'with the line breaks of Windows': (text) => text.replaceAll('\n', '\r\n'),
  'with its line breaks lost': (text) => text.replace(/\s*\n\s*/g, ' '),
  'with more spaces and empty lines': (text) => text.replaceAll('\n', '\n\n').replaceAll(': ', ':   '),
  'with all runs of spaces made one': (text) => text.replace(/[ \t]+/g, ' '),
  quoted,
  'quoted twice and wrapped': (text) => quoted(quoted(wrapped(text))),
  'quoted, with its line breaks lost': (text) => quoted(text).replace(/\s*\n\s*/g, ' '),
  wrapped,
  'in a forwarded e-mail': (text) => GREETING + text + REGARDS,
  'in a forwarded e-mail, quoted': (text) => GREETING + quoted(text) + REGARDS,
};

/** Half a name of a host is half a name; all else is whole or missing. Without its last line a table shows only Windows. */
const HALVED = ['host', 'dnsHost', 'output'];

export const textOf = (name: string): string => readFileSync(join(FOLDER, `${name}.txt`), 'utf8').trimEnd();

const restIn = (text: string, language: (typeof LANGUAGES)[number] = 'en'): string => {
  const talk = pureTalk(language);
  talk.say(text);
  if (talk.record()?.asked?.kind === 'meanings') return 'which licence';
  const { rest } = settle(talk.facts() ?? NOTHING);
  return 'outcome' in rest ? rest.outcome : 'ask' in rest ? rest.ask : rest.end;
};

/** Where a talk rests that begins with this text, and what was read. */
const led = (text: string) => ({
  rest: restIn(text),
  read: understand(redact(text).text, 'en', undefined).findings.map(({ name, value }) => `${name}=${value}`),
});

/** Where each output leads: an advice, or the question that decides; and what has to be read in it. */
type Expected = Readonly<Record<string, readonly [rest: string, ...read: string[]]>>;

/** Tries each output of a tool as it was and damaged in every way. */
export const outputs = (tool: string, expected: Expected) => {
  describe.each(Object.entries(expected))(`${tool}: %s`, (name, [rest, ...read]) => {
    it('ends at an advice, or at a question that it cannot answer itself', () => {
      expect(Object.hasOwn(OUTCOMES, rest) || Object.hasOwn(DECIDES, rest)).toBe(true);
    });

    it.each(Object.entries(DAMAGE))('leads where it should, %s', (_, damage) => {
      expect(led(damage(textOf(name)))).toMatchObject({ rest, read: expect.arrayContaining(read) });
    });

    it.each(LANGUAGES)('leads there with its lines glued together, in every language (%s)', (language) => {
      expect(restIn(textOf(name).replace(/\s*\n\s*/g, ''), language)).toBe(rest);
    });

    it('never reads something else where it is cut short in its last line', () => {
      const text = textOf(name);
      const lines = text.split('\n');
      const cut = text.slice(0, text.length - Math.ceil((lines.at(-1) ?? '').length / 2));
      const known = new Map(read.map((each) => each.split('=') as [string, string]));
      for (const found of led(cut).read) {
        const [key = '', value = ''] = found.split('=');
        if (known.has(key) && ![...HALVED, ...(name.startsWith('cim-table') ? ['product'] : [])].includes(key))
          expect(`${key}=${known.get(key)}`).toBe(`${key}=${value}`);
      }
    });
  });
};
