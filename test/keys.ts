/** A seeded generator: the same seed gives the same keys in every run. */
export const random = (seed: number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

const OLD = 'BCDFGHJKMPQRTVWXY2346789';
const LETTERS = 'BCDFGHJKMPQRTVWXY';

/** A product key as five groups of five. Every fourth has at most one digit; newer ones hold one N. */
export const newKey = (next: () => number): string => {
  const poor = next() < 0.25;
  const symbols = Array.from({ length: 25 }, () => (poor ? LETTERS : OLD)[Math.floor(next() * (poor ? LETTERS : OLD).length)]);
  if (poor && next() < 0.5) symbols[Math.floor(next() * 25)] = '7';
  if (next() < 0.5) symbols[Math.floor(next() * 25)] = 'N';
  return symbols.join('').replace(/(.{5})(?=.)/g, '$1-');
};

/** Digits of an installation or confirmation ID in blocks of six or seven. */
export const newId = (next: () => number, blocks: number, size: number): readonly string[] =>
  Array.from({ length: blocks }, () => Array.from({ length: size }, () => Math.floor(next() * 10)).join(''));
