import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { LANGUAGES, type Language } from '../src/language/language.ts';
import { EXAMPLES, phrases, WORDS } from '../src/language/words.ts';
import { isQuestion, isValueOf } from '../src/machines/facts.ts';
import { DETAILS } from '../src/machines/signs.ts';
import { plain } from '../src/understanding/plain.ts';
import { understand } from '../src/understanding/understand.ts';

/** Meanings (several where any of them is right), each with phrases that no example holds. */
const phrasesOf = (language: Language): Readonly<Record<string, readonly string[]>> =>
  JSON.parse(readFileSync(join(import.meta.dirname, `fixtures/phrases-${language}.json`), 'utf8'));

/** What a text is taken for: learned or wished, and what is offered where it is unsure. */
const takenFor = (text: string, language: Language) => {
  const { findings, wanted, elsewhere, choose } = understand(text, language, undefined);
  const learned = findings.map(({ name, value }) => `${name}.${value}`);
  return {
    sure: [...learned, ...(wanted === undefined ? [] : [`wish.${wanted.wish}`]), ...(elsewhere ? ['elsewhere'] : [])],
    offered: choose?.map(({ value }) => value) ?? [],
  };
};

const scored = (language: Language) => {
  const cases = Object.entries(phrasesOf(language)).flatMap(([meanings, texts]) =>
    texts.map((text) => ({ text, meanings: meanings.split('|'), ...takenFor(text, language) })),
  );
  const among = (found: readonly string[], meanings: readonly string[]) => meanings.some((meaning) => found.includes(meaning));
  const sure = cases.filter(({ sure: found, meanings }) => among(found, meanings));
  const offered = cases.filter((each) => !sure.includes(each) && among(each.offered, each.meanings));
  const missed = cases.filter((each) => !sure.includes(each) && !offered.includes(each));
  return { many: cases.length, strict: sure.length / cases.length, lenient: (sure.length + offered.length) / cases.length, missed };
};

const told = ({ text, meanings, sure, offered }: ReturnType<typeof scored>['missed'][number]) =>
  `${text}: not ${meanings.join('|')} but ${[...sure, ...offered.map((each) => `${each}?`)].join(' ') || 'nothing'}`;

describe.each(LANGUAGES)('phrases that the training never saw (%s)', (language) => {
  it('are none of the examples', () => {
    const examples = new Set(Object.values(EXAMPLES[language]).flatMap(phrases).map(plain));
    expect(
      Object.values(phrasesOf(language))
        .flat()
        .filter((text) => examples.has(plain(text))),
    ).toEqual([]);
  });

  it('are understood, most of them surely', () => {
    const { strict, lenient, missed } = scored(language);
    expect({ strict: strict >= 0.85, lenient: lenient >= 0.88, missed: strict >= 0.85 && lenient >= 0.88 ? [] : missed.map(told) }).toEqual(
      {
        strict: true,
        lenient: true,
        missed: [],
      },
    );
  });
});

describe('the examples', () => {
  it('have the same labels in every language, 25 phrases each, and every label is something that can be understood', () => {
    for (const language of LANGUAGES) {
      expect(Object.keys(EXAMPLES[language])).toEqual(Object.keys(EXAMPLES.en));
      for (const [label, entry] of Object.entries(EXAMPLES[language])) {
        const [name, value] = [label.slice(0, label.lastIndexOf('.')), label.slice(label.lastIndexOf('.') + 1)];
        const isKnown =
          label === 'elsewhere' ||
          (name === 'wish'
            ? Object.hasOwn(WORDS.en.wishes, value)
            : isQuestion(name)
              ? isValueOf(name, value)
              : DETAILS.some((detail) => detail === name));
        expect([language, label, isKnown, phrases(entry).length >= 25]).toEqual([language, label, true, true]);
      }
    }
  });

  it('serve both languages alike', () => {
    expect(Math.abs(scored('en').strict - scored('de').strict)).toBeLessThanOrEqual(0.1);
  });
});
