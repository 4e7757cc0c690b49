import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pino from 'pino';
import { readConfig } from '../src/config.ts';
import { newRecord } from '../src/conversation/record.ts';
import { opened } from '../src/desk/life.ts';
import { AFTER_FORGETTING, createSweeper, createTrust } from '../src/operations/retention.ts';
import { openStore } from '../src/storage/open.ts';
import type { Commit, Store } from '../src/storage/store.ts';
import { pureTalk, WORLD } from './desk.ts';
import { engines } from './engines.ts';

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;
const DAY = 24 * HOUR;
const START = Date.parse('2026-11-24T12:00:00.000Z');
const { kept } = readConfig({
  KEEP_TALK_DAYS: '40',
  KEEP_CASE_DAYS: '90',
  KEEP_LEDGER_HOURS: '36',
  KEEP_UNSENT_DAYS: '3',
  KEEP_AUDIT_DAYS: '200',
});
const iso = (at: number) => new Date(at).toISOString();

describe.each(engines())('what is past its time on %s', (_engine, newDatabase) => {
  let store: Store;
  let now: number;
  beforeEach(async () => {
    store = await openStore(await newDatabase());
    now = START;
  });
  afterEach(() => store.close());
  // A clock that nobody set: what it shows is what went by.
  const sweeper = () => createSweeper({ store, kept, log: pino({ level: 'silent' }), now: () => now, uptime: () => now });
  const commit = (talk: string, change: Partial<Commit> = {}) =>
    store.turn(talk, (stored) =>
      stored.commit({
        version: 0,
        activityId: 'a',
        at: iso(START),
        record: newRecord('en'),
        channel: 'x',
        isUnsolved: false,
        rows: [
          { number: 1, from: 'person', activity: { text: 'hello' } },
          { number: 2, from: 'desk', activity: { text: 'welcome' } },
        ],
        ...change,
      }),
    );
  const opening = opened({
    ...{ number: 'AD-1', talk: 'one', channel: 'x', openedBy: 'person', openedAt: iso(START), handover: 'bot' },
    matter: { language: 'en', facts: [], contradictions: [], path: [], tried: [] },
  });
  const count = async (talk: string) =>
    Object.fromEntries(Object.entries(await store.kept(talk)).map(([table, rows]) => [table, rows.length]));

  /** Sweeps at a time after the start, in milliseconds. */
  const sweepAt = async (after: number) => {
    now = START + after;
    return sweeper().sweep();
  };

  it.each([
    ['a talk', kept.talks, 'talk'],
    ['a mark of a message', kept.ledger, 'ledger'],
    ['a reply that could not be sent', kept.unsent, 'outbox'],
  ] as const)('goes: %s, a second after its time and not a second before', async (_what, time, table) => {
    await commit('one', { address: { to: 'there' } });
    await sweepAt(time - SECOND);
    expect((await count('one'))[table]).toBe(1);
    await sweepAt(time + SECOND);
    expect((await count('one'))[table]).toBe(0);
  });

  it('goes: a talk with an open case not at all, and the case its time after it was closed', async () => {
    await commit('one', { beside: { cases: [{ case: opening }] } });
    await sweepAt(1_000 * DAY);
    expect(await count('one')).toMatchObject({ talk: 1, desk_case: 1 });
    await store.turn('one', async (stored) =>
      stored.put({ cases: [{ before: await stored.case('AD-1'), case: { ...opening, state: 'closed', closedAt: iso(START) } }] }),
    );
    await sweepAt(kept.cases - SECOND);
    expect(await count('one')).toMatchObject({ talk: 0, desk_case: 1 });
    await sweepAt(kept.cases + SECOND);
    expect(await count('one')).toEqual({
      talk: 0,
      row: 0,
      outbox: 0,
      ledger: 0,
      letter: 0,
      case_link: 0,
      not_understood: 0,
      desk_case: 0,
      told: 0,
    });
  });

  it('goes: what is left of somebody who was forgotten, and the audit', async () => {
    await commit('one');
    await commit('one', {
      version: 1,
      activityId: 'b',
      record: undefined,
      rows: [{ number: 3, from: 'desk', activity: {} }],
      forget: { keepsOpenCase: false },
    });
    await sweepAt(AFTER_FORGETTING - SECOND);
    expect(await count('one')).toMatchObject({ talk: 1, row: 1 });
    await sweepAt(AFTER_FORGETTING + SECOND);
    expect(await count('one')).toMatchObject({ talk: 0, row: 0, ledger: 0 });
    await sweepAt(kept.audit - SECOND);
    expect(await store.noted(5)).toHaveLength(1);
    await sweepAt(kept.audit + SECOND);
    expect(await store.noted(5)).toEqual([]);
  });

  it('goes in small batches, and all of it', async () => {
    for (let at = 0; at < 450; at += 1) await commit(`talk ${at}`);
    await commit('late', { at: iso(START + kept.talks) });
    expect(await store.sweep({ talks: iso(START + SECOND), cases: '0', forgotten: '0', ledger: '0', unsent: '0', audit: '0' }, 200)).toBe(
      200,
    );
    await sweepAt(kept.talks + SECOND);
    expect((await store.talks()).map(({ key }) => key)).toEqual(['late']);
    expect(await store.rows('talk 1', 0)).toEqual([]);
  });
});

describe('a clock that jumps', () => {
  it.each([
    ['an hour back and more', -61 * 60 * SECOND],
    ['a day forth', DAY],
    ['400 days forth', 400 * DAY],
    ['to 2038', Date.parse('2038-01-19T03:14:08Z') - START],
    ['to before 1970', -START - DAY],
  ])('is not believed for a day: %s', (_how, jump) => {
    let [now, uptime] = [START, 0];
    const isTrusted = createTrust({ now: () => now, uptime: () => uptime });
    const pass = (time: number) => {
      now += time;
      uptime += time;
      return isTrusted();
    };
    expect(pass(10 * 60 * SECOND)).toBe(true);
    now += jump;
    expect(pass(10 * 60 * SECOND)).toBe(false);
    expect(pass(23 * HOUR)).toBe(false);
    expect(pass(2 * HOUR)).toBe(true);
  });

  it('is believed where it is only set right, or summer begins', () => {
    let [now, uptime] = [START, 0];
    const isTrusted = createTrust({ now: () => now, uptime: () => uptime });
    for (const drift of [5 * SECOND, -60 * SECOND, 0]) {
      now += HOUR + drift;
      uptime += HOUR;
      expect(isTrusted()).toBe(true);
    }
  });

  it('deletes nothing meanwhile', async () => {
    let swept = 0;
    let now = START;
    const store = { sweep: async () => ++swept, scrub: async () => undefined };
    const { sweep } = createSweeper({ store, kept, log: pino({ level: 'silent' }), now: () => now, uptime: () => 0 });
    now += 400 * DAY;
    expect([await sweep(), swept]).toEqual([0, 0]);
  });
});

describe('the privacy text', () => {
  it('names the times that are set', () => {
    const talk = pureTalk('en', { ...WORLD, kept: { talks: 12, cases: 1 } });
    expect(talk.hear('hello')[0]?.text).toContain('kept for 12 days');
    const [reply] = talk.hear('privacy');
    expect(reply?.text).toContain('for 12 days after');
    expect(reply?.text).toContain('until 1 day after');
    expect(reply?.suggestedActions?.actions.map(({ title }) => title)).toEqual(expect.arrayContaining(['My data', 'Forget me']));
  });
});
