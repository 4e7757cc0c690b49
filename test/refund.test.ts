import { describe, expect, it } from '@jest/globals';
import { refundOf } from '../src/conversation/refund.ts';
import { LANGUAGES } from '../src/language/language.ts';
import { speak } from '../src/language/saying.ts';
import { QUESTIONS } from '../src/machines/facts.ts';
import { pureTalk } from './desk.ts';

const KEY = 'NPPR9-FWDCX-D2C8J-H872K-2YT43';

describe('the refund pack', () => {
  it.each([
    ['en', 'I bought a key, Office 2019, 0xC004C060', 'a key alone by e-mail', 'refund letter'],
    ['de', 'Ich habe einen Schlüssel gekauft, Office 2019, 0xC004C060', 'nur ein Schlüssel per E-Mail', 'Brief an den Verkäufer'],
  ])('is said in the person’s language, with the last five only, and promises nothing (%s)', (locale, bought, delivered, asks) => {
    const talk = pureTalk(locale);
    talk.say(bought);
    talk.say(`${KEY}`);
    talk.say({ ask: 'seller.delivered', value: 'key' });
    talk.say(delivered);
    const [reply] = talk.hear(asks);
    const keys = reply?.channelData.activationDesk.keys ?? [];
    expect(keys).toEqual(expect.arrayContaining(['refund.intro', 'refund.timeline', 'refund.asks', 'refund.ask.refund']));
    expect(reply?.text).toContain('2YT43');
    expect(reply?.text).not.toMatch(/FWDCX|\{\{/);
    expect(reply?.text).toContain('0xC004C060');
    expect(reply?.text).not.toMatch(/you will get|garantiert|sie bekommen ihr geld/i);
  });

  it('is for what was bought', () => {
    const talk = pureTalk('en');
    talk.say('0xC004F074');
    expect(talk.say('write the letter')[0]?.keys).toContain('refund.notBought');
    expect(refundOf([{ name: 'code', value: '0xC004F074' }])).toBeUndefined();
  });

  it('is offered once, beside the advice to write to the seller', () => {
    const talk = pureTalk('en');
    talk.say('hello');
    talk.say({ ask: 'symptom', value: 'bought' });
    const advised = talk.say({ ask: 'seller.delivered', value: 'key' }).flatMap(({ keys }) => keys);
    expect(advised).toContain('refund.hint');
    expect(talk.say('no').flatMap(({ keys }) => keys)).not.toContain('refund.hint');
  });

  it.each(LANGUAGES)('has a letter for everything that can be delivered (%s)', (language) => {
    const letters = QUESTIONS['seller.delivered'].map((value) =>
      refundOf([{ name: 'seller.delivered', value }])
        ?.letter.map((line) => speak(language, line))
        .join('\n'),
    );
    expect(new Set(letters).size).toBe(QUESTIONS['seller.delivered'].length);
    expect(letters.every((letter) => letter?.includes('________'))).toBe(true);
  });
});
