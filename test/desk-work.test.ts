import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DOES } from '../src/staff/action-in.ts';
import { openStore } from '../src/storage/open.ts';
import { runningDesk } from './desk.ts';
import { caseOf, staffAt } from './staff.ts';

const KEY = 'NPPR9-FWDCX-D2C8J-H872K-2YT43';

let desk: Awaited<ReturnType<typeof runningDesk>>;
beforeAll(async () => {
  desk = await runningDesk();
});
afterAll(() => desk.close());

const audited = async () => {
  const store = await openStore(desk.database);
  const rows = (await store.noted(1_000)).map(({ which: about, ...row }) => ({ ...row, about }));
  await store.close();
  return rows;
};

/** What each form needs beside its version. */
const FIELDS: { readonly [D in (typeof DOES)[number]]?: Readonly<Record<string, string>> } = {
  assign: { to: 'test lead' },
  note: { text: 'only for us, zebra' },
  tag: { tags: 'vip' },
  reply: { text: 'hello from the desk, zebra' },
  answer: { fact: 'kms.port', value: 'closed' },
  reask: { fact: 'kms.network' },
  close: { because: 'unanswered' },
};

describe('the audit', () => {
  it('has one row for each thing that staff see, do or take out, and no word of anybody in it', async () => {
    const staff = await staffAt(desk, 'lead');
    const { number } = await caseOf(desk.url);
    const other = await caseOf(desk.url);
    const done: string[] = [];
    const act = async (does: (typeof DOES)[number], fields = FIELDS[does] ?? {}) => {
      const response = await staff.post(`/desk/cases/${number}/${does}`, { version: await staff.version(number), ...fields });
      expect({ does, status: response.status }).toEqual({ does, status: 303 });
      done.push(does);
    };
    for (const does of [
      'take',
      'assign',
      'note',
      'tag',
      'accept',
      'reply',
      'answer',
      'handBack',
      'reask',
      'askAdministrator',
      'release',
      'solve',
      'reopen',
      'close',
      'reopen',
    ] as const)
      await act(does);
    await act('merge', { into: other.number });
    expect(new Set(done)).toEqual(new Set(DOES));
    await staff.get('/desk/export?format=csv');
    await staff.get('/desk/audit');
    await staff.post('/desk/overview/banner', { about: '0xC004F074', to: 'on' });
    await staff.post('/desk/overview/banner', { about: '0xC004F074', to: 'off' });
    const rows = await audited();
    const mine = rows
      .filter(({ who, about, what }) => who === 'test lead' && (about === number ? what !== 'view' : true))
      .map(({ what }) => what);
    expect(mine.toSorted()).toEqual([...done, 'export', 'audit', 'banner', 'banner', ...mine.filter((what) => what === 'view')].toSorted());
    expect(rows.filter(({ what, about }) => what === 'view' && about === number).length).toBe(done.length);
    expect(JSON.stringify(rows)).not.toContain('zebra');
    const page = await staff.text('/desk/audit');
    for (const what of new Set(done)) expect(page).toContain(`<code>${what}</code>`);
  });

  it('has what was refused too, with the reason: the role, a form of somebody else, half a form, a stale version, a guessed number', async () => {
    const [agent, reader] = [await staffAt(desk, 'agent', 'refused agent'), await staffAt(desk, 'reader', 'refused reader')];
    const { number } = await caseOf(desk.url);
    const of = async (name: string) =>
      (await audited()).flatMap(({ who, what, about, result }) => (who === `test ${name}` ? [[what, about, result]] : [])).reverse();
    await reader.post(`/desk/cases/${number}/take`, { version: '1' });
    await reader.get('/desk/audit');
    await reader.post('/desk/views', { token: 'x' });
    expect(await of('refused reader')).toEqual([
      ['take', number, 'refused: role'],
      ['audit', '', 'refused: role'],
      ['view', '', 'refused: foreign form'],
    ]);
    await agent.post(`/desk/cases/${number}/close`, { version: '1' });
    await agent.post(`/desk/cases/${number}/take`, { version: '1' });
    await agent.post(`/desk/cases/${number}/take`, { version: '1' });
    await agent.post(`/desk/cases/${number}/reply`, { version: '2', text: '{{open}}' });
    await agent.post('/desk/cases/AD-NONE-NONE/take', { version: '1' });
    await agent.post('/desk/views', { q: 'state:open', name: 'mine' });
    expect(await of('refused agent')).toEqual([
      ['close', number, 'refused: incomplete'],
      ['take', number, 'done'],
      ['take', number, 'stale'],
      ['reply', number, 'refused: text'],
      ['take', '', 'refused: unknown'],
      ['saveView', '', 'done'],
    ]);
    expect(await (await staffAt(desk, 'lead')).text('/desk/audit')).toContain('<code>refused: role</code>');
  });

  it('shows every row once, also those of one moment, page by page', async () => {
    const lead = await staffAt(desk, 'lead', 'paging lead');
    const store = await openStore(desk.database);
    const many = Array.from({ length: 250 }, (_, at) => `same moment ${at}`);
    for (const what of many) await store.note({ at: '2026-01-01T00:00:00.000Z', who: 'x', what, which: '' });
    await store.close();
    const seen: string[] = [];
    for (let next: string | undefined = '/desk/audit'; next !== undefined; ) {
      const page: string = await lead.text(next);
      seen.push(...[...page.matchAll(/<code>(same moment \d+)<\/code>/g)].map(([, what = '']) => what));
      next = /<p><a href="(\/desk\/audit\?before=[^"]*)"/.exec(page)?.[1]?.replaceAll('&amp;', '&');
    }
    expect(seen.toSorted()).toEqual(many.toSorted());
  });

  it('can only grow: the pages offer no way to change it', async () => {
    const before = await audited();
    const staff = await staffAt(desk, 'lead');
    for (const method of ['PUT', 'DELETE', 'POST'])
      await fetch(`${desk.url}desk/audit`, {
        method,
        headers: { cookie: `staff=${staff.token}` },
        body: new URLSearchParams({ token: staff.formToken }),
      });
    expect((await audited()).slice(-before.length)).toEqual(before);
  });
});

describe('a note', () => {
  it('never reaches the person', async () => {
    const staff = await staffAt(desk, 'agent');
    const { number, talk } = await caseOf(desk.url);
    await staff.post(`/desk/cases/${number}/note`, { version: await staff.version(number), text: 'secret giraffe' });
    await staff.post(`/desk/cases/${number}/reply`, { version: await staff.version(number), text: 'visible hippo' });
    await staff.post(`/desk/cases/${number}/handBack`, { version: await staff.version(number) });
    const replies = await talk.post({ text: 'my answers' });
    const store = await openStore(desk.database);
    const opened = await store.case(number);
    const rows = JSON.stringify(await store.rows(opened?.talk ?? '', 0));
    await store.close();
    expect(rows).toContain('visible hippo');
    expect(rows + JSON.stringify(replies)).not.toContain('giraffe');
    expect(await staff.text(`/desk/cases/${number}`)).toContain('secret giraffe');
  });
});

describe('a reply', () => {
  it('with a variable that is still open is not sent', async () => {
    const staff = await staffAt(desk, 'agent');
    const { number } = await caseOf(desk.url);
    const response = await staff.post(`/desk/cases/${number}/reply`, { version: await staff.version(number), text: 'Ask {{host}}.' });
    expect(response.status).toBe(409);
    expect(await staff.text(`/desk/cases/${number}`)).not.toContain('class="staff"');
  });

  it('that is ready made is in the language of the person, one id in all', async () => {
    const staff = await staffAt(desk, 'agent');
    const { number } = await caseOf(desk.url);
    const page = await staff.text(`/desk/cases/${number}?canned=network&lang=de`);
    const written = /<textarea id="words"[^>]*>([^<]*)/.exec(page)?.[1] ?? '';
    expect(written).toContain('Does the code 0xC004F074 still appear?');
  });
});

describe('a search for a whole key', () => {
  it('finds nothing and leaves the key nowhere: not in an address, not on the disk', async () => {
    const staff = await staffAt(desk, 'agent');
    const posted = await staff.post('/desk/search', { q: `state:open ${KEY}` });
    expect(posted.headers.get('location')).not.toMatch(/FWDCX|D2C8J/);
    const typed = await staff.get(`/desk?q=${KEY}`);
    expect(typed.status).toBe(303);
    expect(typed.headers.get('location')).not.toMatch(/FWDCX|D2C8J/);
    await staff.post('/desk/views', { name: KEY, q: KEY });
    await staff.get(`/desk/export?q=${KEY}`);
    const folder = dirname(desk.database);
    for (const file of readdirSync(folder)) expect(readFileSync(join(folder, file)).includes('FWDCX')).toBe(false);
  });
});

describe('a deed for many', () => {
  it('does what can be done and names what was not, and why', async () => {
    const staff = await staffAt(desk, 'agent', 'Ann');
    const other = await staffAt(desk, 'agent', 'Bo');
    const numbers = [];
    for (let count = 0; count < 6; count += 1) numbers.push((await caseOf(desk.url)).number);
    const versions = await Promise.all(numbers.map((number) => staff.version(number)));
    await other.post(`/desk/cases/${numbers[2]}/take`, { version: versions[2] ?? '' });
    const body = new URLSearchParams([
      ['token', staff.formToken],
      ['does', 'take'],
      ['q', 'state:open'],
      ...numbers.map((number, at): [string, string] => ['case', `${number} ${versions[at]}`]),
      ['case', 'AD-NONE-NONE 1'],
    ]);
    const response = await fetch(`${desk.url}desk/bulk`, {
      method: 'POST',
      headers: { cookie: `staff=${staff.token}`, 'accept-language': 'en' },
      body,
    });
    const page = await response.text();
    expect(response.status).toBe(409);
    expect(page).toContain('5 of 7 were changed.');
    expect(page).toMatch(new RegExp(`${numbers[2]}</a> Bo came between`));
    expect(page).toContain('AD-NONE-NONE</a> There is no such case.');
    const mine = await staff.text('/desk?q=owner:me');
    expect(numbers.filter((number) => mine.includes(number))).toHaveLength(5);
  });
});

describe('what the bot did not understand', () => {
  it('becomes a phrase and a test, once', async () => {
    const staff = await staffAt(desk, 'agent');
    await caseOf(desk.url, ['0xC004F074', 'the frobnicator blinks zweimal']);
    const overview = await staff.text('/desk/overview');
    expect(overview).toContain('the frobnicator blinks zweimal');
    const id = decodeURIComponent(/phrase\?id=([^"]+)/.exec(overview)?.[1] ?? '');
    const proposal = await (await staff.post('/desk/overview/phrase', { id, meaning: 'kms.network=inside', does: 'propose' })).text();
    expect(proposal).toContain('locales/en/words.json');
    expect(proposal).toContain('means[&quot;kms.network.inside&quot;]');
    expect(proposal).toContain('&gt; 0xC004F074');
    expect(proposal).toContain('&gt; the frobnicator blinks zweimal\n&lt; kms.port');
    expect((await staff.post('/desk/overview/phrase', { id, meaning: 'kms.network=inside', does: 'propose' })).status).toBe(404);
    expect(await staff.text('/desk/overview')).not.toContain('the frobnicator');
  });
});
