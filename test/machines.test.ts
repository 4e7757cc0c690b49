import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CASE_STATES, type CaseState, type CaseStep, isUnderWay, stepCase } from '../src/machines/case.ts';
import { HANDOVER_ENDS, type HandoverState, type HandoverStep, stepHandover } from '../src/machines/handover.ts';

const STAFF: readonly CaseStep[] = [
  ...(['take', 'assign', 'release', 'accept', 'reply', 'answer', 'reask', 'handBack', 'askAdministrator'] as const),
  ...(['solve', 'close', 'reopen', 'merge'] as const),
];

describe('the life of a case', () => {
  it.each<[CaseState, CaseStep, CaseState | undefined]>([
    ['new', 'take', 'open'],
    ['new', 'release', undefined],
    ['new', 'personSpeaks', 'new'],
    ['open', 'reply', 'waitingForPerson'],
    ['waitingForPerson', 'personSpeaks', 'open'],
    ['waitingForPerson', 'take', 'waitingForPerson'],
    ['waitingForAdministrator', 'personSpeaks', 'waitingForAdministrator'],
    ['waitingForAdministrator', 'administratorActs', 'open'],
    ['open', 'personWithdraws', 'closed'],
    ['closed', 'personAsks', 'reopened'],
    ['closed', 'reply', undefined],
    ['solved', 'close', 'closed'],
    ['solved', 'take', undefined],
    ['reopened', 'take', 'open'],
  ])('%s, %s: %s', (state, step, then) => {
    expect(stepCase(state, step)).toBe(then);
  });

  it('merged is the end: only notes and what others say are still taken, and change nothing', () => {
    expect(STAFF.filter((step) => stepCase('merged', step) !== undefined)).toEqual([]);
    expect(stepCase('merged', 'note')).toBe('merged');
    expect(stepCase('merged', 'personSpeaks')).toBe('merged');
  });

  it('every state but merged can be reopened or worked on, and every state is reached', () => {
    const reached = new Set<CaseState>(['new']);
    for (const state of reached)
      for (const step of [...STAFF, 'personSpeaks', 'administratorActs'] as const) {
        const then = stepCase(state, step);
        if (then !== undefined) reached.add(then);
      }
    expect([...reached].sort()).toEqual([...CASE_STATES].sort());
    for (const state of CASE_STATES) {
      if (state === 'merged') continue;
      expect(isUnderWay(state) ? stepCase(state, 'close') : stepCase(state, 'reopen')).toBe(isUnderWay(state) ? 'closed' : 'reopened');
    }
  });
});

describe('a handover', () => {
  const step = fc.constantFrom<HandoverStep>('request', 'queue', 'nobody', 'accept', 'complete', 'fail', 'expire', 'withdraw', 'back');

  it('leaves accepted only through an end, and every end only to the bot', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let state: HandoverState = 'bot';
        for (const each of steps) {
          const then = stepHandover(state, each);
          if (then === undefined) continue;
          if (state === 'accepted' && then !== 'accepted') expect(HANDOVER_ENDS).toContain(then);
          if ((HANDOVER_ENDS as readonly string[]).includes(state)) expect(then).toBe('bot');
          if (then === 'bot') expect(each).toBe('back');
          state = then;
        }
      }),
    );
  });

  it('takes a second request as the first', () => {
    for (const state of ['requested', 'queued', 'nobody', 'accepted'] as const) expect(stepHandover(state, 'request')).toBe(state);
  });
});
