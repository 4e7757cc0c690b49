import { describe, expect, it } from '@jest/globals';
import { choicesOf } from '../src/conversation/ask.ts';
import { newRecord } from '../src/conversation/record.ts';
import { LANGUAGES } from '../src/language/language.ts';
import { speak } from '../src/language/saying.ts';
import { QUESTIONS, type Question, type Trial } from '../src/machines/facts.ts';
import { chosenIn } from '../src/understanding/answer.ts';
import { random } from './keys.ts';

const FACTS: readonly (Question | Trial)[] = [...(Object.keys(QUESTIONS) as Question[]), 'tried.KMS-08'];

/** The text with one slip in one of its words of five letters or more; the text itself where it has none. */
const slipped = (text: string, next: () => number): string => {
  const words = text.split(' ');
  const long = words.flatMap((word, at) => (/^\p{L}{5,}$/u.test(word) ? [at] : []));
  const at = long[Math.floor(next() * long.length)];
  const word = at === undefined ? undefined : words[at];
  if (at === undefined || word === undefined) return text;
  const place = Math.floor(next() * (word.length - 1));
  const [before, here = '', there = '', after] = [word.slice(0, place), word[place], word[place + 1], word.slice(place + 2)];
  const forms = [before + there + after, before + here + here + there + after, before + there + here + after, `${before}x${there}${after}`];
  return words.with(at, forms[Math.floor(next() * forms.length)] ?? word).join(' ');
};

describe.each(LANGUAGES)('every answer of every question (%s)', (language) => {
  it.each(FACTS)('%s: by number, title in any case, and with one slip never as another one', (ask) => {
    const next = random(7);
    const choices = choicesOf({ kind: 'fact', fact: ask }, newRecord(language));
    choices.forEach(({ value, title }, at) => {
      const said = speak(language, title);
      const chosen = (text: string) => chosenIn(text, language, { ask, choices })?.choice.value;
      for (const text of [String(at + 1), said, said.toUpperCase(), said.toLowerCase(), ` ${said}! `])
        expect([text, chosen(text)]).toEqual([text, value]);
      for (let each = 0; each < 12; each += 1) {
        const text = slipped(said, next);
        expect([text, [value, undefined].includes(chosen(text))]).toEqual([text, true]);
      }
    });
  });
});
