import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { turn } from '../src/conversation/turn.ts';
import { inputOf, markOf } from '../src/exchange/input.ts';
import { redactAll } from '../src/redaction/activity.ts';
import { renderTurn } from '../src/rendering/render.ts';
import { talkAt, WORLD } from './desk.ts';

const TALK = 'a'.repeat(64);
/** A talk at an advice, which in Teams is a card with buttons. */
const { talk } = talkAt(['0xC004F074', 'yes', 'closed']);
const RECORD = talk.record();
if (RECORD === undefined) throw new Error('nothing was said');
const CHOICES = ['yes', 'no', 'cannot'];
const BUTTON = { ask: 'tried.KMS-08', value: 'no', talk: markOf(TALK) };

const flipped = (text: string) =>
  fc.tuple(fc.nat(text.length - 1), fc.integer({ min: 1, max: 127 })).map(([at, by]) => {
    const codes = [...text].map((char) => char.charCodeAt(0));
    codes[at] = (codes[at] ?? 0) ^ by;
    return String.fromCharCode(...codes);
  });
const NAMES = [
  'tried.KMS-07',
  'tried.ESC-03',
  'kms.network',
  'code',
  'key.kind',
  'offer',
  'forget',
  'change',
  '__proto__',
  'constructor',
  'xstate.stop',
];
const wrong = (right: string) =>
  fc.oneof(flipped(right), fc.constantFrom(...NAMES, 'yes', 'all', 'unknown', ''), fc.jsonValue(), fc.string());
/** The data of a button as anybody who can post might have changed it. */
const forged = fc.record(
  {
    ask: fc.oneof(fc.constant(BUTTON.ask), wrong(BUTTON.ask)),
    value: fc.oneof(fc.constant(BUTTON.value), wrong(BUTTON.value)),
    talk: fc.oneof(fc.constant(BUTTON.talk), wrong(BUTTON.talk)),
    more: fc.jsonValue(),
  },
  { requiredKeys: [] },
);

const press = (value: unknown) => {
  const activity = { type: 'message', channelId: 'msteams', conversation: { id: 'c' }, from: { id: 'p' }, value: redactAll(value).value };
  const input = inputOf(activity, [], TALK);
  if (input === undefined) throw new Error('a message means something');
  return turn(RECORD, input, WORLD);
};

describe('the data of a button', () => {
  it('is what a card carries: the question, the value, and whose talk it is', () => {
    const last = talkAt(['0xC004F074', 'yes']).talk.turn('closed');
    const [rendered] = renderTurn(last.replies, 'en', 'msteams', { talk: markOf(TALK) });
    expect(JSON.stringify(rendered?.attachments)).toContain(JSON.stringify(BUTTON));
    expect(press(BUTTON).record.learned.length).toBe(RECORD.learned.length + 1);
  });

  it('teaches nothing, whatever somebody makes of it, but an answer that was offered to them', () => {
    fc.assert(
      fc.property(forged, (data) => {
        const { record, replies, effects } = press(data);
        const isForeign = typeof data.talk === 'string' && data.talk !== BUTTON.talk;
        const isOffered = !isForeign && data.ask === BUTTON.ask && CHOICES.includes(data.value as string);
        if (isOffered) expect(record.learned.at(-1)).toMatchObject({ name: BUTTON.ask, value: data.value });
        else expect(record.learned).toEqual(RECORD.learned);
        expect(effects.filter(({ kind }) => kind !== 'case')).toEqual([]);
        expect(replies).toHaveLength(1);
        if (isForeign) expect(replies[0]?.says.map(({ key }) => key)).toEqual(['teams.notYours']);
      }),
      { numRuns: 1_500 },
    );
  });
});
