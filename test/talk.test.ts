import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LANGUAGES } from '../src/language/language.ts';
import { phrases, type Wish, WORDS } from '../src/language/words.ts';
import { pureTalk } from './desk.ts';

/** Talks that stand at different questions and at an advice. */
const STANDS: Readonly<Record<string, readonly string[]>> = {
  'the first question': ['hello'],
  'a question of the tree': ['0xC004F074'],
  'a question after an answer': ['0xC004F074', '1'],
  'an advice': ['0xC004F074', '1', '2'],
  'after an advice that failed': ['0xC004F074', '1', '2', '2'],
};
const at = (says: readonly string[], locale = 'en') => {
  const talk = pureTalk(locale);
  const last = says.map((each) => talk.say(each)).at(-1) ?? [];
  return { talk, open: last.at(-1) };
};
const phrase = (wish: Wish, language: 'en' | 'de') => phrases(WORDS[language].wishes[wish])[0] ?? '';

describe.each(Object.entries(STANDS))('at %s', (_name, says) => {
  it.each([
    'help',
    'why',
    'what',
    'where',
    'hello',
    'thanks',
    'privacy',
    'difference',
    'FAQ-01',
    'FAQ-02',
    'FAQ-03',
    'FAQ-04',
    'methods',
    'answers',
  ] as Wish[])('%s is answered, and the same question stays open with its choices', (wish) => {
    const { talk, open } = at(says);
    const reply = talk.say(phrase(wish, 'en')).at(-1);
    expect([reply?.ask, reply?.choices]).toEqual([open?.ask, open?.choices]);
    expect(reply?.keys.length).toBeGreaterThan(1);
  });

  it('a person is one turn away, with a number and no question; the question stays open', () => {
    const { talk, open } = at(says);
    const replies = talk.say('a person');
    expect(replies.every(({ ask }) => ask === undefined)).toBe(true);
    expect(replies[0]?.keys).toContain('talk.person.done');
    expect(talk.say('what does that mean?').at(-1)?.ask).toBe(open?.ask);
  });

  it('repeat says the last message again', () => {
    const { talk } = at(says);
    const before = talk.record()?.last;
    expect(talk.turn('repeat').replies).toEqual(before);
  });

  it('the language can be changed, and the question and the answers stay', () => {
    const { talk, open } = at(says);
    const learned = talk.record()?.learned;
    const reply = talk.say('deutsch').at(-1);
    expect(reply?.ask).toBe(open?.ask);
    expect(reply?.choices?.map(({ value }) => value)).toEqual(open?.choices?.map(({ value }) => value));
    expect(reply?.choices).not.toEqual(open?.choices);
    expect(talk.record()).toMatchObject({ language: 'de', learned });
  });

  it('start over begins anew', () => {
    const { talk } = at(says);
    expect(talk.say('start over').at(-1)?.ask).toBe('symptom');
    expect(talk.record()?.learned).toEqual([]);
  });

  it('what is not understood is asked in other words, then a person is offered, and never the same again and again', () => {
    const { talk, open } = at(says);
    const first = talk.say('blue elephants dance').at(-1);
    expect([first?.ask, first?.keys.includes('talk.misunderstood')]).toEqual([open?.ask, true]);
    const second = talk.say('purple rain falls').at(-1);
    expect(second?.ask).toBe('offer');
    expect(talk.say('yes')[0]?.keys).toContain('talk.person.done');
  });
});

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
    const { talk } = at(['0xC004F074']);
    expect(talk.say('9').at(-1)?.ask).toBe('kms.network');
  });
});

describe('going back and changing', () => {
  it('back from any depth stands where the talk stood before', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 9 }), (numbers) => {
        const talk = pureTalk('en');
        talk.say('hello');
        let stands = [talk.record()?.learned ?? []];
        for (const number of numbers) {
          talk.say(String(number));
          const learned = talk.record()?.learned ?? [];
          if (learned.length < (stands.at(-1)?.length ?? 0)) stands = [learned];
          else if (learned.length > (stands.at(-1)?.length ?? 0)) stands.push(learned);
        }
        // Out of a list of answers back leads to the tree first.
        const asked = talk.record()?.asked;
        if (asked?.kind === 'change' || (asked?.kind === 'fact' && asked.changing)) talk.say('back');
        for (let depth = stands.length - 2; depth >= 0; depth -= 1) {
          talk.say('back');
          expect(talk.record()?.learned).toEqual(stands[depth]);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('a changed answer leads where a fresh talk with it leads', () => {
    const { talk } = at(['0xC004F074', '1', '1']);
    talk.say('change an answer');
    const which = talk.record()?.asked;
    expect(which?.kind).toBe('change');
    talk.say('1');
    expect(talk.record()?.asked).toMatchObject({ kind: 'fact', changing: true });
    const changed = talk.say('2').at(-1);
    const { open: fresh } = at(['0xC004F074', '2']);
    expect([changed?.ask, changed?.outcome]).toEqual([fresh?.ask, fresh?.outcome]);
    expect(changed?.keys).toContain('talk.change.done');
  });

  it('a button of an earlier question changes nothing by itself, but offers to', () => {
    const { talk } = at(['0xC004F074', '1']);
    const learned = talk.record()?.learned;
    const reply = talk.say({ ask: 'kms.network', value: 'outside' }).at(-1);
    expect(talk.record()?.learned).toEqual(learned);
    expect([reply?.ask, reply?.keys.includes('talk.change.old')]).toEqual(['kms.network', true]);
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
    const { talk } = at(['0xC004F074']);
    const frozen = JSON.stringify(talk.record());
    const record = talk.record();
    const one = talk.turn('1');
    expect(JSON.stringify(record)).toBe(frozen);
    const { talk: other } = at(['0xC004F074']);
    expect(other.turn('1')).toEqual(one);
  });
});
