import { isCleanText, redact, type Secret } from './redact.ts';

const POISON = new Set(['__proto__', 'constructor', 'prototype']);

/** Web Chat's own mark of a message, which must come back as it came: too short for a key, though one in fifty looks like a part of one. */
const isMark = (key: string, value: unknown): boolean =>
  key === 'clientActivityID' && typeof value === 'string' && /^[a-z0-9]{1,16}$/.test(value);

/** How texts are looked at, and which values that cannot change were found clean before. */
interface Looking {
  readonly isCleanText: (text: string) => boolean;
  readonly known?: WeakSet<object>;
}
const PLAINLY: Looking = { isCleanText };

const isCleanInside = (node: object, looking: Looking): boolean => {
  if (Array.isArray(node)) {
    for (const inside of node) if (!isClean(inside, looking)) return false;
    return true;
  }
  // A JSON value has no keys but its own.
  for (const key in node) {
    const inside: unknown = node[key as keyof typeof node];
    if (POISON.has(key) || !looking.isCleanText(key) || !(isMark(key, inside) || isClean(inside, looking))) return false;
  }
  return true;
};

/** Is there nothing in a JSON value that would have to go? Most have nothing, and need no copy. */
export const isClean = (node: unknown, looking = PLAINLY): boolean => {
  if (typeof node === 'string') return looking.isCleanText(node);
  if (typeof node !== 'object' || node === null) return true;
  if (looking.known === undefined || !Object.isFrozen(node)) return isCleanInside(node, looking);
  if (looking.known.has(node)) return true;
  if (!isCleanInside(node, looking)) return false;
  looking.known.add(node);
  return true;
};

/** Takes the secrets out of every string and every key of a JSON value. The value is not touched; keys that reach a prototype are left out. */
export const redactAll = <T>(value: T): { readonly value: T; readonly found: readonly Secret[] } => {
  if (isClean(value)) return { value, found: [] };
  const found = new Map<string, Secret>();
  const clean = (text: string): string => {
    const redacted = redact(text);
    for (const secret of redacted.found) found.set(`${secret.kind} ${secret.last5}`, secret);
    return redacted.text;
  };
  const walk = (node: unknown): unknown => {
    if (typeof node === 'string') return clean(node);
    if (Array.isArray(node)) return node.map(walk);
    if (typeof node !== 'object' || node === null) return node;
    return Object.fromEntries(
      Object.entries(node)
        .filter(([key]) => !POISON.has(key))
        .map(([key, inside]) => [clean(key), isMark(key, inside) ? inside : walk(inside)]),
    );
  };
  // The copy has the shape of the value: only strings within it are others.
  return { value: walk(value) as T, found: [...found.values()] };
};
