import { describe, expect, it } from '@jest/globals';
import { TEXTS } from '../src/language/language.ts';
import { mayHoldSecret } from '../src/redaction/glance.ts';
import { redactBy } from '../src/redaction/redact.ts';
import { RULES } from '../src/redaction/rules.ts';
import { FORMS, inContext } from '../torture/keys.ts';
import { newId, newKey, random } from './keys.ts';

const SEED = Number(process.env.SEED ?? 1);
const byRules = redactBy(RULES);

/** Texts in which the rules find something and the glance would not have looked. */
const missedIn = (texts: readonly string[]): readonly string[] =>
  texts.filter((text) => !mayHoldSecret(text) && byRules(text).found.length > 0);

const textsIn = (node: unknown): readonly string[] =>
  typeof node === 'string' ? [node] : Object.values(node ?? {}).flatMap((inside) => textsIn(inside));

describe('what a glance lets pass', () => {
  it('holds nothing that the rules would find, in any form of a key', () => {
    const next = random(SEED);
    const texts = Array.from({ length: 20_000 }, (_, at) => inContext(FORMS[at % FORMS.length]?.[1](newKey(next), at) ?? '', at));
    expect(missedIn(texts)).toEqual([]);
  });

  it('holds nothing that the rules would find in texts made of what keys and IDs are made of', () => {
    const next = random(SEED + 1);
    const of = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
    const between = ['-', ' ', '', ', ', '\n', '.', ' word ', ' 1. ', 'ß', 'é', '%2D', '&ndash;', '\u200b', 'Ж', '…'];
    const piece = () => {
      const groups = newKey(next).split('-');
      const [block = ''] = newId(next, 1, of([5, 6, 7]));
      const digits = String(Math.floor(next() * 10 ** of([1, 2, 3, 4, 5])));
      const group = of(groups);
      return of([
        group,
        group.slice(of([0, 1]), of([2, 3, 4])),
        group.toLowerCase(),
        `${group}O`,
        `the${group}`,
        block,
        digits,
        'of',
        `A${block}`,
      ]);
    };
    const texts = Array.from({ length: 60_000 }, () => {
      const separator = of(between);
      return Array.from({ length: 2 + Math.floor(next() * 14) }, () => piece() + (next() < 0.8 ? separator : of(between))).join('');
    });
    expect(missedIn(texts)).toEqual([]);
  });

  it('is nearly all that the desk says by itself', () => {
    const said = textsIn(TEXTS);
    expect(said.filter(mayHoldSecret).length / said.length).toBeLessThan(0.05);
  });
});
