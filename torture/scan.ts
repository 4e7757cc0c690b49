import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** So many symbols in a row of the first twenty of a key are a leak: half of one that the end of a page cuts in two is still longer. */
const WINDOW = 10;
const SECRET = 20;

const BYTES_AT_ONCE = 4 * 1024 * 1024;
const OVERLAP = 1024;

const windowsOf = (symbols: string): readonly string[] =>
  Array.from({ length: Math.max(0, symbols.length - WINDOW + 1) }, (_, at) => symbols.slice(at, at + WINDOW));

/** A text as somebody reads it who looks for keys: letters and digits alone, escaped separators gone; also what UTF-16 leaves, whose other bytes are no letters. */
const symbolsOf = (latin: string): string =>
  latin
    .toUpperCase()
    .replace(/%(?:25)?2D|\\U002D|&#45;|%20/g, '')
    .replace(/[^A-Z0-9]/g, '');

/** What stands in base64 within a text, read from each of the four places where it may begin. */
const decoded = (latin: string): readonly string[] =>
  (latin.match(/[A-Za-z0-9+/_-]{20,}/g) ?? []).flatMap((run) =>
    [0, 1, 2, 3].map((skip) => Buffer.from(run.slice(skip), 'base64').toString('latin1')),
  );

/**
 * Finds whole and half keys in bytes, as they are, in either case, without separators, in UTF-16, in URLs, in JSON and in base64.
 * Gives the keys that were found.
 */
export const createScan = (keys: readonly string[]) => {
  const windows = new Map<string, string>();
  for (const key of keys) for (const window of windowsOf(key.replaceAll('-', '').slice(0, SECRET))) windows.set(window, key);

  const inText = (latin: string): readonly string[] => {
    const symbols = symbolsOf(latin);
    const found: string[] = [];
    for (let at = 0; at + WINDOW <= symbols.length; at += 1) {
      const key = windows.get(symbols.slice(at, at + WINDOW));
      if (key !== undefined) found.push(key);
    }
    return found;
  };

  const inBytes = (bytes: Buffer): ReadonlySet<string> => {
    const found = new Set<string>();
    for (let at = 0; at < bytes.length; at += BYTES_AT_ONCE - OVERLAP) {
      const latin = bytes.subarray(at, at + BYTES_AT_ONCE).toString('latin1');
      for (const text of [latin, decoded(latin).join('|')]) for (const key of inText(text)) found.add(key);
    }
    return found;
  };
  return { inBytes };
};

/** Every file below a folder, with its path. */
export const filesBelow = (folder: string): readonly { readonly path: string; readonly bytes: Buffer }[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => ({ path, bytes: readFileSync(path) }));
