import type { Group } from '../groups.ts';
import { type Hit, hitOver, type Rule, runsOf, symbolsOf } from '../hit.ts';
import { isAlphabet, isKeyLike, isVariedAsPart } from '../key.ts';

const FEWEST = 10;
const DIFFERENT_LETTERS = 2;
const OF_A_NAME = /^[./@\\]$/;

const isPart = (symbols: string): boolean =>
  symbols.length >= FEWEST &&
  isKeyLike(symbols) &&
  new Set(symbols.replace(/\d/g, '')).size >= DIFFERENT_LETTERS &&
  /[G-Z]/.test(symbols) &&
  isVariedAsPart(symbols) &&
  !isAlphabet(symbols);

const asOneWord = (groups: readonly Group[]): readonly Hit[] =>
  groups
    .filter(({ symbols, glued, gap }, at) => {
      const isOfAName = [gap, groups[at + 1]?.gap].some((each) => OF_A_NAME.test(each ?? ''));
      return !glued && !isOfAName && isPart(symbols);
    })
    .map((group) => hitOver('part of a key', [group]));

const oneByOne = (groups: readonly Group[]): readonly Hit[] =>
  runsOf(groups, ({ symbols }) => symbols.length === 1 && isKeyLike(symbols))
    .filter((run) => isPart(symbolsOf(run)))
    .map((run) => hitOver('part of a key', run));

/** Ten and more key symbols, as many as in two groups of a key, as one word or one by one. Parts of a host's name, a path or a link are left. */
export const spelledPart: Rule = (groups) => [...asOneWord(groups), ...oneByOne(groups)].sort((a, b) => a.from - b.from);
