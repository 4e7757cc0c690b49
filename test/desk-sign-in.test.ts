import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { IssuerSettings } from '../src/staff/sign-in/issuer.ts';
import { createKeeping } from '../src/staff/sign-in/session.ts';
import { openStore } from '../src/storage/open.ts';
import { sessionsOver } from '../src/storage/sessions.ts';
import { runningDesk } from './desk.ts';
import { staffAt } from './staff.ts';
import { freePort, type Person, runningIssuer } from './staff-issuer.ts';

const MINUTE = 60_000;

/** A browser without pages: keeps cookies by site and follows where it is sent. */
const jar = () => {
  const cookies = new Map<string, Map<string, string>>();
  const of = (url: URL) => {
    const there = cookies.get(url.origin) ?? new Map<string, string>();
    cookies.set(url.origin, there);
    return there;
  };
  const go = async (to: string | URL, init: RequestInit = {}): Promise<Response> => {
    const url = new URL(to);
    const cookie = [...of(url)].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, { ...init, headers: { cookie, ...init.headers }, redirect: 'manual' });
    for (const each of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(each) ?? [];
      if (value === '' || /max-age=0|1970/i.test(each)) of(url).delete(name);
      else of(url).set(name, value);
    }
    return response;
  };
  /** Follows until something answers, through at most so many places. */
  const follow = async (to: string | URL, most = 12): Promise<{ response: Response; url: URL }> => {
    let url = new URL(to);
    for (let at = 0; at < most; at += 1) {
      const response = await go(url);
      const next = response.headers.get('location');
      if (next === null) return { response, url };
      url = new URL(next, url);
    }
    throw new Error('sent around in circles');
  };
  return { go, follow, of: (url: string) => of(new URL(url)) };
};

const issuer = (url: string): IssuerSettings => ({
  issuer: new URL(url),
  clientId: 'desk',
  clientSecret: 'a secret of the tests',
  claim: 'roles',
  roles: { reader: ['reader'], agent: ['agent'], lead: ['lead'] },
});

describe('signing in with an issuer', () => {
  let who: Person = { sub: 'ann', name: 'Ann Berg', roles: ['agent'] };
  let there: Awaited<ReturnType<typeof runningIssuer>>;
  let desk: Awaited<ReturnType<typeof runningDesk>>;
  beforeAll(async () => {
    there = await runningIssuer(() => who);
    const port = await freePort();
    desk = await runningDesk({ port, issuer: issuer(there.url), publicUrl: `http://127.0.0.1:${port}/` });
    there.serve(desk.url);
  });
  afterAll(async () => {
    await desk.close();
    await there.close();
  });

  it('leads back to the page that was wanted, with the role that the claim gives', async () => {
    const browser = jar();
    const { response, url } = await browser.follow(`${desk.url}desk/sign-in/begin?to=${encodeURIComponent('/desk?q=state:done')}`);
    expect(response.status).toBe(200);
    expect(url.pathname + url.search).toBe('/desk?q=state:done');
    const page = await response.text();
    expect(page).toContain('Ann Berg');
    expect((await browser.go(`${desk.url}desk/audit`)).status).toBe(403);
  });

  it('does not let in whom the organisation gave no role', async () => {
    who = { sub: 'zoe', name: 'Zoe', roles: ['cook'] };
    const { response } = await jar().follow(`${desk.url}desk/sign-in/begin`);
    expect(response.status).toBe(403);
    who = { sub: 'ann', name: 'Ann Berg', roles: ['agent'] };
  });

  it('gives a new cookie at each sign-in and lets the old one die', async () => {
    const browser = jar();
    await browser.follow(`${desk.url}desk/sign-in/begin`);
    const first = browser.of(desk.url).get('staff');
    await browser.follow(`${desk.url}desk/sign-in/begin`);
    const second = browser.of(desk.url).get('staff');
    expect(second).toBeDefined();
    expect(second).not.toBe(first);
    const old = await fetch(`${desk.url}desk`, { headers: { cookie: `staff=${first}` }, redirect: 'manual' });
    expect(old.status).toBe(303);
  });

  it('takes over no session that somebody planted before', async () => {
    const browser = jar();
    browser.of(desk.url).set('staff', 'planted');
    await browser.follow(`${desk.url}desk/sign-in/begin`);
    expect(browser.of(desk.url).get('staff')).not.toBe('planted');
    const planted = await fetch(`${desk.url}desk`, { headers: { cookie: 'staff=planted' }, redirect: 'manual' });
    expect(planted.status).toBe(303);
  });

  it.each([
    ['without the cookie of the browser that began', async (back: URL) => fetch(back, { redirect: 'manual' })],
    [
      'with another state',
      async (back: URL, cookie: string) => {
        back.searchParams.set('state', 'other');
        return fetch(back, { headers: { cookie }, redirect: 'manual' });
      },
    ],
    [
      'with an invented code',
      async (back: URL, cookie: string) => {
        back.searchParams.set('code', 'invented');
        return fetch(back, { headers: { cookie }, redirect: 'manual' });
      },
    ],
    [
      'twice with one code',
      async (back: URL, cookie: string) => {
        await fetch(back, { headers: { cookie }, redirect: 'manual' });
        return fetch(back, { headers: { cookie }, redirect: 'manual' });
      },
    ],
  ])('is refused %s, and always in the same words', async (_name, come) => {
    const browser = jar();
    let url = new URL(`${desk.url}desk/sign-in/begin`);
    while (!url.pathname.endsWith('/desk/sign-in/back')) {
      const next = (await browser.go(url)).headers.get('location');
      url = new URL(next ?? '', url);
    }
    const cookie = `sign-in=${browser.of(desk.url).get('sign-in')}`;
    const response = await come(url, cookie);
    expect(response.status).toBe(400);
    expect(response.headers.getSetCookie().some((each) => each.startsWith('staff='))).toBe(false);
    expect(await response.text()).toContain('It took too long, was begun in another window, or the issuer refused it.');
  });

  it('goes to no page but its own afterwards', async () => {
    for (const to of ['https://elsewhere.example/', '//elsewhere.example', '/desk\\..', 'javascript:alert(1)', '/elsewhere']) {
      const { url } = await jar().follow(`${desk.url}desk/sign-in/begin?to=${encodeURIComponent(to)}`);
      expect(url.href).toBe(`${desk.url}desk`);
    }
  });
});

describe('a desk behind TLS', () => {
  it('binds its cookie to the host, and tells browsers to come by TLS', async () => {
    const there = await runningIssuer(() => ({ sub: 'ann', name: 'Ann', roles: ['agent'] }));
    const desk = await runningDesk({ issuer: issuer(there.url), publicUrl: 'https://desk.example.org/' });
    there.serve('https://desk.example.org/');
    const browser = jar();
    let url = new URL(`${desk.url}desk/sign-in/begin`);
    while (url.hostname !== 'desk.example.org') {
      const next = (await browser.go(url)).headers.get('location');
      url = new URL(next ?? '', url);
    }
    // A proxy would end TLS and pass it on.
    const back = await browser.go(`${desk.url}${url.pathname.slice(1)}${url.search}`);
    const cookie = back.headers.getSetCookie().find((each) => each.startsWith('__Host-staff='));
    expect(cookie).toMatch(/^__Host-staff=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure$/);
    expect(back.headers.get('strict-transport-security')).toBe('max-age=31536000');
    await desk.close();
    await there.close();
  });
});

describe('a desk without an issuer', () => {
  it('opens its link once, by a form, and looking at the link uses nothing up', async () => {
    const desk = await runningDesk();
    const link = desk.signIn ?? '';
    const key = new URL(link).searchParams.get('key') ?? '';
    const enter = (tried: string) =>
      fetch(`${desk.url}desk/sign-in/link`, { method: 'POST', body: new URLSearchParams({ key: tried }), redirect: 'manual' });
    for (const _ of [1, 2, 3]) expect((await fetch(link)).status).toBe(200);
    // Twenty-five wrong tries do not shut out who has the link.
    const wrong = [];
    for (let tries = 0; tries < 25; tries += 1) wrong.push((await enter(`guess ${tries}`)).status);
    expect([...new Set(wrong)]).toEqual([403, 429]);
    const entered = await enter(key);
    expect(entered.status).toBe(303);
    const [cookie = ''] = entered.headers.getSetCookie();
    expect(cookie).toMatch(/^staff=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    const inside = await fetch(`${desk.url}desk`, { headers: { cookie: cookie.split(';')[0] ?? '' }, redirect: 'manual' });
    expect(inside.status).toBe(200);
    expect((await enter(key)).status).toBe(429);
    // Nor do they disturb who is in.
    expect((await fetch(`${desk.url}desk`, { headers: { cookie: cookie.split(';')[0] ?? '' }, redirect: 'manual' })).status).toBe(200);
    await desk.close();
  });

  it('is closed beyond its own computer, and says so', async () => {
    const desk = await runningDesk({ host: '0.0.0.0' });
    expect(desk.signIn).toBeUndefined();
    expect(desk.doors).toContain('/desk is closed');
    const { port } = new URL(desk.url);
    expect((await fetch(`http://127.0.0.1:${port}/desk`, { redirect: 'manual' })).status).toBe(403);
    await desk.close();
  });

  it('lets nobody in who comes through a proxy or under a foreign name', async () => {
    const desk = await runningDesk();
    const staff = await staffAt(desk, 'lead');
    expect((await staff.get('/desk')).status).toBe(200);
    expect((await staff.get('/desk', { 'x-forwarded-for': '192.0.2.7' })).status).toBe(303);
    await desk.close();
  });
});

describe('a session', () => {
  it('ends with the sign-out, everywhere', async () => {
    const desk = await runningDesk();
    const staff = await staffAt(desk, 'agent');
    expect((await staff.post('/desk/sign-out', { token: 'guess' })).status).toBe(403);
    expect((await staff.get('/desk')).status).toBe(200);
    const out = await staff.post('/desk/sign-out');
    expect(out.headers.getSetCookie()).toEqual([expect.stringMatching(/^staff=; Path=\/; Max-Age=0/)]);
    expect((await staff.get('/desk')).status).toBe(303);
    await desk.close();
  });

  it('ends after 30 minutes without use and after 12 hours in all; a page that asks by itself is no use', async () => {
    const store = await openStore(':memory:');
    let time = Date.parse('2026-11-24T08:00:00.000Z');
    let count = 0;
    const keeping = createKeeping({
      sessions: sessionsOver(store.sql),
      now: () => new Date(time),
      newSecret: () => {
        count += 1;
        return `secret ${count}`;
      },
    });
    const member = { id: 'ann', name: 'Ann', role: 'agent' } as const;
    const idle = await keeping.begin(member, undefined);
    const watched = await keeping.begin(member, undefined);
    const used = await keeping.begin(member, undefined);
    for (let minutes = 0; minutes < 12 * 60; minutes += 20) {
      expect(await keeping.find(used, true)).toMatchObject(member);
      await keeping.find(watched, false);
      time += 20 * MINUTE;
    }
    expect(await keeping.find(idle, true)).toBeUndefined();
    expect(await keeping.find(watched, true)).toBeUndefined();
    expect(await keeping.find(used, true)).toBeUndefined();
    const last = await keeping.begin(member, undefined);
    const stored = JSON.stringify(await store.sql.all('select * from staff_session'));
    expect(stored).not.toContain(last);
    time += 13 * 60 * MINUTE;
    await keeping.forget();
    expect(await store.sql.all('select * from staff_session')).toEqual([]);
    await store.close();
  });
});
