import { describe, expect, it } from '@jest/globals';
import { LANGUAGES, TEXTS } from '../src/language/language.ts';
import { pureTalk } from './desk.ts';
import { STATEMENTS } from './founding-document.ts';
import { outcomesReached } from './walk.ts';

const textAt = (language: (typeof LANGUAGES)[number], key: string): string => {
  const node = key
    .split('.')
    .reduce<unknown>(
      (at, part) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[part] : undefined),
      TEXTS[language],
    );
  return typeof node === 'string' ? node : '';
};

describe('the founding document', () => {
  it('is said whole, statement by statement', () => {
    expect(Object.keys(STATEMENTS)).toEqual(Array.from({ length: 64 }, (_, at) => `S${String(at + 1).padStart(2, '0')}`));
  });

  describe.each(LANGUAGES)('in %s', (language) => {
    it.each(Object.entries(STATEMENTS))('%s: $says', (_id, { keys, figures = [] }) => {
      expect(keys.length).toBeGreaterThan(0);
      expect(keys.filter((key) => textAt(language, key) === '')).toEqual([]);
      const said = keys.map((key) => textAt(language, key)).join('\n');
      for (const figure of figures) expect(figure.split('|').filter((each) => said.includes(each))).not.toEqual([]);
    });
  });

  it('is said where talks come: every outcome named is reached, every article answers a wish', () => {
    const named = new Set(Object.values(STATEMENTS).flatMap(({ keys }) => keys.map((key) => key.split('.').slice(0, 2).join('.'))));
    const articles = [
      'what is mak',
      'what is kms',
      'is office activated',
      'what is sent to microsoft',
      'mak or kms',
      'which methods are there',
      'my printer is broken',
    ].flatMap((said) => {
      const talk = pureTalk('en');
      talk.say('hello');
      return talk.say(said).flatMap(({ keys }) => keys);
    });
    const said = new Set([...[...outcomesReached].map((id) => `outcomes.${id}`), ...articles]);
    expect([...named].filter((name) => !said.has(name))).toEqual([]);
  });
});
