import { type Group, groupsIn, isKeyLike } from './groups.ts';
import { type Redacted, redact } from './redact.ts';

/** That a message ended in what may be the beginning of a key: how many symbols, and when (milliseconds). The symbols themselves are not kept. */
export interface Trail {
  readonly symbols: number;
  readonly at: number;
}

const LATER = 2 * 60_000;
const WHOLE = 25;
const PART = '[part of a key]';

const isGroupOfKey = ({ symbols }: Group): boolean => symbols.length <= 5 && isKeyLike(symbols);

/** The groups of key symbols that a text begins with, or ends with. */
const leading = (groups: readonly Group[]): readonly Group[] => {
  const end = groups.findIndex((group, at) => !isGroupOfKey(group) || (at > 0 && !group.linked));
  return end === -1 ? groups : groups.slice(0, end);
};
const trailing = (groups: readonly Group[]): readonly Group[] => {
  const start = groups.findLastIndex((group) => !isGroupOfKey(group));
  return groups.slice(start + 1);
};
const count = (groups: readonly Group[]) => groups.reduce((sum, { symbols }) => sum + symbols.length, 0);

const trailOf = (text: string, redacted: Redacted, now: number, before = 0): { readonly trail?: Trail } => {
  if (redacted.text.trimEnd().endsWith(PART)) return { trail: { symbols: Math.min(before + 10, WHOLE), at: now } };
  const last = trailing(groupsIn(text)).filter(({ symbols }) => symbols.length === 5);
  return last.length > 0 && redacted.found.length === 0 ? { trail: { symbols: 5 * last.length, at: now } } : {};
};

/**
 * Takes secrets out of a message that follows another one of the same person. Where that one ended in part of a key, or in a lone group of
 * five, within two minutes, the groups that this one begins with belong to the key too.
 */
export const redactAfter = (before: Trail | undefined, text: string, now: number): Redacted & { readonly trail?: Trail } => {
  const plain = redact(text);
  const follows = before !== undefined && now - before.at <= LATER && before.symbols < WHOLE;
  const begun = follows ? leading(groupsIn(text)) : [];
  const [first] = begun;
  const last = begun.at(-1);
  if (plain.found.length > 0 || first === undefined || last === undefined || count(begun) < 5)
    return { ...plain, ...trailOf(text, plain, now, follows ? before.symbols : 0) };
  const joined: Redacted = {
    text: text.slice(0, first.at) + PART + text.slice(last.end),
    found: [{ kind: PART.slice(1, -1) as 'part of a key' }],
  };
  const symbols = (before?.symbols ?? 0) + count(begun);
  return { ...joined, ...(symbols < WHOLE ? { trail: { symbols, at: now } } : {}) };
};
