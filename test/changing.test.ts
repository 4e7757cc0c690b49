import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { pureTalk, talkAt } from './desk.ts';

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
    const { talk } = talkAt(['0xC004F074', '1', '1']);
    talk.say('change an answer');
    const which = talk.record()?.asked;
    expect(which?.kind).toBe('change');
    talk.say('1');
    expect(talk.record()?.asked).toMatchObject({ kind: 'fact', changing: true });
    const changed = talk.say('2').at(-1);
    const { open: fresh } = talkAt(['0xC004F074', '2']);
    expect([changed?.ask, changed?.outcome]).toEqual([fresh?.ask, fresh?.outcome]);
    expect(changed?.keys).toContain('talk.change.done');
  });

  it('a button of an earlier question changes nothing by itself, but offers to', () => {
    const { talk } = talkAt(['0xC004F074', '1']);
    const learned = talk.record()?.learned;
    const reply = talk.say({ ask: 'kms.network', value: 'outside' }).at(-1);
    expect(talk.record()?.learned).toEqual(learned);
    expect([reply?.ask, reply?.keys.includes('talk.change.old')]).toEqual(['kms.network', true]);
  });

  it.each([
    ['a question', ['0xC004F074'], { ask: 'kms.network', value: 'inside' }],
    ['an advice', ['0xC004F074', '1', '2'], { ask: 'tried.KMS-08', value: 'no' }],
  ])('a button of %s that is pressed twice counts once, and is told so', (_what, says, pressed) => {
    const { talk } = talkAt(says);
    const first = talk.say(pressed).at(-1);
    const learned = talk.record()?.learned;
    expect(first?.keys).not.toContain('talk.chosen');
    const second = talk.say(pressed).at(-1);
    expect(talk.record()?.learned).toEqual(learned);
    expect([second?.keys.includes('talk.chosen'), second?.ask, second?.choices]).toEqual([true, first?.ask, first?.choices]);
  });
});
