import { type Group, groupsIn, isKeyLike } from './groups.ts';
import { type Redacted, redact } from './redact.ts';

/** That a message ended in what may be the beginning of a key: how many symbols, and when (milliseconds). The symbols themselves are not kept. */
export interface Trail {
  readonly symbols: number;
  readonly at: number;
}

const LATER = 2 * 60_000;
const WHOLE = 25;
/** Fewer symbols in a row are a word such as KMS. */
const GROUP = 5;
const PART = '[part of a key]';

const isGroupOfKey = ({ symbols }: Group): boolean => symbols.length <= WHOLE && isKeyLike(symbols);

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

const PART_FOLLOWS = /^[^\p{L}\p{N}]{0,12}\[part of a key\]/u;

const trailOf = ({ text }: Redacted, now: number, before = 0): { readonly trail?: Trail } => {
  const tail = trailing(groupsIn(text));
  const start = tail[0]?.at ?? text.length;
  const afterPart = text
    .slice(0, start)
    .replace(/[^\p{L}\p{N}\]]+$/u, '')
    .endsWith(PART);
  const symbols = count(tail);
  if (afterPart) return { trail: { symbols: Math.min(before + 10 + symbols, WHOLE - 1), at: now } };
  return symbols >= GROUP ? { trail: { symbols, at: now } } : {};
};

/**
 * Takes secrets out of a message that follows another one of the same person. Where that one ended in part of a key, or in a lone group of
 * five, within two minutes, the groups that this one begins with belong to the key too.
 */
export const redactAfter = (before: Trail | undefined, text: string, now: number): Redacted & { readonly trail?: Trail } => {
  const plain = redact(text);
  const follows = before !== undefined && now - before.at <= LATER && before.symbols < WHOLE;
  const begun = follows ? leading(groupsIn(plain.text)) : [];
  const [first] = begun;
  const last = begun.at(-1);
  // Few symbols count too where part of a key follows them at once.
  const goesOn = last !== undefined && (count(begun) >= GROUP || PART_FOLLOWS.test(plain.text.slice(last.end)));
  if (first === undefined || last === undefined || !goesOn) return { ...plain, ...trailOf(plain, now, follows ? before.symbols : 0) };
  const joined: Redacted = {
    text: plain.text.slice(0, first.at) + PART + plain.text.slice(last.end),
    found: [...plain.found, { kind: 'part of a key' }],
  };
  const symbols = (before?.symbols ?? 0) + count(begun);
  return { ...joined, ...(symbols < WHOLE ? { trail: { symbols, at: now } } : {}) };
};
