import type { Case } from '../src/desk/case.ts';
import { opened, stepped } from '../src/desk/life.ts';
import { OUTCOMES } from '../src/knowledge/outcomes.ts';
import type { CaseStep } from '../src/machines/case.ts';
import { queueRoutes } from '../src/staff/routes/queue.ts';
import type { Visit } from '../src/staff/visit.ts';
import { putCase } from '../src/storage/cases.ts';
import { openStore } from '../src/storage/open.ts';
import { keptOver } from '../src/storage/staff.ts';
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
  return stepped(fresh, pick(STEPS, at >> 2), { by: 'Ann', at: openedAt }) ?? fresh;
};

const PAGES = {
  'what is under way': '/desk',
  'a code and free words': '/desk?q=state%3Aopen+code%3AC004F074+printer',
  'one host, latest change': '/desk?q=host%3Akms7.desk.example+sort%3Achange',
  'a month': '/desk?q=since%3A2026-03-01+before%3A2026-04-01',
} as const;

const CASES = 100_000;

/** The queue's page, as the server makes it, over a hundred thousand cases in an embedded database in memory. */
export const measure = async (): Promise<void> => {
  const store = await openStore(':memory:');
  for (let from = 0; from < CASES; from += 5_000)
    await store.sql.transaction({
      work: async (sql) => {
        for (let at = from; at < from + 5_000; at += 1) await putCase(sql, { before: undefined, case: caseAt(at) });
      },
    });
  const [queue] = queueRoutes({
    desk: { find: store.find, counts: (views) => Promise.all(views.map(store.count)) },
    kept: keptOver(store),
    now: () => new Date(),
  });
  const staff = { id: 'ann', name: 'Ann', role: 'lead', hash: '', begunAt: '', seenAt: '' } as const;
  const rows: string[][] = [[`the queue over ${CASES.toLocaleString('en')} cases`, 'ms, median']];
  for (const [what, address] of Object.entries(PAGES)) {
    const query = new URL(address, 'http://desk').searchParams;
    const visit: Visit = { staff, formToken: '', language: 'en', address, query, form: new URLSearchParams(), id: '', isLive: false };
    rows.push([what, (await timeOf(async () => queue?.handle(visit), 21)).toFixed(0)]);
  }
  table(rows);
  await store.close();
};
