import type { Case } from '../src/desk/case.ts';
import { opened, stepped } from '../src/desk/life.ts';
import { OUTCOMES } from '../src/knowledge/outcomes.ts';
import type { CaseStep } from '../src/machines/case.ts';
import { queueRoutes } from '../src/staff/routes/queue.ts';
import { VIEWS } from '../src/staff/views.ts';
import type { Visit } from '../src/staff/visit.ts';
import { putCase } from '../src/storage/cases.ts';
import { openStore } from '../src/storage/open.ts';
import { keptOver } from '../src/storage/staff.ts';
import type { Store } from '../src/storage/store.ts';
import { startPostgres } from '../torture/postgres.ts';
import { table, timeOf } from './table.ts';

const CODES = ['0xC004F074', '0xC004C020', '0x8007232B', '0xC004F050', '0xC004C003'];
const VERSIONS = ['2016', '2019', '2021', '2024'];
const STEPS: readonly CaseStep[] = ['take', 'reply', 'askAdministrator', 'close', 'close', 'close'];
const BEGAN = Date.parse('2026-01-01T00:00:00.000Z');

// Within the list by the remainder.
const pick = <T>(all: readonly T[], at: number): T => all[at % all.length] as T;

/** One of many cases, different from its neighbours in everything that the queue narrows and sorts by. */
const caseAt = (at: number): Case => {
  const openedAt = new Date(BEGAN + at * 280_000).toISOString();
  const fact = (name: string, value: string) => ({ name, value, from: 'said', at: openedAt });
  const fresh = opened({
    number: `AD-${at
      .toString(36)
      .toUpperCase()
      .padStart(8, '0')
      .replace(/^(....)/, '$1-')}`,
    talk: `talk ${at}`,
    channel: 'webchat',
    openedBy: 'person',
    openedAt,
    handover: 'queued',
    matter: {
      language: at % 3 === 0 ? 'de' : 'en',
      outcome: pick(Object.keys(OUTCOMES), at * 7),
      facts: [
        fact('code', pick(CODES, at)),
        fact('version', pick(VERSIONS, at)),
        fact('office', `Office LTSC ${pick(VERSIONS, at)}`),
        fact('host', `kms${at % 40}.desk.example`),
        ...(at % 11 === 0 ? [fact('kms.others', 'several')] : []),
      ],
      contradictions: [],
      path: [],
      tried: [],
      ...(at % 5 === 0 ? { deadline: new Date(BEGAN + at * 290_000).toISOString() } : {}),
    },
  });
  const owner = pick([undefined, { id: 'ann', name: 'Ann' }, { id: 'ben', name: 'Ben' }], at >> 3);
  return { ...(stepped(fresh, pick(STEPS, at >> 2), { by: 'Ann', at: openedAt }) ?? fresh), ...(owner === undefined ? {} : { owner }) };
};

/** A search of each kind: every view is counted beside each of them. */
const SEARCHES: readonly string[] = [
  ...VIEWS.map(({ search }) => search),
  ...['deadline', 'age', 'change'].map((sort) => `state:open sort:${sort}`),
  'sort:change',
  'state:closed',
  'state:open priority:normal',
  'state:open language:de sort:deadline',
  'state:open code:C004F074',
  'state:done host:kms7.desk.example sort:change',
  'product:2021 outcome:KMS-08',
  'tag:office-2021 sort:age',
  'owner:ann',
  'state:open since:2026-03-01 before:2026-04-01',
  'state:open code:C004F074 printer',
  'code:C004F074 product:2019 language:en',
  'ad-000',
];

const CASES = 100_000;

/** Puts so many different cases into a store. */
export const fill = async (store: Store): Promise<void> => {
  for (let from = 0; from < CASES; from += 5_000)
    await store.sql.transaction({
      work: async (sql) => {
        for (let at = from; at < from + 5_000; at += 1) await putCase(sql, { before: undefined, case: caseAt(at) });
      },
    });
};

/** The median time in which the server makes the queue's first page for each search, in milliseconds. */
export const measured = async (store: Store): Promise<ReadonlyMap<string, number>> => {
  const kept = keptOver(store);
  const staff = { id: 'ann', name: 'Ann', role: 'lead', hash: '', begunAt: '', seenAt: '' } as const;
  await kept.remember(staff, new Date().toISOString());
  const [queue] = queueRoutes({
    desk: { find: store.find, counts: (views) => Promise.all(views.map(store.count)) },
    kept,
    audit: async () => {},
    now: () => new Date(),
  });
  const times = new Map<string, number>();
  for (const search of SEARCHES) {
    const query = new URLSearchParams({ q: search });
    const visit: Visit = {
      staff,
      formToken: '',
      language: 'en',
      address: '/desk',
      query,
      form: new URLSearchParams(),
      id: '',
      isLive: false,
    };
    times.set(search, await timeOf(async () => queue?.handle(visit), 11));
  }
  return times;
};

/** The queue's first page, as the server makes it, over a hundred thousand cases in each of the two databases. */
export const measure = async (): Promise<void> => {
  const postgres = await startPostgres();
  const columns: ReadonlyMap<string, number>[] = [];
  for (const where of [':memory:', await postgres.newDatabase()]) {
    const store = await openStore(where);
    await fill(store);
    // As a database does by itself within the first minutes.
    await store.sql.run('analyze', []);
    columns.push(await measured(store));
    await store.close();
  }
  await postgres.stop();
  table([
    [`the queue's first page over ${CASES.toLocaleString('en')} cases, ms, median`, 'SQLite', 'PostgreSQL'],
    ...SEARCHES.map((search) => [search, ...columns.map((times) => (times.get(search) ?? 0).toFixed(0))]),
  ]);
};
