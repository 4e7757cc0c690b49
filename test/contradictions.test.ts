import { describe, expect, it } from '@jest/globals';
import { pureTalk } from './desk.ts';
import { textOf } from './outputs/pasted.ts';

const PASTE = textOf('dstatus-kms-not-reached-host-from-dns');

/** A talk that begins with these words around an output. */
const said = (language: 'en' | 'de', words: string, after = '') => {
  const talk = pureTalk(language);
  const [reply] = talk.say(`${words}\n\n${PASTE}${after === '' ? '' : `\n\n${after}`}`).slice(-1);
  return { talk, reply, conflicts: reply?.keys.includes('talk.conflict.both') };
};

describe('words that contradict the output in the same message', () => {
  it.each([
    ['en', 'It is a MAK, see below.', 'method'],
    ['de', 'Wir haben einen MAK, siehe unten.', 'method'],
    ['en', 'We have Microsoft 365.', 'product'],
  ] as const)('are shown beside it and settled by one question (%s: %s)', (language, words, ask) => {
    const { reply, conflicts } = said(language, words);
    expect({ ask: reply?.ask, conflicts }).toEqual({ ask, conflicts: true });
  });

  it('are heard after it, too', () => {
    expect(said('en', '', 'This PC has a MAK.').conflicts).toBe(true);
  });

  it('count where the person says so, and the output where they do not know', () => {
    const mak = said('en', 'It is a MAK.').talk;
    mak.say('1');
    expect(mak.facts()?.method).toBe('mak');
    const unsure = said('en', 'It is a MAK.').talk;
    expect(unsure.say("I don't know").at(-1)).toMatchObject({ ask: 'kms.network' });
    expect(unsure.facts()?.method).toBe('kms');
  });

  it.each([
    ['en', 'It is NOT a MAK.'],
    ['en', 'We use KMS, and Office shows a red bar.'],
    ['de', 'Wir nutzen KMS, und Office zeigt einen roten Balken.'],
    ['en', 'Please help.'],
  ] as const)('are no such words: %s %s', (language, words) => {
    const { reply, conflicts } = said(language, words);
    expect({ ask: reply?.ask, conflicts }).toEqual({ ask: 'kms.network', conflicts: false });
  });
});

describe('what was read in an output', () => {
  it('is said in the words of an output, each thing once', () => {
    const [reply] = pureTalk('en').say(PASTE);
    expect(reply?.keys.filter((key) => key.startsWith('talk.read.'))).toEqual([
      'talk.read.office',
      'talk.read.shown.method.client',
      'talk.read.status.notifications',
      'talk.read.dnsHost',
    ]);
  });
});
