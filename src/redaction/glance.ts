import { escapeAt } from './escapes.ts';
import { KEY_SYMBOLS } from './key.ts';
import { ABSENT, FOREIGN, readingOf, SEPARATOR } from './symbols.ts';

/** What a character is to the rules; 0 is one that was not looked at yet. */
const OTHER = 1;
const KEY = 2;
const KEY_DIGIT = 3;
const DIGIT = 4;
const OH = 5;
const PARTS = 6;
/** What a glance cannot judge: the rules have to. */
const CLOSER = 7;

const ESCAPES = '%&\\';
const SURROGATE = /[\ud800-\udfff]/;

const classOf = (char: string): number => {
  if (SURROGATE.test(char)) return CLOSER;
  const reading = readingOf(char);
  if (reading === ABSENT) return CLOSER;
  if (reading === SEPARATOR || reading === FOREIGN) return PARTS;
  if (reading === 'O') return OH;
  const isDigit = reading >= '0' && reading <= '9';
  return KEY_SYMBOLS.includes(reading) ? (isDigit ? KEY_DIGIT : KEY) : isDigit ? DIGIT : OTHER;
};

const classes = new Uint8Array(65_536);
const classAt = (text: string, at: number): number => {
  const code = text.charCodeAt(at);
  const known = classes[code] ?? CLOSER;
  if (known !== 0) return known;
  const char = text.charAt(at);
  if (ESCAPES.includes(char)) return escapeAt(text, at) === undefined ? PARTS : CLOSER;
  classes[code] = classOf(char);
  return classes[code];
};

/** The fewest digits of an ID; of key symbols: in a group that may be of five, in a row of whole groups, in a word that holds a key. */
const DIGITS = 36;
const OF_A_GROUP = 4;
const IN_A_ROW = 10;
const IN_A_WORD = 23;
/** Two groups of a key stand at most so many groups apart; numbers of a list between them do not count. */
const APART = 4;

/**
 * Can any rule find anything in this text? At most texts a glance shows that none can: their words hold vowels, and few digits. It asks for
 * less than every rule does, so "no" is sure: two groups of four key symbols near each other, ten in a row of groups that have no others,
 * a word of 23 symbols, or 36 digits.
 */
export const mayHoldSecret = (text: string): boolean => {
  let digits = 0;
  // Of the word that is being read: its symbols, its digits and letters O, how many at its end are of a key, and the most of them in a row.
  let [symbols, numerals, run, longest] = [0, 0, 0, 0];
  let row = 0;
  let words = 0;
  let lastGroup = Number.NEGATIVE_INFINITY;
  for (let at = 0; at <= text.length; at += 1) {
    const now = at === text.length ? PARTS : classAt(text, at);
    if (now === CLOSER) return true;
    if (now === PARTS) {
      if (symbols === 0) continue;
      row = longest === symbols ? row + symbols : 0;
      if (symbols >= IN_A_WORD || row >= IN_A_ROW) return true;
      if (numerals < symbols || symbols > 2) words += 1;
      if (numerals >= symbols - 1) digits += numerals;
      if (longest >= OF_A_GROUP) {
        if (words - lastGroup <= APART) return true;
        lastGroup = words;
      }
      [symbols, numerals, run, longest] = [0, 0, 0, 0];
      continue;
    }
    symbols += 1;
    // The letter O is typed for a zero.
    if (now === KEY_DIGIT || now === DIGIT || now === OH) numerals += 1;
    run = now === KEY || now === KEY_DIGIT ? run + 1 : 0;
    if (run > longest) longest = run;
  }
  return digits >= DIGITS;
};
