import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Random } from './random.ts';

const textsIn = (value: unknown): readonly string[] =>
  typeof value === 'string' ? value.split('|').map((text) => text.trim()) : Object.values(value as object).flatMap(textsIn);

/** Everything that people were heard to say, as far as the desk learns from it. */
const SAID = ['en', 'de'].flatMap((language) =>
  textsIn(JSON.parse(readFileSync(join(import.meta.dirname, `../locales/${language}/examples.json`), 'utf8'))),
);

const ORDERS = [
  'hello',
  'help',
  'back',
  'start over',
  'why',
  'my answers',
  'a person',
  'yes',
  'no',
  '1',
  '2',
  '9',
  "I don't know",
  'zurück',
  'ja',
];
const CODES = ['0xC004F074', '0xC004C008', '0x8007232B', 'c004f038', '3221549172', '0xC004', 'C004F0741', '-1073422220'];

const NAUGHTY = [
  '',
  ' ',
  '\0',
  '\u202Eevil',
  '{{x}}',
  '$t(talk.failed)',
  '__proto__',
  'constructor',
  '<script>alert(1)</script>',
  '![x](http://evil.test/x.png)',
  '[x](javascript:alert(1))',
  "' or 1=1; drop table talk; --",
  '../../etc/passwd',
  '%s%n%x',
  '\uD800',
  '\uDFFF\uD800',
  'ﷺ'.repeat(50),
  'a\u0301'.repeat(300),
  '👩‍👩‍👧‍👦'.repeat(100),
  '\r\n'.repeat(500),
  '| '.repeat(500),
  '> '.repeat(500),
  '<'.repeat(1_000),
  '`'.repeat(1_000),
  'null',
  'undefined',
  'NaN',
  '1e309',
];

const KEY_SYMBOLS = 'BCDFGHJKMNPQRTVWXY2346789';

const words = (random: Random) => {
  const part = () => random.of([SAID, ORDERS, CODES]);
  return Array.from({ length: 1 + random.below(3) }, () => random.of(part())).join(random.of([' ', '\n', ', ', '. ']));
};
const mutated = (random: Random) => {
  const text = [...words(random)];
  for (let times = 0; times < 5; times += 1) {
    const at = random.below(text.length + 1);
    text.splice(at, random.below(3), ...(random.next() < 0.5 ? [random.of([...'<>&*_`~[](){}|\\"\'#:;,.-/0x'])] : []));
  }
  return text.join('');
};
const unicode = (random: Random) =>
  Array.from({ length: 1 + random.below(200) }, () => {
    const point = random.of([0x80, 0x800, 0x3000, 0x10000, 0x110000]);
    return String.fromCodePoint(random.below(point));
  }).join('');
const long = (random: Random) => {
  const size = 1_000 + random.below(60_000);
  const piece = random.next() < 0.5 ? words(random) : unicode(random);
  return piece.repeat(Math.ceil(size / Math.max(1, piece.length))).slice(0, size);
};
const secret = (random: Random) => {
  const group = () => Array.from({ length: 5 }, () => random.of([...KEY_SYMBOLS])).join('');
  return `my key is ${Array.from({ length: 5 }, group).join(random.of(['-', ' ', '', '–']))}`;
};

/** A message as people, programs and attackers send them: mostly plain words, the rest broken, foreign, long, secret or naughty. */
export const hostileText = (random: Random): string => {
  const chance = random.next();
  if (chance < 0.45) return words(random);
  if (chance < 0.7) return mutated(random);
  if (chance < 0.85) return unicode(random);
  if (chance < 0.87) return long(random);
  if (chance < 0.95) return secret(random);
  return random.of(NAUGHTY);
};
