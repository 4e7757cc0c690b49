import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LANGUAGES } from '../src/language/language.ts';
import { pureTalk, talkAt } from './desk.ts';

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

  it('is a pure function: the same record and input give the same, and neither is touched', () => {
    const { talk } = talkAt(['0xC004F074']);
    const frozen = JSON.stringify(talk.record());
    const record = talk.record();
    const one = talk.turn('1');
    expect(JSON.stringify(record)).toBe(frozen);
    const { talk: other } = talkAt(['0xC004F074']);
    expect(other.turn('1')).toEqual(one);
  });
});
