import { describe, expect, it } from '@jest/globals';
import { PAIRS } from '../src/language/words.ts';
import { isQuestion, isValueOf } from '../src/machines/facts.ts';
import { DETAILS } from '../src/machines/signs.ts';
import { isGreeting } from '../src/understanding/greeting.ts';
import { pairedIn } from '../src/understanding/paired.ts';
import { type Subject, subjectOf } from '../src/understanding/subject.ts';
import { understand } from '../src/understanding/understand.ts';

const SUBJECTS: Readonly<Record<Subject, readonly string[]>> = {
  ours: [
    'our KMS does not answer',
    'Excel wants a product key',
    'der MAK ist aufgebraucht',
    'Office se desactivó, ¿qué hago?',
    'オフィスのライセンス認証ができません',
    '0xC004F074',
    // Somebody else's product is named, and the licence is Office's.
    'after the Kaspersky update Word says that its licence is missing',
  ],
  office: ['Word shows a red bar since today', 'Excel: noch 4 Tage'],
  licensing: ['my licence was refused', 'la licence a expiré'],
  elsewhere: [
    'AutoCAD says the licence has expired',
    'Office works fine, but Photoshop wants to be activated',
    'user is not authorized to perform kms:Decrypt on this resource',
    'KMS cannot be disabled for the amdgpu driver since the new kernel',
    'eine neue SIM-Karte aktivieren',
    'el televisor pide un código de activación',
    'ключ от шкафа потерян',
    'Wir bieten eine Stelle im Support (m/w/d), Office und KMS sind von Vorteil',
    'building vlmcsd ends with an undefined reference',
    // Keys and colours that Office's programs have beside licensing.
    'the arrow keys scroll the sheet in Excel',
    'Word: jedes Mal muss ich Bearbeitung aktivieren',
  ],
  nothing: ['the light in the corridor is broken', 'Franchement, la cantine est chère', 'please come to my office'],
};

describe('what a text is about', () => {
  it.each(Object.entries(SUBJECTS))('%s', (subject, texts) => {
    expect(texts.map((text) => [text, subjectOf(text)])).toEqual(texts.map((text) => [text, subject]));
  });

  it('is not decided by what is said of Office by the way', () => {
    expect(subjectOf('My OneDrive has been syncing the same three files for a week. Office itself works and is activated.')).not.toBe(
      'ours',
    );
    expect(subjectOf('Office was activated until May, and now the notification is back')).toBe('ours');
  });

  it('leaves the talk that is under way: an answer needs no word of the field', () => {
    const open = { ask: 'trouble', choices: [] };
    expect(understand('locked out again after the holidays', 'en', { ask: 'symptom', choices: [] }).findings).toEqual([]);
    expect(understand('the banner came back after the holidays', 'en', open).elsewhere).toBe(false);
  });
});

describe('two words near each other', () => {
  it('mean what can be learned', () => {
    for (const [words, label] of Object.entries(PAIRS.meanings)) {
      const dot = label.lastIndexOf('.');
      const [name, value] = [label.slice(0, dot), label.slice(dot + 1)];
      const isKnown = isQuestion(name) ? isValueOf(name, value) : DETAILS.some((detail) => detail === name);
      expect([label, isKnown, words.split(' + ').every((word) => word in PAIRS.words)]).toEqual([label, true, true]);
    }
  });

  it.each([
    ['Office-sleutel wordt geweigerd', 'symptom.key-refused'],
    ['odmítnut byl náš klíč', 'symptom.key-refused'],
    ['закончились на этом ключе активации', 'mak.refused.limit'],
    ['认证服务器 KMS 连不上', 'method.kms'],
    ['Wo soll der Schlüssel hin?', 'symptom.activate'],
  ])('%s', (text, label) => {
    expect(pairedIn(text).map(({ name, value }) => `${name}.${value}`)).toEqual([label]);
  });

  it('mean nothing far from each other', () => {
    expect(pairedIn(`the key ${'and then something else '.repeat(6)} was rejected`)).toEqual([]);
  });
});

describe('a greeting', () => {
  it.each([
    'buenas tardes 👋',
    'hello?? anyone there',
    'Guten Morgen, liebes Team!',
    '你好，请问有人吗？',
    'お世話になっております。',
    'Добрый день, коллеги',
  ])('%s', (text) => {
    expect(isGreeting(text)).toBe(true);
  });
  it.each(['hello, my key is refused', 'team', 'ok', '👋', 'thanks'])('is not: %s', (text) => {
    expect(isGreeting(text)).toBe(false);
  });
});
