import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const src = resolve(import.meta.dirname, '../src');

/** Which room may import which; "types of" allows import type only. Packages stand beside the rooms. */
const MAY: Readonly<Record<string, readonly string[]>> = {
  knowledge: [],
  language: ['i18next', 'locales'],
  http: ['restify', 'pino'],
  redaction: ['knowledge'],
  machines: ['knowledge', 'xstate'],
  understanding: ['knowledge', 'redaction', 'types of machines', 'language'],
  conversation: ['knowledge', 'machines', 'understanding', 'language', 'types of redaction', 'types of desk'],
  map: ['knowledge', 'machines', 'types of xstate', 'conversation', 'language', 'http', '@dagrejs'],
  rendering: ['knowledge', 'language', 'types of machines', 'types of conversation'],
  transcript: ['knowledge', 'language', 'machines', 'types of xstate', 'redaction', 'conversation', 'rendering', 'zod'],
  triage: ['knowledge', 'language', 'machines', 'redaction', 'understanding', 'conversation', 'rendering', 'csv-parse', 'postal-mime'],
  desk: ['knowledge', 'machines', 'language', 'types of conversation', 'types of exchange', 'zod'],
  storage: ['machines', 'desk', 'conversation', 'types of staff', 'language', 'node:sqlite', 'pg', 'zod'],
  outward: ['desk', 'http', 'language', 'types of storage', 'zod', 'restify'],
  exchange: ['machines', 'redaction', 'understanding', 'conversation', 'language', 'desk', 'rendering', 'types of storage'],
  teams: [
    'machines',
    'knowledge',
    'language',
    'understanding',
    'rendering',
    'triage',
    'types of redaction',
    'types of exchange',
    'types of desk',
  ],
  dialogs: ['language', 'http', 'redaction', 'exchange', 'teams', 'types of storage', 'botbuilder', 'restify', 'zod', 'pino', 'jose'],
  webchat: ['map', 'types of exchange', 'types of redaction', 'language', 'http', 'restify', 'zod', 'pino', 'jose', 'ws'],
  staff: [
    'knowledge',
    'language',
    'machines',
    'desk',
    'conversation',
    'redaction',
    'understanding',
    'transcript',
    'triage',
    'map',
    'http',
    'restify',
    'pino',
    'zod',
    'openid-client',
  ],
  operations: [
    'knowledge',
    'language',
    'understanding',
    'http',
    'redaction',
    'exchange',
    'types of storage',
    'types of restify',
    'pino',
    'prom-client',
  ],
  doctor: ['config', 'http', 'language', 'storage'],
  cli: [
    'doctor',
    'xstate',
    'knowledge',
    'redaction',
    'language',
    'machines',
    'understanding',
    'conversation',
    'rendering',
    'map',
    'transcript',
    'triage',
    'exchange',
    'storage',
    'desk',
    'operations',
    'outward',
    'teams',
    'ajv',
    'fflate',
    'config',
    'staff',
  ],
};
const ANYTHING = ['main', 'run', 'app', 'config'];

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typesOnly: boolean;
}

const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
const roomOf = (file: string) => file.replaceAll('\\', '/').split('/')[0]?.replace(/\.ts$/, '') ?? '';

const importsOf = (file: string): readonly Import[] =>
  [...readFileSync(join(src, file), 'utf8').matchAll(/^(?:import|export)\s+(type\s)?([^;]*?)from '([^']+)'/gms)].map(
    ([, type, names = '', from = '']) => {
      const inside = from.startsWith('.') ? relative(src, resolve(src, dirname(file), from)) : undefined;
      const to =
        inside === undefined
          ? from.startsWith('node:')
            ? from
            : (from.split('/')[0] ?? from)
          : inside.startsWith('..')
            ? 'locales'
            : roomOf(inside);
      const listed = names
        .replace(/[{}]/g, '')
        .split(',')
        .map((name) => name.trim())
        .filter(Boolean);
      return { from: file, to, typesOnly: type !== undefined || (listed.length > 0 && listed.every((name) => name.startsWith('type '))) };
    },
  );

const isAllowed = ({ from, to, typesOnly }: Import): boolean => {
  const room = roomOf(from);
  if (ANYTHING.includes(room) || room === to) return true;
  if (to.startsWith('node:') && to !== 'node:sqlite') return true;
  const may = MAY[room] ?? [];
  return may.includes(to) || (typesOnly && may.includes(`types of ${to}`));
};

describe('the rooms', () => {
  it('are all in the table', () => {
    expect([...new Set(files.map(roomOf))].filter((room) => !ANYTHING.includes(room) && MAY[room] === undefined)).toEqual([]);
  });

  it('import only what the table allows them', () => {
    expect(
      files
        .flatMap(importsOf)
        .filter((each) => !isAllowed(each))
        .map(({ from, to }) => `${from} imports ${to}`),
    ).toEqual([]);
  });

  it('are pure where they say so: no time, no randomness, no files', () => {
    const pure = ['knowledge', 'redaction', 'machines', 'understanding', 'conversation', 'rendering', 'map', 'triage'];
    const impure = /Date\.now\(|new Date\(\)|Math\.random|process\.|'node:/;
    expect(files.filter((file) => pure.includes(roomOf(file)) && impure.test(readFileSync(join(src, file), 'utf8')))).toEqual([]);
  });

  it('leave main, app and config to the entry points', () => {
    const takers = files.flatMap(importsOf).filter(({ from, to }) => ANYTHING.includes(to) && !ANYTHING.includes(roomOf(from)));
    expect(
      takers
        .filter(({ from, to }) => !(['cli', 'doctor'].includes(roomOf(from)) && to === 'config'))
        .map(({ from, to }) => `${from} imports ${to}`),
    ).toEqual([]);
  });
});
