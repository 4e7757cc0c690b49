import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Record } from '../src/conversation/record.ts';
import type { Case } from '../src/desk/case.ts';
import { opened } from '../src/desk/life.ts';
import { createCatchUp } from '../src/staff/catch-up.ts';
import type { Kept } from '../src/staff/kept.ts';
import { overviewOf } from '../src/staff/overview.ts';
import { toldBy } from '../src/staff/told.ts';
import { openStore } from '../src/storage/open.ts';
import { keptOver } from '../src/storage/staff.ts';
import type { Store } from '../src/storage/store.ts';
import { startPostgres } from '../torture/postgres.ts';
import { pureTalk } from './desk.ts';

const recordOf = (locale: string, says: readonly string[]): Record => {
  const talk = pureTalk(locale);
  for (const each of says) talk.say(each);
  const record = talk.record();
  if (record === undefined) throw new Error('nothing was said');
  return record;
};

const EARLIER = '2026-11-24T12:00:00.000Z';
const JUST_NOW = '2026-11-24T15:59:00.000Z';
const HOUR_AGO = '2026-11-24T15:00:00.000Z';
const WEEKS_AGO = '2026-11-01T00:00:00.000Z';

const SOLVED = ['0xC004F074', 'yes', 'closed', 'it works now'];
const helped = (minutes: number, step: 'reply' | 'accept' | 'note'): Case => ({
  ...opened({
    ...{ number: 'AD-TEST-TEST', talk: 'e', channel: 'webchat', openedBy: 'person', openedAt: EARLIER, handover: 'queued' },
    matter: { language: 'en', facts: [], contradictions: [], path: [], tried: [] },
  }),
  history: [{ version: 2, at: new Date(Date.parse(EARLIER) + minutes * 60_000).toISOString(), step, by: 'Ann' }],
});
const TALKS = [
  { key: 'a', at: EARLIER, record: recordOf('en', SOLVED) },
  { key: 'b', at: EARLIER, record: recordOf('de', ['0xC004F074', 'ja', 'geschlossen', 'es geht jetzt']) },
  { key: 'c', at: EARLIER, record: recordOf('en', ['0xC004F074', 'yes']) },
  { key: 'd', at: JUST_NOW, record: recordOf('en', ['0xC004C020']) },
  { key: 'e', at: EARLIER, record: recordOf('en', ['0xC004C020', 'a person']), case: helped(30, 'reply') },
  { key: 'f', at: EARLIER, record: recordOf('en', ['0xC004C020', 'a person']), case: helped(10, 'accept') },
  { key: 'g', at: EARLIER, record: recordOf('en', ['0xC004C020', 'a person']), case: helped(1, 'note') },
  { key: 'h', at: JUST_NOW, record: recordOf('en', ['0x8007232B']) },
];

let folder: string;
let postgres: Awaited<ReturnType<typeof startPostgres>>;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'overview-'));
  postgres = await startPostgres();
});
afterAll(async () => {
  await postgres?.stop();
  rmSync(folder, { recursive: true });
});
const engines: readonly [string, () => Promise<string>][] = [
  ['SQLite', async () => join(folder, `${crypto.randomUUID()}.db`)],
  ['PostgreSQL', () => postgres.newDatabase()],
];

describe.each(engines)('the overview on %s', (_, newDatabase) => {
  let store: Store;
  let kept: Kept;
  beforeAll(async () => {
    store = await openStore(await newDatabase());
    kept = keptOver(store);
    for (const { key, at, record, ...more } of TALKS) await put(key, at, record, 'case' in more ? more.case : undefined);
    await createCatchUp(kept)();
  });
  afterAll(() => store.close());

  const put = async (key: string, at: string, record: Record, handed?: Case) => {
    await store.sql.run(
      'insert into talk (key, version, rows, record, at) values ($1, 1, 1, $2, $3) on conflict (key) do update set record = excluded.record, at = excluded.at',
      [key, JSON.stringify(record), at],
    );
    if (handed !== undefined)
      await store.sql.run('insert into desk_case (number, talk, content, opened_at) values ($1, $2, $3, $4)', [
        `AD-${key}`,
        key,
        JSON.stringify(handed),
        handed.openedAt,
      ]);
  };
  const look = async () =>
    overviewOf({
      counts: await kept.counts(WEEKS_AGO),
      lately: await kept.lately(HOUR_AGO),
      waits: await kept.waits(WEEKS_AGO),
      namings: await kept.namings(WEEKS_AGO, 1_000),
    });

  it('counts what was solved without a person, by advice and language', async () => {
    const overview = await look();
    expect(overview).toMatchObject({ talks: 8, solved: 2, withPerson: 3 });
    expect(overview.successes).toContainEqual({ outcome: 'KMS-08', language: 'en', advised: 1, solved: 1, up: 0, down: 0 });
    expect(overview.successes).toContainEqual({ outcome: 'KMS-08', language: 'de', advised: 1, solved: 1, up: 0, down: 0 });
  });

  it('counts thumbs by advice and language, also on an advice that the talk has left', () => {
    const counts = new Map<string, number>();
    for (const thumb of ['up', 'down', 'down'] as const)
      for (const what of toldBy({ record: { ...recordOf('de', ['0xC004F074', 'ja']), thumbs: { 'KMS-08': thumb } } }).counts)
        counts.set(what, (counts.get(what) ?? 0) + 1);
    const { successes } = overviewOf({ counts, lately: new Map(), namings: [] });
    expect(successes).toContainEqual({ outcome: 'KMS-08', language: 'de', advised: 3, solved: 0, up: 1, down: 2 });
  });

  it('counts who left at a question: silent for an hour, and not with the helpdesk', async () => {
    expect((await look()).dropOffs).toEqual([{ ask: 'kms.port', asked: 3, left: 1 }]);
  });

  it('tells the time to the first answer; a note is none', async () => {
    expect((await look()).firstAnswer).toEqual({ median: 30, slowest: 30, cases: 2 });
    expect(overviewOf({ counts: new Map(), lately: new Map(), namings: [] }).firstAnswer).toBeUndefined();
  });

  it('sees an outbreak from three people on', async () => {
    expect(Object.fromEntries((await look()).outbreaks.map(({ about, people }) => [about, people]))).toEqual({
      '0xC004F074': 3,
      '0xC004C020': 4,
    });
  });

  it('is the same as a recount, whatever changes: talks that go on, on another day too, that come late, that are forgotten', async () => {
    const talks = new Map(TALKS.map(({ key, record }) => [key, record]));
    const change = async (key: string, at: string, record: Record) => {
      talks.set(key, record);
      await put(key, at, record);
      await createCatchUp(kept)();
    };
    await change('c', JUST_NOW, recordOf('en', SOLVED));
    await change('a', '2026-11-25T08:00:00.000Z', recordOf('en', ['0xC004F074', 'no']));
    await change('late', '2026-11-25T07:59:30.000Z', recordOf('de', ['0xC004C020']));
    for (let at = 0; at < 250; at += 1) {
      talks.set(`many ${at}`, recordOf('en', ['0xC004F074']));
      await put(`many ${at}`, '2026-11-25T09:00:00.000Z', recordOf('en', ['0xC004F074']));
    }
    await createCatchUp(kept)();
    await Promise.all([createCatchUp(kept)(), createCatchUp(kept)()]);
    const recount: { [what: string]: number } = {};
    for (const record of talks.values()) for (const what of toldBy({ record }).counts) recount[what] = (recount[what] ?? 0) + 1;
    const counted = [...(await kept.counts(WEEKS_AGO))].filter(([, many]) => many !== 0);
    expect(Object.fromEntries(counted)).toEqual(recount);
    await store.forget({ talk: 'a', at: '2026-11-26T00:00:00.000Z', keepsOpenCase: false });
    expect(await store.sql.all("select talk from told where talk = 'a'")).toEqual([]);
    await createCatchUp(kept)();
    expect((await look()).talks).toBe(talks.size);
  });
});
