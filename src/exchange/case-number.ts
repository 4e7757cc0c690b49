import { randomInt } from 'node:crypto';

// Neither vowels nor what can be misread: a number is read out on the telephone and must not form a word.
const LETTERS = '23456789BCDFGHJKLMNPQRTVWXZ';

/** A new case's number, such as AD-7K3F-9QX2: 282 thousand million of them, and the store refuses one that is taken. */
export const newCaseNumber = (): string => {
  const four = () => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return `AD-${four()}-${four()}`;
};
