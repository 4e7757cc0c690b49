import { escapeAt } from './escapes.ts';
import { KEY_SYMBOLS } from './key.ts';
import { ABSENT, FOREIGN, readingOf, SEPARATOR } from './symbols.ts';

/** What a character is to the rules; 0 is one that was not looked at yet. */
const OTHER = 1;
const KEY = 2;
const KEY_DIGIT = 3;
const DIGIT = 4;
const OH = 5;
const CROSS = 6;
const PARTS = 7;
/** What a glance cannot judge: the rules have to. */
const CLOSER = 8;

const ESCAPES = '%&\\';
const SURROGATE = /[\ud800-\udfff]/;

const classOf = (char: string): number => {
  if (SURROGATE.test(char)) return CLOSER;
  const reading = readingOf(char);
  if (reading === ABSENT) return CLOSER;
  if (reading === SEPARATOR || reading === FOREIGN) return PARTS;
  if (reading === 'O') return OH;
  if (reading === 'X') return CROSS;
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

/** The fewest digits of an ID. */
const DIGITS = 36;
/** The fewest key symbols: together in a group that may be one of five; in a row of whole groups; together in a word that holds a key. */
const OF_A_GROUP = 4;
const IN_A_ROW = 10;
const OF_A_WORD = 5;
const WORD = 23;
/** Two groups of a key stand at most so many groups apart; numbers of a list between them do not count. */
const APART = 4;

/** XXXXX, where a group would stand. */
const BLANK = 5;

/**
 * Can any rule find anything in this text? At most texts a glance shows that none can: their words hold vowels, and few digits. It asks for
 * less than every rule does, so "no" is sure: two groups of four key symbols near each other, of which one is not XXXXX; ten in a row of
 * groups that have no others; five within a word of 23; or 36 digits in a row of numbers.
 */
export const mayHoldSecret = (text: string): boolean => {
  let digits = 0;
  // Of the word that is being read: its symbols, its digits and letters O, how many at its end are of a key, the most of them in a row, and
  // its letters X.
  let symbols = 0;
  let numerals = 0;
  let run = 0;
  let longest = 0;
  let crosses = 0;
  let row = 0;
  let words = 0;
  let [lastGroup, lastBlank] = [-APART - 1, -APART - 1];
  let isAfterBlank = false;
  for (let at = 0; at <= text.length; at += 1) {
    const now = at === text.length ? PARTS : classAt(text, at);
    if (now === CLOSER) return true;
    if (now === PARTS) {
      if (symbols === 0) continue;
      const isBlank = crosses === symbols && symbols >= BLANK;
      // A row of XXXXX is none of key symbols.
      row = longest < symbols || (isBlank && isAfterBlank) ? 0 : row + symbols;
      // A letter may stand before each block of digits.
      digits = numerals >= symbols - 1 ? digits + numerals : 0;
      if (row >= IN_A_ROW || digits >= DIGITS || (symbols >= WORD && longest >= OF_A_WORD)) return true;
      if (numerals < symbols || symbols > 2) words += 1;
      if (longest >= OF_A_GROUP) {
        if (words - lastGroup <= APART || (!isBlank && words - lastBlank <= APART)) return true;
        if (isBlank) lastBlank = words;
        else lastGroup = words;
      }
      isAfterBlank = isBlank;
      symbols = 0;
      numerals = 0;
      run = 0;
      longest = 0;
      crosses = 0;
      continue;
    }
    symbols += 1;
    // The letter O is typed for a zero.
    if (now === KEY_DIGIT || now === DIGIT || now === OH) numerals += 1;
    if (now === CROSS) crosses += 1;
    run = now === KEY || now === KEY_DIGIT || now === CROSS ? run + 1 : 0;
    if (run > longest) longest = run;
  }
  return false;
};
