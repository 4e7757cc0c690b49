/** What a key is made of: no vowels, none of 0, 1, 5, so no word of a language is. N occurs in newer keys, once. */
export const KEY_SYMBOLS = 'BCDFGHJKMNPQRTVWXY2346789';

const ALL_KEY_SYMBOLS = new RegExp(`^[${KEY_SYMBOLS}]+$`);
const OTHER_SYMBOLS = new RegExp(`[^${KEY_SYMBOLS}]`, 'g');
const WELL_FORMED = /^(?!.*N.*N)[BCDFGHJKMNPQRTVWXY2346789]{25}$/;

export const isKeyLike = (symbols: string): boolean => ALL_KEY_SYMBOLS.test(symbols);

/** How many of the symbols can stand in a key. */
export const keyLikeIn = (symbols: string): number => symbols.replace(OTHER_SYMBOLS, '').length;

/** Can it be a key as it is typed: five times five symbols of a key? One with the letter O, or 0 or 1, cannot. */
export const isWellFormed = (symbols: string): boolean => WELL_FORMED.test(symbols);

/** XXXXX: somebody shows where a group would stand. */
export const isBlank = (symbols: string): boolean => /^X{5,}$/.test(symbols);

/** The symbols in their order, in no groups: somebody says what keys are made of. */
export const isAlphabet = (symbols: string): boolean => /BCDFGHJKMN?PQRTVWXY/.test(symbols);

const isVaried = (symbols: string, atLeast: number): boolean => new Set(symbols).size >= atLeast;

/**
 * Leaves aside what is certainly no key: numbers, hexadecimal digits (GUIDs, hashes, IPv6), the same symbol again and again.
 * One key in 270 million is turned away with them.
 */
export const isVariedAsKey = (symbols: string): boolean =>
  symbols.replace(/\d/g, '').length >= 3 && /[G-Z]/.test(symbols) && isVaried(symbols, 7);

/** The same for two groups and more of a key. */
export const isVariedAsPart = (symbols: string): boolean => /[A-Z]/.test(symbols) && isVaried(symbols, 4);
