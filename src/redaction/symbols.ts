/** What is no part of a text for us: invisible, or a mark above another letter. */
export const ABSENT = '';
/** What stands between groups: spaces, dashes, brackets, any punctuation. */
export const SEPARATOR = '-';
/** A letter that no key has, in no look-alike either: it parts what stands on its two sides. */
export const FOREIGN = '|';

/** A symbol as it is compared (A to Z, 0 to 9), or one of the three above. */
export type Reading = string;

const LATIN_LOOK = 'АВЕКМНОРСТУХІЈЅҮԌԚԜΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹ';
const LATIN = 'ABEKMHOPCTYXIJSYGQWABEZHIKMNOPTYXC';
// An East Asian keyboard writes these where a dash is meant.
const DASHES = 'ーｰ一ㅡ';

const INVISIBLE = /[\p{Cf}\p{Mn}\p{Me}\u115f\u1160\u3164\uffa0]/u;
const LETTER = /[\p{L}\p{N}]/u;
const SYMBOL = /[0-9A-Z]/;

const latin = (char: string): string => {
  const at = LATIN_LOOK.indexOf(char);
  return at === -1 ? char : LATIN.charAt(at);
};

const readUnusual = (char: string): Reading => {
  if (INVISIBLE.test(char)) return ABSENT;
  if (DASHES.includes(char)) return SEPARATOR;
  const symbols = [...char.normalize('NFKD').toUpperCase()].map(latin).filter((each) => SYMBOL.test(each));
  if (symbols.length === 1) return symbols[0] ?? SEPARATOR;
  return symbols.length === 0 && LETTER.test(char) ? FOREIGN : SEPARATOR;
};

const ASCII: readonly Reading[] = Array.from({ length: 128 }, (_, code) => {
  const upper = String.fromCharCode(code).toUpperCase();
  return SYMBOL.test(upper) ? upper : SEPARATOR;
});

/** How one character reads: full width, Cyrillic and Greek look-alikes, small letters and letters with accents as the symbol they show. */
export const readingOf = (char: string): Reading => ASCII[char.codePointAt(0) ?? 0] ?? readUnusual(char);
