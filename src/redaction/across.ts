import { type Group, groupsIn } from './groups.ts';
import { symbolsOf } from './hit.ts';
import { isBlank, isKeyLike } from './key.ts';
import { type Redacted, redact } from './redact.ts';
import { isDashed } from './shapes.ts';

/** That a message ended in what may belong to a key: how many symbols so far, and when (milliseconds). The symbols themselves are not kept. */
export interface Trail {
  readonly symbols: number;
  readonly at: number;
}

const LATER = 2 * 60_000;
const WHOLE = 25;
/** From here on the redactor takes symbols for part of a key. */
const PART = 10;
/** A whole message of fewer symbols is an answer's number. */
const FEWEST = 3;
const MARK = '[part of a key]';

const ENDS_IN_PART = /\[part of a key\](?:[^\p{L}\p{N}]{1,3}[0-9A-Za-z]{1,4})?[^\p{L}\p{N}]*$/u;
const BEGINS_BEFORE_PART = /^([^\p{L}\p{N}[]*)([0-9A-Za-z]{1,4})[^\p{L}\p{N}[]{1,3}(?=\[part of a key\])/u;
const WORD_OR_MARK = /[\p{L}\p{N}[]/u;

const isOfKey = ({ symbols, glued }: Group): boolean => !glued && isKeyLike(symbols) && !isBlank(symbols);
// "why" and "PC" are of key symbols too, but neither as long as a group nor tied to one by a dash.
const isGroup = (run: readonly Group[], at: number): boolean =>
  (run[at]?.symbols.length ?? 0) >= 5 || (at > 0 && isDashed(run[at])) || isDashed(run[at + 1]);

// Letters and digits: no word.
const isAlone = (groups: readonly Group[]): boolean => {
  const [{ symbols } = { symbols: '' }, second] = groups;
  return second === undefined && symbols.length >= FEWEST && /[A-Z]/.test(symbols) && /\d/.test(symbols);
};

/** What a text begins with, where that may belong to a key of which so many symbols were said. */
const beginningOf = (text: string, groups: readonly Group[], seen: number): readonly Group[] => {
  if (WORD_OR_MARK.test(text.slice(0, groups[0]?.at))) return [];
  const end = groups.findIndex((group, at) => !isOfKey(group) || (at > 0 && group.gap === undefined));
  const run = end === -1 ? groups : groups.slice(0, end);
  if (isAlone(run) && run.length === groups.length) return run;
  const last = run.findLastIndex((_, at) => isGroup(run, at));
  return seen >= PART || isGroup(run, 0) ? run.slice(0, last + 1) : [];
};

/** What a text ends in, where that may belong to a key; of a single short word as the whole text nobody can tell. */
const endOf = (text: string, groups: readonly Group[]): readonly Group[] => {
  if (WORD_OR_MARK.test(text.slice(groups.at(-1)?.end))) return [];
  const before = groups.findLastIndex((group, at) => !isOfKey(group) || (at < groups.length - 1 && groups[at + 1]?.gap === undefined));
  const run = groups.slice(before + 1);
  if (groups.length === 1) return run;
  const first = run.findIndex((_, at) => isGroup(run, at));
  return first === -1 ? [] : run.slice(first);
};

/** A last word of plain letters with one that no key has: nothing of a key goes on behind it. */
const ENDS_IN_WORD = /(?:^|\s)[0-9A-Za-z]{0,20}[aeilosz015][0-9A-Za-z]{0,20}[ .,;:!?)]{0,4}$/i;
/** No match of it is longer. */
const LONGEST_END = 48;

const trailOf = (text: string, seen: number): number => {
  if (text.includes(MARK)) {
    if (ENDS_IN_PART.test(text)) return seen + PART;
  } else if (ENDS_IN_WORD.test(text.slice(-LONGEST_END))) return 0;
  const groups = groupsIn(text);
  const symbols = symbolsOf(endOf(text, groups));
  const isAll = groups.length > 0 && symbols === symbolsOf(groups);
  if (isAll) return seen > 0 || symbols.length >= FEWEST ? seen + symbols.length : 0;
  return /[A-Z]/.test(symbols) ? symbols.length : 0;
};

/** Takes the beginning of a text out where it goes on with a key of which so many symbols were said before. */
const joinedTo = (seen: number, { text, found }: Redacted): Redacted & { readonly taken: number } => {
  const [, lead = '', fragment = ''] = BEGINS_BEFORE_PART.exec(text) ?? [];
  if (fragment !== '' && isKeyLike(fragment.toUpperCase())) {
    return { text: lead + text.slice(text.indexOf(MARK)), found, taken: 0 };
  }
  const begun = beginningOf(text, groupsIn(text), seen);
  const symbols = symbolsOf(begun);
  if (symbols === '' || seen + symbols.length < PART) return { text, found, taken: 0 };
  return {
    text: text.slice(0, begun[0]?.at) + MARK + text.slice(begun.at(-1)?.end),
    found: [...found, { kind: 'part of a key' }],
    taken: symbols.length,
  };
};

/**
 * Takes secrets out of a message that follows another one of the same person. Where that one ended in part of a key, or in a lone group of
 * five, within two minutes, the groups that this one begins with belong to the key too.
 */
export const redactAfter = (before: Trail | undefined, text: string, now: number): Redacted & { readonly trail?: Trail } => {
  const plain = redact(text);
  const isFollowing = before !== undefined && now - before.at <= LATER && before.symbols < WHOLE;
  const seen = isFollowing ? before.symbols : 0;
  const { taken, ...joined } = isFollowing ? joinedTo(seen, plain) : { ...plain, taken: 0 };
  const symbols = taken > 0 && ENDS_IN_PART.test(joined.text) ? seen + taken : trailOf(joined.text, seen);
  return symbols > 0 && symbols < WHOLE ? { ...joined, trail: { symbols, at: now } } : joined;
};
