import { type Group, pieceOf } from '../groups.ts';
import { type Hit, hitOver, type Kind, type Rule, symbolsOf } from '../hit.ts';

const FEWEST = 36;
const FEWEST_OF_AN_INSTALLATION_ID = 50;

// The letter O is typed for a zero.
const BLOCK = /^[A-I]?[\dO]{6,8}$|^\d{18,}$/;
const DATE = /^(?:19|20)\d\d(?:0\d|1[0-2])[0-3]\d$/;
const LETTER = /^[A-I]$/;
const NUMBER = /^\d{1,2}$/;
const AFTER_NUMBER = /^[.:)\]]/;
/** Five digits are a product ID's, a build's or a town's number as well, and longer ones a telephone's: they go with an ID, but make none. */
const MAY_BE_BLOCK = /^(?:\d{5}|\d{9,17})$/;
const DIGITS = /^\d+$/;
const NEW_LINE = /^[^\S\n]*\n[>\s]*$/;
const UNBROKEN = /(?:[A-I]\d{6,8}){6,}|\d{36,}/g;

/** How many groups make up one block, and how many digits of it count. */
interface Block {
  readonly groups: number;
  readonly digits: number;
}

const digitsIn = (symbols: string): number => symbols.replace(/[^\dO]/g, '').length;

const isNumber = ({ symbols }: Group, next: Group | undefined): boolean => NUMBER.test(symbols) && AFTER_NUMBER.test(next?.gap ?? '');

/** What kind of ID it is, by its digits: a confirmation ID has 48, an installation ID 54 or 63. */
export const kindOfId = (groups: readonly Group[]): Kind => {
  const blocks = groups.filter((group, at) => !isNumber(group, groups[at + 1]));
  return digitsIn(symbolsOf(blocks)) < FEWEST_OF_AN_INSTALLATION_ID ? 'confirmation id' : 'installation id';
};

/** A block, or a whole ID, that a slip or a line's end broke in two. */
const isBroken = (first: Group, second: Group): boolean => {
  if (!DIGITS.test(first.symbols) || !DIGITS.test(second.symbols) || isNumber(first, second)) return false;
  const sizes = [first.symbols.length, second.symbols.length] as const;
  const digits = sizes[0] + sizes[1];
  const isBlock = digits === 6 || digits === 7;
  return NEW_LINE.test(second.gap ?? '') ? isBlock || digits >= FEWEST : isBlock && sizes.every((size) => size < 6);
};

const blockAt = (groups: readonly Group[], at: number, isFirst: boolean): Block | undefined => {
  const group = groups[at];
  if (group === undefined || group.glued) return undefined;
  const { symbols } = group;
  const next = groups[at + 1];
  if (next?.gap !== undefined && !next.glued) {
    if (isBroken(group, next)) return { groups: 2, digits: digitsIn(symbols + next.symbols) };
    const isLabel = LETTER.test(symbols) || (!isFirst && isNumber(group, next));
    if (isLabel && BLOCK.test(next.symbols)) return { groups: 2, digits: digitsIn(next.symbols) };
  }
  if (BLOCK.test(symbols)) return { groups: 1, digits: DATE.test(symbols) ? 0 : digitsIn(symbols) };
  return MAY_BE_BLOCK.test(symbols) ? { groups: 1, digits: 0 } : undefined;
};

/** An ID without separators, within a longer word too. */
const unbrokenIn = (group: Group): readonly Hit[] =>
  [...group.symbols.matchAll(UNBROKEN)].map(({ index, 0: found }) => {
    const piece = pieceOf(group, index, index + found.length);
    return hitOver(kindOfId([piece]), [piece]);
  });

/** Digits in blocks, as an installation or a confirmation ID is read out; letters A to I, or numbers, may stand before the blocks. */
export const ids: Rule = (groups) => {
  const hits: Hit[] = [];
  for (let at = 0, end = 0; at < groups.length; at = Math.max(end, at + 1)) {
    let digits = 0;
    end = at;
    for (let block = blockAt(groups, at, true); block && (end === at || groups[end]?.gap !== undefined); ) {
      digits += block.digits;
      end += block.groups;
      block = blockAt(groups, end, false);
    }
    const run = groups.slice(at, end);
    const group = groups[at];
    if (digits >= FEWEST) hits.push(hitOver(kindOfId(run), run));
    else if (group !== undefined && group.symbols.length >= FEWEST) hits.push(...unbrokenIn(group));
  }
  return hits;
};
