import { describe, expect, it } from '@jest/globals';
import { phrases, type Wish, WORDS } from '../src/language/words.ts';
import { talkAt } from './desk.ts';

/** Talks that stand at different questions and at an advice. */
const STANDS: Readonly<Record<string, readonly string[]>> = {
  'the first question': ['hello'],
  'a question of the tree': ['0xC004F074'],
  'a question after an answer': ['0xC004F074', '1'],
  'an advice': ['0xC004F074', '1', '2'],
  'after an advice that failed': ['0xC004F074', '1', '2', '2'],
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
    const { talk, open } = talkAt(says);
    const reply = talk.say(phrase(wish, 'en')).at(-1);
    expect([reply?.ask, reply?.choices]).toEqual([open?.ask, open?.choices]);
    expect(reply?.keys.length).toBeGreaterThan(1);
  });

  it('a person is one turn away, with a number and no question; the question stays open', () => {
    const { talk, open } = talkAt(says);
    const replies = talk.say('a person');
    expect(replies.every(({ ask }) => ask === undefined)).toBe(true);
    expect(replies[0]?.keys).toContain('talk.person.done');
    expect(talk.say('what does that mean?').at(-1)?.ask).toBe(open?.ask);
  });

  it('repeat says the last message again', () => {
    const { talk } = talkAt(says);
    const before = talk.record()?.last;
    expect(talk.turn('repeat').replies).toEqual(before);
  });

  it('the language can be changed, and the question and the answers stay', () => {
    const { talk, open } = talkAt(says);
    const learned = talk.record()?.learned;
    const reply = talk.say('deutsch').at(-1);
    expect(reply?.ask).toBe(open?.ask);
    expect(reply?.choices?.map(({ value }) => value)).toEqual(open?.choices?.map(({ value }) => value));
    expect(reply?.choices).not.toEqual(open?.choices);
    expect(talk.record()).toMatchObject({ language: 'de', learned });
  });

  it('start over begins anew', () => {
    const { talk } = talkAt(says);
    expect(talk.say('start over').at(-1)?.ask).toBe('symptom');
    expect(talk.record()?.learned).toEqual([]);
  });

  it('what is not understood is asked in other words, then a person is offered, and never the same again and again', () => {
    const { talk, open } = talkAt(says);
    const first = talk.say('blue elephants dance').at(-1);
    expect([first?.ask, first?.keys.includes('talk.misunderstood')]).toEqual([open?.ask, true]);
    const second = talk.say('purple rain falls').at(-1);
    expect(second?.ask).toBe('offer');
    expect(talk.say('yes')[0]?.keys).toContain('talk.person.done');
  });
});
