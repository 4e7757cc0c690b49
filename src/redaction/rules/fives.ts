import { type Group, pieceOf } from '../groups.ts';
import { type Hit, hitOver, type Rule, symbolsOf } from '../hit.ts';
import { isBlank, isKeyLike, isVariedAsKey, keyLikeIn } from '../key.ts';
import { isFive } from '../shapes.ts';

/** Five groups read as a key, words cut off that are glued to its ends. */
interface Five {
  readonly groups: readonly Group[];
  readonly key: string;
  /** All four separators are the same, and not those of a sentence. */
  readonly even: boolean;
  readonly keyLike: number;
}

const NUMBER_IN_A_LIST = /^\d{1,2}$/;
const OF_A_SENTENCE = /^[,;]?\s*$/;
const LONGEST_WORD = 24;

/** A group of a key in which a symbol may be mistyped, or two where a digit shows that it is no word. */
const isNearly = ({ symbols }: Group): boolean => {
  const wrong = symbols.length - keyLikeIn(symbols);
  if (wrong === 0 || !/[A-Z]/.test(symbols)) return wrong === 0 && !isBlank(symbols);
  return wrong === 1 || (wrong === 2 && /\d/.test(symbols));
};

const isAboutFive = ({ symbols }: Group): boolean => symbols.length >= 4 && symbols.length <= 6;

/** The last, or first, five symbols of a group that a word is glued to. */
const cut = (group: Group, side: 'last' | 'first'): Group => {
  const { length } = group.symbols;
  if (length <= 5 || isKeyLike(group.symbols)) return group;
  return side === 'last' ? pieceOf(group, length - 5, length) : pieceOf(group, 0, 5);
};

const looksLikeKey = (five: readonly Group[], key: string, keyLike: number, even: boolean): boolean => {
  const alike = five.filter(({ symbols }) => isKeyLike(symbols) && !isBlank(symbols)).length;
  const digits = key.replace(/\D/g, '').length;
  const lettered = five.filter(({ symbols }) => /[A-Z]/.test(symbols)).length;
  if (lettered < 3 || !isVariedAsKey(key) || !(even || five.every(isNearly))) return false;
  return alike >= 3 || (alike >= 2 && digits >= 3) || (even && keyLike >= 22);
};

const fiveAt = (all: readonly Group[], at: number): Five | undefined => {
  const second = all[at + 1];
  if (second === undefined || !isAboutFive(second)) return undefined;
  const window = all.slice(at, at + 5);
  const [first, , , , last] = window;
  if (first === undefined || last === undefined) return undefined;
  if (window.some(({ glued, gap }, index) => glued || (index > 0 && gap === undefined))) return undefined;
  const even = window.every(({ gap }, index) => index === 0 || gap === second.gap) && !OF_A_SENTENCE.test(second.gap ?? '');
  const fits = (group: Group) => (even ? isAboutFive(group) : group.symbols.length === 5);
  const mayBeWord = ({ symbols }: Group) => symbols.length > 5 && symbols.length <= LONGEST_WORD;
  if (!window.slice(1, 4).every(fits) || ![first, last].every((group) => fits(group) || mayBeWord(group))) return undefined;
  const groups = [cut(first, 'last'), ...window.slice(1, 4), cut(last, 'first')];
  const key = symbolsOf(groups);
  const keyLike = keyLikeIn(key);
  // A group too short or too long counts where a symbol is mistyped too: without, any split is found.
  const isCounted = groups.every(({ symbols }) => symbols.length === 5) || (key.length >= 23 && keyLike < key.length);
  return isCounted && looksLikeKey(groups, key, keyLike, even) ? { groups, key, even, keyLike } : undefined;
};

const isBetter = (a: Five, b: Five): boolean => (a.even === b.even ? a.keyLike > b.keyLike : a.even);

/** May a group beside five others be of the key too? A word is not, whatever it lacks of vowels, unless it is tied to them as they are. */
const goesWith = (group: Group, gap: string | undefined, { groups, even }: Five): boolean => {
  if (gap === undefined || group.glued) return false;
  return isFive(group) || (even && gap === groups[1]?.gap && isAboutFive(group) && isNearly(group));
};

/** The groups without the numbers of a list, which part nothing; where two are too far apart, they stay so. */
const withoutNumbers = (groups: readonly Group[]): readonly Group[] => {
  const kept: Group[] = [];
  let isParted = false;
  for (const group of groups) {
    isParted ||= group.gap === undefined;
    if (NUMBER_IN_A_LIST.test(group.symbols)) continue;
    kept.push(isParted ? { ...group, gap: undefined } : group);
    isParted = false;
  }
  return kept;
};

/** Five groups of five, most of them of key symbols. Groups that touch them and may belong to them go too; numbers of a list do not part them. */
export const fives: Rule = (groups) => {
  const all = withoutNumbers(groups);
  const hits: Hit[] = [];
  const known = new Map<number, Five | undefined>();
  const fiveFrom = (at: number): Five | undefined => {
    if (!known.has(at)) known.set(at, fiveAt(all, at));
    return known.get(at);
  };
  let free = 0;
  while (free + 5 <= all.length) {
    let best = fiveFrom(free);
    let at = free;
    free += 1;
    if (best === undefined) continue;
    // A word before the key is not its first group where five others are a better key.
    for (let other = free; other < free + 4; other += 1) {
      const five = fiveFrom(other);
      if (five !== undefined && isBetter(five, best)) [best, at] = [five, other];
    }
    const belongs = (group: Group | undefined, gap: string | undefined) => group !== undefined && goesWith(group, gap, best);
    let from = at;
    if (best.groups[0] === all[at]) while (from >= free && belongs(all[from - 1], all[from]?.gap)) from -= 1;
    free = at + 5;
    if (best.groups[4] === all[at + 4]) while (belongs(all[free], all[free]?.gap) && fiveFrom(free) === undefined) free += 1;
    hits.push(hitOver('key', [...all.slice(from, at), ...best.groups, ...all.slice(at + 5, free)], best.key));
  }
  return hits;
};
