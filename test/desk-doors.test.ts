import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mayActAs, ROLES } from '../src/desk/staff.ts';
import { DEEDS } from '../src/staff/deeds.ts';
import { staffRoutes } from '../src/staff/mount-staff.ts';
import type { Room } from '../src/staff/room.ts';
import type { Route } from '../src/staff/route.ts';
import { runningDesk } from './desk.ts';
import { caseOf, staffAt } from './staff.ts';

// The table of routes needs nothing until one is used.
const ROUTES: readonly Route[] = staffRoutes({} as Room);
/** A stream that ends only with the desk. */
const NEWS = '/desk/news';
const pathOf = ({ path }: Pick<Route, 'path'>, number: string) => path.replace(':id', number);

let desk: Awaited<ReturnType<typeof runningDesk>>;
let number: string;
beforeAll(async () => {
  desk = await runningDesk();
  ({ number } = await caseOf(desk.url));
});
afterAll(() => desk.close());

const ask = (path: string, init: RequestInit = {}) => fetch(new URL(path, desk.url), { redirect: 'manual', ...init });

/** Everything that is stored, but for what says who looked and who is signed in. */
const stored = () => {
  const database = new DatabaseSync(desk.database, { readOnly: true });
  const tables = database
    .prepare("select name from sqlite_master where type = 'table' and name not in ('audit', 'staff_session', 'staff_here') order by name")
    .all();
  const all = tables.map(({ name }) => [name, database.prepare(`select * from ${String(name)}`).all()]);
  database.close();
  return JSON.stringify(all, (_key, value) => (value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value));
};

describe('without a session', () => {
  it.each(ROUTES.map((route) => [route.method, route.path, route] as const))('%s %s is refused', async (method, _path, route) => {
    const response = await ask(
      pathOf(route, number),
      method === 'post' ? { method: 'POST', body: new URLSearchParams({ token: 'x' }) } : {},
    );
    if (method === 'post') expect(response.status).toBe(401);
    else {
      expect(response.status).toBe(303);
      expect(response.headers.get('location')).toMatch(/^\/desk\/sign-in\?to=/);
    }
    expect(await response.text()).not.toContain(number);
  });

  it('an old or invented cookie is none', async () => {
    const response = await ask('/desk', { headers: { cookie: 'staff=invented' } });
    expect(response.status).toBe(303);
  });
});

describe('who may do what', () => {
  it.each(ROLES)('is as the table of deeds says, for a %s', async (role) => {
    const staff = await staffAt(desk, role);
    for (const route of ROUTES) {
      const path = pathOf(route, 'AD-NONE-NONE');
      const response = route.method === 'get' ? await staff.get(path) : await staff.post(path, { version: '1' });
      const may = mayActAs({ id: role, name: role, role }, DEEDS[route.deed]);
      expect({ path, refused: response.status === 403 }).toEqual({ path, refused: !may });
    }
  });

  it('leaves no case behind a guessed number', async () => {
    const staff = await staffAt(desk, 'lead');
    const next = `${number.slice(0, -1)}${number.endsWith('A') ? 'B' : 'A'}`;
    expect((await staff.get(`/desk/cases/${next}`)).status).toBe(404);
    expect((await staff.post(`/desk/cases/${next}/take`, { version: '1' })).status).toBe(404);
  });
});

describe('a form', () => {
  const posts = ROUTES.filter(({ method }) => method === 'post');

  it.each(posts.map((route) => [route.path, route] as const))('for %s counts only from our own page', async (_path, route) => {
    const staff = await staffAt(desk, 'lead');
    const before = stored();
    const path = pathOf(route, number);
    expect((await staff.post(path, { token: '', version: '1' })).status).toBe(403);
    expect((await staff.post(path, { token: 'guess', version: '1' })).status).toBe(403);
    expect((await staff.post(path, { version: '1' }, { origin: 'https://elsewhere.example' })).status).toBe(403);
    expect((await staff.post(path, { version: '1' }, { origin: 'null' })).status).toBe(403);
    const json = { method: 'POST', headers: { cookie: `staff=${staff.token}`, 'content-type': 'text/plain' }, body: '{"version":1}' };
    expect((await ask(path, json)).status).toBe(415);
    expect(stored()).toBe(before);
  });

  it('is refused where it is too large', async () => {
    const staff = await staffAt(desk, 'lead');
    expect((await staff.post(`/desk/cases/${number}/note`, { text: 'x'.repeat(300_000) })).status).toBe(413);
  });
});

describe('looking', () => {
  it('changes nothing: a crawler that follows every link as a lead leaves the database as it was', async () => {
    const staff = await staffAt(desk, 'lead');
    const before = stored();
    const seen = new Set<string>();
    const next = ['/desk', ...ROUTES.filter(({ method, path }) => method === 'get' && path !== NEWS).map((route) => pathOf(route, number))];
    while (next.length > 0 && seen.size < 150) {
      const path = next.pop() ?? '';
      if (seen.has(path)) continue;
      seen.add(path);
      const response = await staff.get(path);
      const text = await response.text();
      for (const [, link = ''] of text.matchAll(/href="(\/desk[^"#]*)"/g)) next.push(link.replaceAll('&amp;', '&'));
    }
    expect(seen.size).toBeGreaterThan(20);
    expect(seen).toContain(`/desk/cases/${number}`);
    expect(stored()).toBe(before);
  });

  it('has the headers that keep a page to itself, on every kind of answer', async () => {
    const staff = await staffAt(desk, 'reader');
    for (const response of [
      await staff.get('/desk'),
      await staff.get(`/desk/cases/${number}`),
      await staff.get('/desk/cases/none'),
      await staff.get('/desk/audit'),
      await staff.post('/desk/search', { q: 'x' }),
      await ask('/desk'),
      await ask('/desk/sign-in'),
    ]) {
      const { headers } = response;
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain('unsafe');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('cache-control')).toBe('no-store');
    }
  });
});
