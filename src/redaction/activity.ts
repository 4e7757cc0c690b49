import { mayHoldSecret } from './glance.ts';
import { redact, type Secret } from './redact.ts';

const POISON = new Set(['__proto__', 'constructor', 'prototype']);

/** Web Chat's own mark of a message, which must come back as it came: too short for a key, though one in fifty looks like a part of one. */
const isMark = (key: string, value: unknown): boolean =>
  key === 'clientActivityID' && typeof value === 'string' && /^[a-z0-9]{1,16}$/.test(value);

/** Is there nothing in a JSON value that would have to go? Most have nothing, and need no copy. */
const isClean = (node: unknown): boolean => {
  if (typeof node === 'string') return !mayHoldSecret(node);
  if (typeof node !== 'object' || node === null) return true;
  if (Array.isArray(node)) return node.every(isClean);
  return Object.entries(node).every(([key, inside]) => !POISON.has(key) && !mayHoldSecret(key) && (isMark(key, inside) || isClean(inside)));
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
