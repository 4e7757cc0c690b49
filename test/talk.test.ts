import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Record } from '../src/conversation/record.ts';
import { turn } from '../src/conversation/turn.ts';
import { LANGUAGES } from '../src/language/language.ts';
import { pureTalk, talkAt, WORLD } from './desk.ts';

/** The same thing, of which nothing can be changed any more. */
const frozen = <T>(value: T): T => {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const part of Object.values(value)) frozen(part);
  return Object.freeze(value);
};

/** What people say. */
const words = fc.constantFrom(
  ...[
    '1',
    '2',
    '3',
    'yes',
    'no',
    "i don't know",
    'back',
    'help',
    'start over',
    'why',
    'change an answer',
    'a person',
    'deutsch',
    'english',
    'it came back',
    'repeat',
    'my answers',
    '?',
    '',
  ],
  ...[
    '0xC004F074',
    '0xC004F038 and 0xC004C003',
    'kms',
    'not 365',
    'ebay',
    '0xDEADBEEF',
    'printer',
    'Здравствуйте',
    '你好',
    '‮abc',
    '{{x}} $t(talk.help)',
    '<img src=x>',
    '9'.repeat(400),
  ],
);

describe('an answer', () => {
  it.each(LANGUAGES)('counts as a button, a number, a title in any case, and with one slip (%s)', (language) => {
    const talk = () => {
      const each = pureTalk(language);
      const open = each.say('0xC004F074').at(-1);
      return { each, open };
    };
    const { open } = talk();
    open?.choices?.forEach(({ value, title }, index) => {
      const forms = [String(index + 1), title, title.toUpperCase(), `  ${title.toLowerCase()}. `, { ask: open.ask ?? '', value }];
      const outcomes = forms.map((form) => {
        const { each } = talk();
        each.say(form);
        return each
          .record()
          ?.learned.filter(({ name }) => name === open.ask)
          .map((entry) => entry.value);
      });
      expect(outcomes).toEqual(forms.map(() => [value]));
    });
  });

  it('is not guessed from a number that is not offered', () => {
    const { talk } = talkAt(['0xC004F074']);
    expect(talk.say('9').at(-1)?.ask).toBe('kms.network');
  });
});

describe('a talk', () => {
  it('answers whatever is said, at most five messages a turn, and never throws', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(words, fc.string({ unit: 'grapheme', maxLength: 60 })), { maxLength: 25 }),
        fc.constantFrom('en', 'de-AT', 'fr-FR', 'xx'),
        (said, locale) => {
          const talk = pureTalk(locale);
          for (const each of said) {
            const replies = talk.say(each);
            expect(replies.length).toBeGreaterThan(0);
            expect(replies.length).toBeLessThanOrEqual(5);
            const last = replies.at(-1);
            expect(last?.choices !== undefined || last?.keys.some((key) => key.startsWith('talk.person.'))).toBe(true);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is a pure function: the same record and input give the same twice, and neither is touched', () => {
    const input = fc.oneof(
      fc.record({ kind: fc.constant('message' as const), text: fc.oneof(words, fc.string()), secrets: fc.constant([]) }),
      fc.record({
        kind: fc.constant('message' as const),
        text: fc.constant(''),
        secrets: fc.constant([]),
        pressed: fc.record({
          ask: fc.constantFrom('kms.network', 'tried.KMS-08', 'offer', 'forget', '?'),
          value: fc.constantFrom('yes', 'no', 'inside'),
        }),
      }),
      fc.constant({ kind: 'arrived' as const }),
      fc.constant({ kind: 'left' as const }),
      fc.record({ kind: fc.constant('language' as const), locale: fc.constantFrom('de', 'en', 'xx') }),
      fc.constant({ kind: 'idle' as const }),
      fc.constantFrom(
        { kind: 'staff' as const, does: { does: 'take' as const } },
        { kind: 'staff' as const, does: { does: 'accept' as const, name: 'Kim' } },
      ),
    );
    fc.assert(
      fc.property(fc.array(input, { minLength: 1, maxLength: 12 }), (inputs) => {
        let record: Record | undefined;
        for (const each of inputs.map(frozen)) {
          const before = frozen(record);
          const turned = turn(before, each, WORLD);
          expect(turn(before, each, WORLD)).toEqual(turned);
          record = turned.record;
        }
      }),
      { numRuns: 150 },
    );
  });
});
