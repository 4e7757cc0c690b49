import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Other } from '../src/conversation/other-turn.ts';
import type { Reply } from '../src/conversation/reply.ts';
import type { StaffDoes } from '../src/conversation/staff.ts';
import type { World } from '../src/conversation/state.ts';
import { keysOf } from '../src/language/saying.ts';
import { pureTalk, WORLD } from './desk.ts';

const OPEN = { ...WORLD, hours: { open: true } } as const;
const CLOSED = { ...WORLD, hours: { open: false, zone: 'Europe/Berlin', opens: Date.parse('2026-11-25T07:00:00Z') } } as const;
const staff = (does: StaffDoes): Other => ({ kind: 'staff', does });
const keys = (replies: readonly Reply[]) =>
  replies.flatMap(({ says, question }) => keysOf(question === undefined ? says : [...says, question]));
const ACCEPT = staff({ does: 'accept', name: 'Kim' });

const asked = (world: typeof OPEN | typeof CLOSED = OPEN, locale = 'en') => {
  const talk = pureTalk(locale, world);
  talk.say('0xC004F074, Office 2019');
  talk.say(locale === 'en' ? 'a person' : 'ein Mensch');
  return talk;
};

describe('a person is asked for', () => {
  it('within hours: queued, told once, a second request changes nothing', () => {
    const talk = pureTalk('en', OPEN);
    talk.say('0xC004F074, Office 2019');
    const first = talk.turn('a person');
    expect(keys(first.replies)).toEqual(expect.arrayContaining(['talk.person.done', 'handover.queued', 'handover.withdrawHint']));
    expect(first.effects).toEqual([
      { kind: 'case', step: 'personAsks' },
      { kind: 'handoff', state: 'initiate' },
    ]);
    expect(talk.record()?.handover).toBe('queued');
    const second = talk.turn('a person');
    expect(keys(second.replies)).toContain('handover.already');
    expect(second.effects).toEqual([{ kind: 'case', step: 'personAsks' }]);
    expect(talk.record()?.handover).toBe('queued');
  });

  it('out of hours: the promise names when somebody is there, in the zone of the helpdesk', () => {
    const talk = asked(CLOSED);
    expect(talk.record()?.handover).toBe('nobody');
    const german = pureTalk('de', CLOSED);
    german.say('0xC004F074');
    const [reply] = german.hear('ein Mensch');
    expect(reply?.text).toMatch(/Mittwoch, 25\. November um 8:00 Uhr/);
    expect(reply?.text).toContain('Europe/Berlin');
  });

  it('without hours: says that the helpdesk is told only where something tells it, and never who comes when', () => {
    const said = (world: Partial<World>) => {
      const talk = pureTalk('en', { ...WORLD, ...world });
      talk.say('0xC004F074');
      return keys(talk.turn('a person').replies).filter((key) => /^(talk\.person\.(nobody|notified|contact)|handover\.)/.test(key));
    };
    expect(said({})).toEqual(['talk.person.nobody']);
    expect(said({ isNotified: true })).toEqual(['talk.person.notified']);
    expect(said({ isNotified: true, contact: 'help@example.org' })).toEqual(['talk.person.notified', 'talk.person.contact']);
    expect(said({ contact: 'help@example.org' })).toEqual(['talk.person.contact']);
  });

  it('the bot goes on meanwhile, and the question that was open stays open', () => {
    const talk = asked();
    const [reply] = talk.say('yes');
    expect(reply?.ask).toBe('kms.port');
  });

  it('withdrawn: told, recorded, back to the same question', () => {
    const talk = asked();
    const { replies, effects } = talk.turn('cancel the request');
    expect(keys(replies)).toEqual(expect.arrayContaining(['handover.withdrawn', 'questions.kms.network.ask']));
    expect(effects).toEqual([{ kind: 'case', step: 'personWithdraws' }]);
    expect(talk.record()?.handover).toBeUndefined();
    expect(keys(talk.turn('back to the bot').replies)).toContain('handover.nothing');
  });

  it.each(['fail', 'expire'] as const)('%s: told, back to the same question with the answers kept', (does) => {
    const talk = asked();
    const before = talk.facts();
    const { replies } = talk.happens(staff({ does }));
    expect(keys(replies)).toEqual(
      expect.arrayContaining([`handover.${does === 'fail' ? 'failed' : 'expired'}`, 'questions.kms.network.ask']),
    );
    expect(talk.facts()).toEqual(before);
    expect(talk.record()?.handover).toBeUndefined();
  });

  it('solved with the bot meanwhile: nobody need come, and that is said', () => {
    const talk = asked();
    for (const says of ['yes', 'closed']) talk.say(says);
    const { replies, effects } = talk.turn('it works now');
    expect(keys(replies)).toContain('handover.notNeeded');
    expect(effects).toEqual([{ kind: 'case', step: 'solve' }]);
    expect(talk.record()?.handover).toBeUndefined();
    expect(talk.turn('it came back').effects).toEqual([{ kind: 'case', step: 'personAsks' }]);
  });
});

describe('while a person owns the talk', () => {
  it('the bot learns from what is said, and is silent', () => {
    const talk = asked();
    expect(keys(talk.happens(ACCEPT).replies)).toEqual(['handover.accepted']);
    for (const says of ['hello', 'yes', '2', 'ERROR CODE: 0xC004F038', 'start over', 'what is KMS?', 'deutsch'])
      expect(talk.turn(says).replies).toEqual([]);
    expect(talk.facts()?.['code.group']).toBe('count');
    expect(talk.facts()?.['kms.network']).toBeUndefined();
  });

  it('a reply reaches the person with the name of who wrote it, and accepts the talk', () => {
    const talk = asked();
    const { replies } = talk.happens(staff({ does: 'reply', name: 'Kim', text: 'Is it plugged in?' }));
    expect(keys(replies)).toEqual(['handover.accepted', 'handover.says']);
    expect(talk.record()?.handover).toBe('accepted');
    expect(keys(talk.happens(staff({ does: 'reply', name: 'Kim', text: 'And now?' })).replies)).toEqual(['handover.says']);
  });

  it('answers given by staff count when the talk is handed back', () => {
    const talk = asked();
    talk.happens(ACCEPT);
    expect(talk.happens(staff({ does: 'answer', fact: 'kms.network', value: 'inside' })).replies).toEqual([]);
    const back = talk.happens(staff({ does: 'handBack' }));
    expect(keys(back.replies)).toEqual(expect.arrayContaining(['handover.completed', 'questions.kms.port.ask']));
    expect(back.effects).toEqual([{ kind: 'handoff', state: 'completed' }]);
  });

  it('a question on the path is opened again, and the talk handed back with it', () => {
    const talk = pureTalk('en', OPEN);
    for (const says of ['0xC004F074, Office 2019', 'yes', 'closed', 'a person']) talk.say(says);
    talk.happens(ACCEPT);
    const { replies } = talk.happens(staff({ does: 'reask', fact: 'kms.port' }));
    expect(keys(replies)).toEqual(expect.arrayContaining(['handover.reask', 'questions.kms.port.ask']));
    expect(talk.record()?.handover).toBeUndefined();
  });

  it('the person takes it back with a word', () => {
    const talk = asked();
    talk.happens(ACCEPT);
    expect(keys(talk.turn('back to the bot').replies)).toContain('handover.withdrawn');
  });

  it('staff solve it: told, and it can come back', () => {
    const talk = asked();
    talk.happens(ACCEPT);
    expect(keys(talk.happens(staff({ does: 'solve' })).replies)).toEqual(['handover.solved', 'talk.solvedNext']);
  });
});

describe('whatever happens in a talk', () => {
  const person = fc.constantFrom(
    'hello',
    'a person',
    'yes',
    'closed',
    '0xC004F074',
    'cancel the request',
    'start over',
    'it works now',
    'deutsch',
    'NPPR9-FWDCX-D2C8J-H872K-2YT43',
  );
  const desk = fc.constantFrom<StaffDoes>(
    { does: 'accept', name: 'Kim' },
    { does: 'reply', name: 'Kim', text: 'Hello' },
    { does: 'answer', fact: 'kms.network', value: 'inside' },
    { does: 'handBack' },
    { does: 'fail' },
    { does: 'expire' },
    { does: 'queue' },
    { does: 'nobody' },
    { does: 'close' },
  );
  const step = fc.oneof(person, desk);

  it('the bot says nothing of its own while a person owns the talk, and every end is told', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 25 }), fc.constantFrom(OPEN, CLOSED), (steps, world) => {
        const talk = pureTalk('en', world);
        talk.say('0xC004F074');
        for (const each of steps) {
          const before = talk.record()?.handover ?? 'bot';
          const { replies } = typeof each === 'string' ? talk.turn(each) : talk.happens(staff(each));
          const after = talk.record()?.handover ?? 'bot';
          const said = keys(replies);
          if (before === 'accepted' && after === 'accepted') expect(said.filter((key) => key !== 'handover.says')).toEqual([]);
          if (before === 'accepted' && after !== 'accepted')
            expect(said[0]).toMatch(/^handover\.(?:completed|withdrawn|failed|expired|ended)$/);
          if (before !== 'bot' && after === 'bot')
            expect(said.some((key) => /^handover\.(?:completed|withdrawn|failed|expired|ended|notNeeded)$/.test(key))).toBe(true);
          if (before !== 'accepted' && after === 'accepted') expect(said).toContain('handover.accepted');
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('a banner that staff switched on', () => {
  it.each(['en', 'de'])('is said once at the welcome, in the language of the person, as long as it is on (%s)', (locale) => {
    const talk = pureTalk(locale, { ...OPEN, outbreaks: ['kms01.example.org'] });
    const [welcome] = talk.hear('hello');
    expect(welcome?.text).toContain('kms01.example.org');
    expect(welcome?.channelData.activationDesk.keys).toContain('handover.outbreak');
    expect(keys(talk.turn('0xC004F074').replies)).not.toContain('handover.outbreak');
    expect(keys(pureTalk(locale, { ...OPEN, outbreaks: ['0xC004F074'] }).turn('0xC004F074').replies)).toContain('handover.outbreak');
    expect(keys(pureTalk(locale, OPEN).turn('hello').replies)).not.toContain('handover.outbreak');
  });
});
