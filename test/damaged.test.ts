import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import pino from 'pino';
import { recordIn } from '../src/storage/record-in.ts';
import { replay } from '../src/transcript/replay.ts';
import { pureTalk, realTalk, runningDesk, WORLD } from './desk.ts';
import { textOf } from './outputs/pasted.ts';
import { transcripts } from './transcripts.ts';

/** Records that some of the transcripts come through. */
const records = transcripts
  .filter((_, at) => at % 25 === 0)
  .flatMap(({ locale, exchanges }) => {
    const talk = pureTalk(locale);
    return exchanges.map(({ says }) => {
      talk.say(says);
      return JSON.stringify(talk.record());
    });
  });

/** A text with some of its bytes turned over, cut off, or written twice. */
const damagedFrom = (texts: readonly string[]) =>
  fc
    .record({
      text: fc.constantFrom(...texts),
      flips: fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 })), { maxLength: 3 }),
      cut: fc.option(fc.nat(), { freq: 4, nil: undefined }),
      again: fc.option(fc.tuple(fc.nat(), fc.nat(40)), { freq: 4, nil: undefined }),
    })
    .map(({ text, flips, cut, again }) => {
      const bytes = Buffer.from(text);
      for (const [at, by] of flips) bytes[at % bytes.length] = (bytes[at % bytes.length] ?? 0) ^ by;
      const twice =
        again === undefined
          ? bytes
          : Buffer.concat([bytes.subarray(0, again[0] % bytes.length), bytes.subarray(Math.max(0, (again[0] % bytes.length) - again[1]))]);
      return (cut === undefined ? twice : twice.subarray(0, cut % twice.length)).toString();
    });

describe('a stored record', () => {
  it('is read as it was written', () => {
    expect(records.length).toBeGreaterThan(50);
    for (const record of records) expect(JSON.stringify(recordIn(record))).toBe(record);
  });

  it('of which some bytes are others is given up, or serves a talk like any other', () => {
    fc.assert(
      fc.property(
        damagedFrom(records),
        fc.constantFrom('yes', '2', 'back', 'my answers', 'a person', textOf('dstatus-kms-not-reached-host-from-dns')),
        (stored, says) => {
          const record = recordIn(stored);
          if (record === undefined || record === null) return;
          expect(replay('en', WORLD, record).say(says).length + (record.handover === 'accepted' ? 1 : 0)).toBeGreaterThan(0);
        },
      ),
      { seed: Number(process.env.SEED ?? 1), numRuns: 3_000 },
    );
  });
});

describe('a desk whose database has lost bytes', () => {
  const lines: string[] = [];
  let desk: Awaited<ReturnType<typeof runningDesk>>;
  beforeEach(async () => {
    lines.length = 0;
    desk = await runningDesk({}, pino({ level: 'error' }, { write: (line: string) => void lines.push(line) }));
  });
  afterEach(() => desk.close());

  const change = (statement: string) => {
    const database = new DatabaseSync(desk.database, { timeout: 5_000 });
    const { changes } = database.prepare(statement).run();
    database.close();
    return changes;
  };

  it('begins that talk anew and says so once, keeps its case, and serves every other as before', async () => {
    const [one, other] = [realTalk(desk.url, 'de'), realTalk(desk.url, 'en')];
    for (const talk of [one, other]) await talk.say('0xC004F074');
    await one.say('eine Person bitte');
    expect(change(`update talk set record = replace(record, '"learned"', '"lxarned"') where record like '%"caseNumber"%'`)).toBe(1);
    const anew = await one.say('0xC004F074');
    expect(anew.flatMap(({ keys }) => keys)).toContain('talk.lost');
    expect(anew.at(-1)?.ask).toBe('kms.network');
    expect((await one.say('Ja')).map(({ keys, ask }) => [keys.includes('talk.lost'), ask])).toEqual([[false, 'kms.port']]);
    expect((await desk.desk.find({ sort: 'change' })).lines).toHaveLength(1);
    expect((await other.say('yes')).at(-1)?.ask).toBe('kms.port');
    expect(lines).toHaveLength(1);
  });

  it('shows every case to staff all the same, and lets them work on it', async () => {
    for (let talks = 0; talks < 2; talks += 1) {
      const talk = realTalk(desk.url, 'en');
      await talk.say('0xC004F074');
      await talk.say('a person please');
    }
    expect(change('update desk_case set content = substr(content, 1, 90) where number = (select min(number) from desk_case)')).toBe(1);
    const { lines: queue } = await desk.desk.find({ sort: 'change' });
    expect(queue).toHaveLength(2);
    for (const { number, version } of queue) {
      const acted = await desk.desk.act(number, version, { id: 'kim', name: 'Kim', role: 'agent' }, { does: 'take' });
      expect(acted).toMatchObject({ kind: 'done', case: { state: 'open' } });
    }
  });

  it('leaves out a row of a talk that cannot be read', async () => {
    const talk = realTalk(desk.url, 'en');
    await talk.say('0xC004F074');
    expect(change(`update row set activity = substr(activity, 1, 40) where sender = 'desk'`)).toBe(1);
    expect((await talk.say('yes')).at(-1)?.ask).toBe('kms.port');
    expect((await talk.post({ text: 'my data' })).map(({ text }) => text).join()).toContain('0xC004F074');
    expect((await talk.say('a person please')).flatMap(({ keys }) => keys)).toContain('talk.person.done');
  });
});
