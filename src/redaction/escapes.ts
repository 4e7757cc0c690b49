import { ABSENT, type Reading, readingOf, SEPARATOR } from './symbols.ts';

/** An escape in a text, such as %2D, &ndash;, &#45; or \u2013: how it reads, and its length in characters. */
interface Escape {
  readonly reading: Reading;
  readonly length: number;
}

// A percent sign is itself escaped once by each program that a link went through.
const BYTES = /%(?:25)*([2-7][0-9a-f])|%(?:25)*[c-f][0-9a-f](?:%(?:25)*[89ab][0-9a-f]){1,3}/iy;
const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/iy;
const STRING = /\\(?:u([0-9a-fA-F]{4})|[nrt])/y;

const SEPARATING = new Set([
  'ndash',
  'mdash',
  'minus',
  'hyphen',
  'dash',
  'horbar',
  'nbsp',
  'ensp',
  'emsp',
  'thinsp',
  'lt',
  'gt',
  'amp',
  'quot',
]);
const INVISIBLE = new Set(['shy', 'zwj', 'zwnj', 'lrm', 'rlm']);

const readingOfCode = (code: number): Reading => (code <= 0x10ffff ? readingOf(String.fromCodePoint(code)) : SEPARATOR);

const readBytes = ([all]: RegExpExecArray): Reading => {
  const bytes = all
    .replace(/%(?:25)*/g, ' ')
    .trim()
    .split(' ');
  return readingOf(new TextDecoder().decode(Uint8Array.from(bytes, (byte) => Number.parseInt(byte, 16))));
};

const readEntity = ([, decimal, hex, name = '']: RegExpExecArray): Reading | undefined => {
  if (decimal !== undefined) return readingOfCode(Number(decimal));
  if (hex !== undefined) return readingOfCode(Number.parseInt(hex, 16));
  if (INVISIBLE.has(name.toLowerCase())) return ABSENT;
  return SEPARATING.has(name.toLowerCase()) ? SEPARATOR : undefined;
};

const readString = ([, unicode]: RegExpExecArray): Reading =>
  unicode === undefined ? SEPARATOR : readingOfCode(Number.parseInt(unicode, 16));

const KINDS: ReadonlyMap<string, readonly [pattern: RegExp, read: (found: RegExpExecArray) => Reading | undefined]> = new Map([
  ['%', [BYTES, readBytes]],
  ['&', [ENTITY, readEntity]],
  ['\\', [STRING, readString]],
]);

/** The escape that begins at a place of the text, if one does. */
export const escapeAt = (text: string, at: number): Escape | undefined => {
  const kind = KINDS.get(text.charAt(at));
  if (kind === undefined) return undefined;
  const [pattern, read] = kind;
  pattern.lastIndex = at;
  const found = pattern.exec(text);
  const reading = found === null ? undefined : read(found);
  return found === null || reading === undefined ? undefined : { reading, length: found[0].length };
};
