import type { Group } from '../groups.ts';
import { type Hit, hitOver, type Rule } from '../hit.ts';
import { kindOfId } from './ids.ts';

const SIZES = [1, 3, 4, 5];
const WHOLE = [42, 48, 54, 63];
const IN_AN_ADDRESS = /^[0-2]\d\d$/;

const isDigits = ({ symbols, glued }: Group): boolean => !glued && /^\d{1,5}$/.test(symbols);

/** The groups from here on that have one size and one separator; the last may be shorter. */
const evenFrom = (groups: readonly Group[], at: number): readonly Group[] => {
  const size = groups[at]?.symbols.length ?? 0;
  const gap = groups[at + 1]?.gap;
  let end = at + 1;
  for (let group = groups[end]; group && gap !== undefined && group.gap === gap && isDigits(group); group = groups[end]) {
    if (group.symbols.length > size) break;
    end += 1;
    if (group.symbols.length < size) break;
  }
  return groups.slice(at, end);
};

/** An ID split anew into groups of one size, digit by digit too. So many numbers in a row are common: only its very length tells. */
export const evenIds: Rule = (groups) => {
  const hits: Hit[] = [];
  for (let at = 0, end = 0; at < groups.length; at = Math.max(end, at + 1)) {
    const first = groups[at];
    end = at;
    if (first === undefined || !isDigits(first) || !SIZES.includes(first.symbols.length)) continue;
    const run = evenFrom(groups, at);
    // The last of these may be the first of others.
    end = at + run.length - 1;
    const digits = run.reduce((sum, { symbols }) => sum + symbols.length, 0);
    if (!WHOLE.includes(digits) || (first.symbols.length === 3 && run.every(({ symbols }) => IN_AN_ADDRESS.test(symbols)))) continue;
    hits.push(hitOver(kindOfId(run), run));
    end = at + run.length;
  }
  return hits;
};
