import type { Case } from '../desk/case.ts';
import { opened, stepped } from '../desk/life.ts';
import { OUTCOMES } from '../knowledge/outcomes.ts';
import type { CaseStep } from '../machines/case.ts';
import { queueRoutes } from '../staff/routes/queue.ts';
import type { Visit } from '../staff/visit.ts';
import { putCase } from '../storage/cases.ts';
import { openStore } from '../storage/open.ts';
import { keptOver } from '../storage/staff.ts';

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

/** Measures the queue's page, as the server makes it, over so many cases in an embedded database in memory. */
export const benchQueue = async (cases: number, cost: (what: string, run: () => Promise<unknown>) => Promise<void>): Promise<void> => {
  const store = await openStore(':memory:');
  for (let from = 0; from < cases; from += 5_000)
    await store.sql.transaction({
      work: async (sql) => {
        for (let at = from; at < Math.min(cases, from + 5_000); at += 1) await putCase(sql, { before: undefined, case: caseAt(at) });
      },
    });
  const [queue] = queueRoutes({
    desk: { find: store.find, counts: (views) => Promise.all(views.map(store.count)) },
    kept: keptOver(store),
    now: () => new Date(),
  });
  const staff = { id: 'ann', name: 'Ann', role: 'lead', hash: '', begunAt: '', seenAt: '' } as const;
  for (const [what, address] of Object.entries(PAGES)) {
    const query = new URL(address, 'http://desk').searchParams;
    const visit: Visit = { staff, formToken: '', language: 'en', address, query, form: new URLSearchParams(), id: '', isLive: false };
    await cost(`the queue of ${cases} cases: ${what}`, async () => queue?.handle(visit));
  }
  await store.close();
};
