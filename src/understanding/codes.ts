import { ERROR_CODES, errorCode } from '../knowledge/error-codes.ts';

/** A code in its one form, 0x and eight upper-case digits, with the piece of text that spelled it. */
export interface Code {
  readonly code: string;
  readonly piece: string;
}

// Letters stand around a code in Chinese and Russian text without a space, so only Latin letters and digits bound it.
const HEX =
  /(?<![0-9A-Za-z-])(?:([0oO][xX\u00d7])[\s]{0,2})?([0-9A-Fa-foO]{4})[\s\u2010\u2011-]?([0-9A-Fa-foO]{4})(?![0-9A-Za-z]|-[0-9A-Fa-f]{4}\b)/g;
const DECIMAL = /(?<![\w.,-])-?\d{9,10}(?![\w.,]\d|\w)/g;

/** The names that Microsoft's headers give the codes. */
const NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries(ERROR_CODES).flatMap(([code, row]) => ('aliases' in row ? row.aliases.map((name) => [name, code] as const) : [])),
);
const NAME = /(?<![0-9A-Za-z_])(?:SL|ERROR|RPC|DNS|E|CO|CRYPT)_[A-Z0-9_]+(?![0-9A-Za-z_])/gi;
/** Windows' own short number, of which an 0x8007… code is made. */
const WIN32 = /(?<![0-9A-Za-z])win32[\s-]{0,2}(?:error|fehler|code)?[\s:]{0,2}(\d{1,5})(?![0-9A-Za-z])/gi;

/** "F074": the end of a code that begins with 0xC004, as administrators call it among themselves. */
const SHORT = /(?<![0-9A-Za-z]|[0-9A-F]{4}[\s-])[CDF][0-9A-F]{3}(?![0-9A-Za-z]|[\s-][0-9A-F]{4}\b)/gi;
const SAYS_CODE = /(?:error|code|fehler|fehlercode|failed)[\s:#-]{0,3}$/i;
const SAYS_ERROR = /^\s{0,2}(?:error|fehler|code)/i;

const isKnown = (code: string) => errorCode(code) !== undefined;
const spell = (digits: string) => `0x${digits.toUpperCase().replaceAll('O', '0')}`;

const fromHex = (match: RegExpMatchArray): Code[] => {
  const code = spell(`${match[2]}${match[3]}`);
  // Without 0x eight digits may be a date or a build: only known codes count, and what begins as Office's codes do.
  return match[1] !== undefined || isKnown(code) || /^0xC004/.test(code) ? [{ code, piece: match[0] }] : [];
};

const fromDecimal = (match: RegExpMatchArray): Code[] => {
  const code = spell((Number(match[0]) >>> 0).toString(16).padStart(8, '0'));
  return isKnown(code) ? [{ code, piece: match[0] }] : [];
};

const fromName = (match: RegExpMatchArray): Code[] => {
  const code = NAMES.get(match[0].toUpperCase());
  return code === undefined ? [] : [{ code, piece: match[0] }];
};

const fromWin32 = (match: RegExpMatchArray): Code[] => {
  const code = spell(`8007${Number(match[1]).toString(16).padStart(4, '0')}`);
  return isKnown(code) ? [{ code, piece: match[0] }] : [];
};

/** Four digits alone are a code only where the text says so, or says nothing else. */
const fromShort = (match: RegExpMatchArray, text: string): Code[] => {
  const [piece] = match;
  const at = match.index ?? 0;
  const named = SAYS_CODE.test(text.slice(Math.max(0, at - 16), at)) || SAYS_ERROR.test(text.slice(at + 4, at + 16));
  const code = spell(`C004${piece}`);
  return (named || text.trim() === piece) && /\d/.test(piece) && isKnown(code) ? [{ code, piece }] : [];
};

/** Every error code in a text, in order of appearance, each once: hexadecimal in any spelling people use, or decimal as WMI prints it. */
export const codesIn = (text: string): readonly Code[] => {
  const folded = text.normalize('NFKC');
  const found = [...folded.matchAll(HEX)].map((match) => ({ at: match.index, codes: fromHex(match) }));
  const decimals = [...folded.matchAll(DECIMAL)].map((match) => ({ at: match.index, codes: fromDecimal(match) }));
  const names = [...folded.matchAll(NAME)].map((match) => ({ at: match.index, codes: fromName(match) }));
  const win32 = [...folded.matchAll(WIN32)].map((match) => ({ at: match.index, codes: fromWin32(match) }));
  const short = [...folded.matchAll(SHORT)].map((match) => ({ at: match.index, codes: fromShort(match, folded) }));
  const inOrder = [...found, ...decimals, ...names, ...win32, ...short].sort((a, b) => a.at - b.at).flatMap(({ codes }) => codes);
  const seen = new Set<string>();
  return inOrder.filter(({ code }) => !seen.has(code) && seen.add(code));
};

/** What begins like a code and has a digit too few or too many; undefined where nothing does. */
export const oddCodeIn = (text: string): string | undefined =>
  /(?<![0-9A-Za-z])0x(?:[0-9A-F]{5,7}|[0-9A-F]{9,12})(?![0-9A-Za-z])/i.exec(text.normalize('NFKC'))?.[0];
