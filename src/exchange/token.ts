import { randomInt } from 'node:crypto';

// What no product key has: a link is never taken for a key, and so reaches us whole.
const SYMBOLS = 'aeilosuzAEILOSUZ015';
/** 40 of 19 symbols are 169 bits. */
const LENGTH = 40;

/** A random token that cannot be guessed and is fit for an address. */
export const newToken = (): string => Array.from({ length: LENGTH }, () => SYMBOLS[randomInt(SYMBOLS.length)]).join('');
