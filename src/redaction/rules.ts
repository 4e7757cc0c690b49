import { type Group, isKeyLike } from './groups.ts';

export type Kind = 'key' | 'part of a key' | 'installation id' | 'confirmation id';
/** A secret in a text: where, what, and its symbols in their one form. */
export interface Hit {
  readonly from: number;
  readonly to: number;
  readonly kind: Kind;
  readonly symbols: string;
}
export type Rule = (groups: readonly Group[]) => readonly Hit[];

const hit = (kind: Kind, groups: readonly Group[], symbols = groups.map((group) => group.symbols).join('')): Hit => ({
  from: groups[0]?.at ?? 0,
  to: groups.at(-1)?.end ?? 0,
  kind,
  symbols,
});

/** Splits a list into runs whose members all fit and are linked to each other. */
const runs = (groups: readonly Group[], fits: (group: Group) => boolean): readonly (readonly Group[])[] => {
  const found: Group[][] = [];
  let open: Group[] = [];
  for (const group of groups) {
    if (!fits(group) || !group.linked) {
      if (open.length > 0) found.push(open);
      open = [];
    }
    if (fits(group)) open.push(group);
  }
  return open.length > 0 ? [...found, open] : found;
};

const hasLetter = (symbols: string) => /[A-Z]/.test(symbols);

/** A bare run of 25, or 25 and more symbols of a key within a longer word. */
export const bare: Rule = (groups) =>
  groups.flatMap((group) => {
    const { symbols, places } = group;
    if (symbols.length === 25 && hasLetter(symbols) && /\d/.test(symbols)) return [hit('key', [group])];
    const run = symbols.length > 25 ? /[BCDFGHJKMNPQRTVWXY2346789]{25,}/.exec(symbols) : null;
    if (run === null || !hasLetter(run[0])) return [];
    const last = run.index + run[0].length - 1;
    return [{ from: places[run.index] ?? group.at, to: (places[last] ?? group.end - 1) + 1, kind: 'key', symbols: run[0] }];
  });

/** Cuts a group to its last or first five symbols: a key may be glued to a word on either side. */
const cut = (group: Group, side: 'last' | 'first'): Group => {
  const { symbols, places } = group;
  if (symbols.length === 5) return group;
  const from = side === 'last' ? symbols.length - 5 : 0;
  const part = places.slice(from, from + 5);
  return { ...group, at: part[0] ?? group.at, end: (part.at(-1) ?? group.at) + 1, symbols: symbols.slice(from, from + 5), places: part };
};

const looksLikeKey = (five: readonly Group[]): boolean => {
  const alike = five.filter(({ symbols }) => isKeyLike(symbols)).length;
  const digits = five
    .map(({ symbols }) => symbols)
    .join('')
    .replace(/\D/g, '').length;
  return alike >= 3 || (alike >= 2 && digits >= 3);
};

/** The five groups from here on as a key's five, glued words cut off; undefined where they are none. */
const fiveFrom = (groups: readonly Group[], at: number): readonly Group[] | undefined => {
  const window = groups.slice(at, at + 5);
  const [first, , , , last] = window;
  const middle = window.slice(1, 4).every(({ symbols, linked }) => symbols.length === 5 && linked);
  if (!middle || first === undefined || last === undefined || first.symbols.length < 5 || last.symbols.length < 5 || !last.linked)
    return undefined;
  const five = [cut(first, 'last'), ...window.slice(1, 4), cut(last, 'first')];
  return looksLikeKey(five) ? five : undefined;
};

/** Five groups of five, most of them of key symbols; further groups of five that follow belong to it. Numbers of a list between them do not part them. */
export const fives: Rule = (all) => {
  const groups = all.filter(({ symbols }) => !/^\d{1,2}$/.test(symbols));
  const found: Hit[] = [];
  for (let at = 0; at + 5 <= groups.length; at += 1) {
    const five = fiveFrom(groups, at);
    // A word before the key is not part of it where the five groups after it are a key already.
    const isWord = !isKeyLike(groups[at]?.symbols ?? '');
    if (five === undefined || (isWord && groups[at + 5]?.linked && fiveFrom(groups, at + 1) !== undefined)) continue;
    let next = at + 5;
    while (groups[next - 1]?.symbols.length === 5 && groups[next]?.linked && groups[next]?.symbols.length === 5) next += 1;
    found.push(hit('key', [...five, ...groups.slice(at + 5, next)]));
    at = next - 1;
  }
  return found;
};

/** Key symbols in any split, 23 or more in a row, one of them a letter: spaced letters, groups of four, a symbol too few or too many. A digit is not required. */
export const anySplit: Rule = (groups) =>
  runs(groups, ({ symbols }) => isKeyLike(symbols))
    .map((run) => hit('key', run))
    .filter(({ symbols }) => symbols.length >= 23 && hasLetter(symbols));

/** A run of ten to 22 key symbols; one letter that hexadecimal numbers do not have tells it from a piece of a GUID. */
const isLongPart = ({ symbols }: Group): boolean => symbols.length >= 10 && isKeyLike(symbols) && /[GHJKMNPQRTVWXY]/.test(symbols);

/** Two or more neighbouring groups of five key symbols, or as many in one: part of a key. */
export const part: Rule = (groups) => [
  ...runs(groups, ({ symbols }) => symbols.length === 5 && isKeyLike(symbols))
    .filter((run) => run.length >= 2)
    .map((run) => hit('part of a key', run))
    .filter(({ symbols }) => hasLetter(symbols)),
  ...groups.filter(isLongPart).map((group) => hit('part of a key', [group])),
];

/** Digits in groups, as an installation ID (50 and more) or a confirmation ID (36 to 49) is read out; letters A to I may number the blocks. */
export const ids: Rule = (groups) =>
  runs(groups, ({ symbols }) => /^(?:\d{5,8}|\d{36,}|[A-I]\d{0,1}|[A-I]\d{5,8})$/.test(symbols)).flatMap((run) => {
    const digits = run.map(({ symbols }) => symbols.replace(/\D/g, '')).join('');
    return digits.length < 36 ? [] : [hit(digits.length < 50 ? 'confirmation id' : 'installation id', run, digits)];
  });

/** In the order of precedence: of hits that overlap the earlier rule's counts. */
export const RULES: readonly Rule[] = [ids, bare, fives, anySplit, part];
