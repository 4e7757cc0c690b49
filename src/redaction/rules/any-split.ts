import type { Group } from '../groups.ts';
import { hitOver, type Rule, runsOf, symbolsOf } from '../hit.ts';
import { isAlphabet, isBlank, isKeyLike, isVariedAsKey } from '../key.ts';

const FEWEST = 23;
const WHOLE = 25;
/** A longer run is no key with a word beside it. */
const MOST_GROUPS = 40;

/** How evenly groups are split: the same separator everywhere, then the same size. Less is better. */
const unevenness = (groups: readonly Group[]): number => {
  const gaps = new Set(groups.slice(1).map(({ gap }) => gap)).size;
  const sizes = new Set(groups.map(({ symbols }) => symbols.length)).size;
  return 30 * gaps + sizes;
};

/** The groups of a run that make up exactly a key; a short word beside it ("my", "PC") may be of key symbols too. */
const wholeIn = (run: readonly Group[]): readonly Group[] | undefined => {
  if (run.length > MOST_GROUPS) return undefined;
  let best: readonly Group[] | undefined;
  let from = 0;
  let size = 0;
  run.forEach(({ symbols }, at) => {
    size += symbols.length;
    while (size > WHOLE) {
      size -= run[from]?.symbols.length ?? 0;
      from += 1;
    }
    const groups = size === WHOLE ? run.slice(from, at + 1) : undefined;
    if (groups && (best === undefined || unevenness(groups) < unevenness(best))) best = groups;
  });
  return best;
};

/** XXXXX-XXXXX: where one such group may be a key's, a row of them is none. */
const isInARow = (groups: readonly Group[], at: number): boolean =>
  isBlank(groups[at]?.symbols ?? '') && [groups[at - 1], groups[at + 1]].some((other) => isBlank(other?.symbols ?? ''));

/** Key symbols in any split, 23 or more in a row: spaced letters, groups of four, a symbol too few or too many. A digit is not required. */
export const anySplit: Rule = (groups) =>
  runsOf(groups, ({ symbols }, at) => isKeyLike(symbols) && !isInARow(groups, at)).flatMap((run) => {
    const symbols = symbolsOf(run);
    return symbols.length >= FEWEST && isVariedAsKey(symbols) && !isAlphabet(symbols)
      ? [hitOver('key', run, symbolsOf(wholeIn(run) ?? run))]
      : [];
  });
