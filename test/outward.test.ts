import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Case } from '../src/desk/case.ts';
import { opened, stepped } from '../src/desk/life.ts';
import { createDispatch } from '../src/outward/dispatch.ts';
import type { OutwardSettings } from '../src/outward/settings.ts';
import { openStore } from '../src/storage/open.ts';
import { realTalk, runningDesk } from './desk.ts';

const SECRET = 'a secret of some length';
const HOUR = 3_600_000;

type Taken = { readonly method: string; readonly path: string; readonly headers: Record<string, unknown>; readonly body: string };
type Answer = { readonly status: number; readonly json?: unknown; readonly lost?: true };

/** A server of another system on this computer; "lost" takes what came and breaks the line before it answers. */
const serverOf = async (answer: (taken: Taken) => Answer) => {
  const taken: Taken[] = [];
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      const one = {
        method: String(request.method),
        path: String(request.url),
        headers: request.headers,
        body: Buffer.concat(chunks).toString(),
      };
      taken.push(one);
      const { status, json = {}, lost } = answer(one);
      if (lost) return void request.socket.destroy();
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(json));
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return { url, taken, close: () => new Promise((done) => server.close(done)) };
};

/** Zammad as its REST documentation describes it, as far as the desk uses it. */
const zammad = async () => {
  const tickets: { id: number; title: string; state: string; articles: { subject: string; body: string; internal: boolean }[] }[] = [];
  let trouble: 'none' | 'away' | 'lost' = 'none';
  const answer = ({ method, path, headers, body }: Taken): Answer => {
    if (trouble === 'away') return { status: 503 };
    if (headers.authorization !== 'Token token=the-token') return { status: 401 };
    const url = new URL(path, 'http://zammad');
    const sent = body === '' ? {} : JSON.parse(body);
    const lost = trouble === 'lost' && method !== 'GET' ? { lost: true as const } : {};
    if (method === 'GET' && url.pathname === '/api/v1/tickets/search') {
      const sought = /^title:"(.+)"$/.exec(url.searchParams.get('query') ?? '')?.[1] ?? '?';
      return { status: 200, json: tickets.filter(({ title }) => title.includes(sought)) };
    }
    if (method === 'POST' && url.pathname === '/api/v1/tickets') {
      if (sent.group === undefined || sent.customer === undefined || sent.article === undefined) return { status: 422 };
      tickets.push({ id: tickets.length + 1, title: sent.title, state: 'new', articles: [sent.article] });
      return { status: 201, json: tickets.at(-1), ...lost };
    }
    const byTicket = /^\/api\/v1\/ticket_articles\/by_ticket\/(\d+)$/.exec(url.pathname)?.[1];
    if (method === 'GET' && byTicket !== undefined) return { status: 200, json: tickets[Number(byTicket) - 1]?.articles };
    if (method === 'POST' && url.pathname === '/api/v1/ticket_articles') {
      tickets[sent.ticket_id - 1]?.articles.push(sent);
      return { status: 201, json: sent, ...lost };
    }
    const changed = /^\/api\/v1\/tickets\/(\d+)$/.exec(url.pathname)?.[1];
    const ticket = tickets[Number(changed) - 1];
    if (method === 'PUT' && ticket !== undefined) {
      ticket.state = sent.state;
      return { status: 200, json: ticket, ...lost };
    }
    return { status: 404 };
  };
  const server = await serverOf(answer);
  return {
    ...server,
    tickets,
    be: (how: typeof trouble) => {
      trouble = how;
    },
  };
};

const NEW: Case = opened({
  ...{
    number: 'AD-7K3F-9QX2',
    talk: 'one',
    channel: 'webchat',
    openedBy: 'person',
    openedAt: '2026-11-24T12:00:00.000Z',
    handover: 'queued',
  },
  matter: {
    ...{ language: 'en', outcome: 'KMS-08', contradictions: [], tried: [], path: [{ place: 'activation.kms.port' }] },
    facts: [{ name: 'code', value: '0xC004F074', from: 'said' }],
  },
});
const step = (before: Case, name: 'take' | 'reply' | 'close', by = 'Kim'): Case => {
  const after = stepped(before, name, { by, at: '2026-11-24T12:05:00.000Z' });
  if (after === undefined) throw new Error('no such step');
  return after;
};
const SAID = [{ from: 'person', at: '2026-11-24T11:59:00.000Z', text: 'please help' }] as const;

describe('a case goes out', () => {
  let store: Awaited<ReturnType<typeof openStore>>;
  let clock: number;
  let failures: number;
  beforeEach(async () => {
    store = await openStore(':memory:');
    clock = Date.parse('2026-11-24T12:00:00Z');
    failures = 0;
  });
  afterEach(() => store.close());

  const dispatchTo = (settings: OutwardSettings) => {
    const dispatch = createDispatch({
      ...{ store, settings, now: () => new Date(clock) },
      failed: () => {
        failures += 1;
      },
    });
    const changes = (before: Case | undefined, after: Case) =>
      store.turn('one', (stored) => stored.put({ outgoing: dispatch.outgoing(before, after, SAID) }));
    return { ...dispatch, changes };
  };
  const waiting = async () => (await store.sql.all('select id from outgoing')).length;

  it('to a webhook: signed, named, and told once', async () => {
    const there = await serverOf(() => ({ status: 204 }));
    const { changes, run } = dispatchTo({ webhook: { url: there.url, secret: SECRET } });
    await changes(undefined, NEW);
    await changes(NEW, NEW);
    await run();
    await run();
    await there.close();
    expect(there.taken).toHaveLength(1);
    const { headers = {}, body = '' } = there.taken[0] ?? {};
    const right = createHmac('sha256', SECRET).update(`${headers['desk-timestamp']}.${body}`).digest('hex');
    expect(headers['desk-signature']).toBe(`sha256=${right}`);
    expect(headers['desk-delivery']).toBe('webhook:AD-7K3F-9QX2:1');
    expect(JSON.parse(body)).toMatchObject({ event: 'case.opened', case: { number: NEW.number, state: 'new' }, transcript: SAID });
  });

  it('a webhook that is away for a day loses nothing, and gets all of it in order', async () => {
    let status = 500;
    const there = await serverOf(() => ({ status }));
    const { changes, run } = dispatchTo({ webhook: { url: there.url, secret: SECRET } });
    const [taken, replied] = [step(NEW, 'take'), step(step(NEW, 'take'), 'reply')];
    await changes(undefined, NEW);
    await changes(NEW, taken);
    for (let hour = 0; hour < 24; hour += 1) {
      await run();
      clock += HOUR;
    }
    await changes(taken, replied);
    expect(failures).toBe(24);
    expect(await waiting()).toBe(3);
    status = 200;
    for (let times = 0; times < 3; times += 1) await run();
    await there.close();
    expect(there.taken.slice(-3).map(({ headers }) => headers['desk-delivery'])).toEqual(
      [1, 2, 3].map((at) => `webhook:${NEW.number}:${at}`),
    );
    expect(await waiting()).toBe(0);
  });

  it('a server that is not there at all is tried again too, less and less often', async () => {
    const { changes, run } = dispatchTo({ webhook: { url: 'http://127.0.0.1:9/', secret: SECRET } });
    await changes(undefined, NEW);
    for (let minute = 0; minute < 16; minute += 1) {
      await run();
      clock += 60_000;
    }
    expect(failures).toBe(5);
    expect(await waiting()).toBe(1);
  });

  it('to Zammad: a ticket with an internal note, a note for each step, and the state at the end', async () => {
    const there = await zammad();
    const settings = { zammad: { url: there.url, token: 'the-token', group: 'Users', customer: 'desk@example.org' } };
    const { changes, run } = dispatchTo(settings);
    const taken = step(NEW, 'take');
    await changes(undefined, NEW);
    await changes(NEW, taken);
    await changes(taken, step(taken, 'close'));
    for (let times = 0; times < 3; times += 1) await run();
    await there.close();
    expect(there.tickets).toHaveLength(1);
    expect(there.tickets[0]).toMatchObject({ state: 'closed', title: expect.stringContaining(NEW.number) });
    expect(there.tickets[0]?.articles.map(({ internal }) => internal)).toEqual([true, true, true]);
    expect(there.tickets[0]?.articles[0]?.body).toContain('please help');
    expect(await waiting()).toBe(0);
  });

  it('Zammad that takes everything and answers nothing ends with one ticket and each note once', async () => {
    const there = await zammad();
    const { changes, run } = dispatchTo({ zammad: { url: there.url, token: 'the-token', group: 'Users', customer: 'desk@example.org' } });
    const taken = step(NEW, 'take');
    await changes(undefined, NEW);
    await changes(NEW, taken);
    for (const how of ['away', 'lost', 'none', 'lost', 'lost', 'none', 'none'] as const) {
      there.be(how);
      await run();
      clock += HOUR;
    }
    await there.close();
    expect(failures).toBeGreaterThanOrEqual(3);
    expect(there.tickets).toHaveLength(1);
    expect(there.tickets[0]?.articles.map(({ subject }) => subject)).toEqual([`${NEW.number} · 1`, `${NEW.number} · 2`]);
    expect(await waiting()).toBe(0);
  });

  it('what Zammad has told is not told to Zammad', async () => {
    const { outgoing } = dispatchTo({
      webhook: { url: 'http://127.0.0.1:9/', secret: SECRET },
      zammad: { url: 'http://127.0.0.1:9/', token: 'x', group: 'Users', customer: 'desk@example.org' },
    });
    expect(outgoing(NEW, step(NEW, 'close', 'zammad'), []).map(({ target }) => target)).toEqual(['webhook']);
  });
});

describe('news of a case come back', () => {
  let desk: Awaited<ReturnType<typeof runningDesk>>;
  let number: string;
  beforeEach(async () => {
    desk = await runningDesk({ outward: { hookSecret: SECRET } });
    const talk = realTalk(desk.url, 'en');
    await talk.say('0xC004F074');
    await talk.say('a person');
    number = (await desk.desk.find({})).lines[0]?.number ?? '';
  });
  afterEach(() => desk.close());

  const post = async (path: string, headers: Record<string, string>, body: string) =>
    (await fetch(new URL(path, desk.url), { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body })).status;
  const own = (sent: object, { secret = SECRET, age = 0 } = {}) => {
    const body = JSON.stringify(sent);
    const timestamp = String(Math.floor(Date.now() / 1_000) - age);
    const signature = `sha256=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`;
    return post('/hooks/case', { 'desk-timestamp': timestamp, 'desk-signature': signature }, body);
  };
  const zammadCall = (sent: object, secret = SECRET) => {
    const body = JSON.stringify(sent);
    return post('/hooks/zammad', { 'x-hub-signature': `sha1=${createHmac('sha1', secret).update(body).digest('hex')}` }, body);
  };
  const state = async () => (await desk.desk.open(number))?.case.state;

  it('signed: the case is solved, open again, and closed; the same news twice change nothing', async () => {
    expect(await own({ case: number, state: 'solved', by: 'ITSM' })).toBe(200);
    expect(await own({ case: number, state: 'solved', by: 'ITSM' })).toBe(200);
    expect(await state()).toBe('solved');
    expect((await desk.desk.open(number))?.case.history.at(-1)).toMatchObject({ step: 'solve', by: 'ITSM' });
    expect(await own({ case: number, state: 'open' })).toBe(200);
    expect(await state()).toBe('reopened');
    expect(await zammadCall({ ticket: { id: 3, title: `[${number}] Office shows a code.`, state: 'closed' }, article: {} })).toBe(200);
    expect(await state()).toBe('closed');
  });

  it('not signed, wrongly signed, played again later, or of no shape: refused, and nothing changes', async () => {
    expect(await post('/hooks/case', {}, JSON.stringify({ case: number, state: 'closed' }))).toBe(401);
    expect(await own({ case: number, state: 'closed' }, { secret: 'another secret of some length' })).toBe(401);
    expect(await own({ case: number, state: 'closed' }, { age: 400 })).toBe(401);
    expect(await own({ case: number, state: 'burnt' })).toBe(400);
    expect(await own({ case: 'AD-NONE-NONE', state: 'closed' })).toBe(404);
    expect(await zammadCall({ ticket: { title: `[${number}]`, state: 'closed' } }, 'another secret of some length')).toBe(401);
    expect(await zammadCall({ ticket: { title: 'no case', state: 'closed' } })).toBe(400);
    expect(await state()).toBe('new');
  });
});
