import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openStore } from '../src/storage/open.ts';
import { runningDesk } from './desk.ts';
import { staffAt } from './staff.ts';
import { idsOf, personIn, type Sent, teamsChannel, until } from './teams-channel.ts';

let desk: Awaited<ReturnType<typeof runningDesk>>;
let channel: Awaited<ReturnType<typeof teamsChannel>>;
let kim: Awaited<ReturnType<typeof staffAt>>;
let number = 0;
beforeAll(async () => {
  desk = await runningDesk();
  channel = await teamsChannel();
  kim = await staffAt(desk, 'agent', 'Kim');
});
afterAll(async () => {
  await desk.close();
  await channel.close();
});
beforeEach(() => {
  number += 1;
  channel.refuse(undefined);
});

const german = (more: object = {}) => personIn(desk.url, channel, { conversation: `a:news-${number}`, locale: 'de-DE', ...more });
const caseOf = async (person: ReturnType<typeof german>): Promise<string> =>
  /AD-\w{4}-\w{4}/.exec(JSON.stringify(await person.say('ein Mensch')))?.[0] ?? '';

/** What Kim does on the case's page. */
const act = async (opened: string, does: string, fields: Readonly<Record<string, string>> = {}) => {
  const response = await kim.post(`/desk/cases/${opened}/${does}`, { version: await kim.version(opened), ...fields });
  expect({ does, status: response.status }).toEqual({ does, status: 303 });
};
const close = (opened: string) =>
  promisify(execFile)(process.execPath, [resolve(import.meta.dirname, '../src/cli/cases.ts'), 'close', opened], {
    env: { PATH: process.env.PATH, DATABASE_URL: `file:${desk.database}` },
  });

/** How many replies are waiting to be sent, were refused for good, or were dropped as nobody is there. */
const outbox = async () => {
  const store = await openStore(desk.database);
  const rows = await store.sql.all('select state from outbox join row using (talk, number)', []);
  await store.close();
  return rows.map(({ state }) => String(state));
};
const goneNow = async () => (await outbox()).filter((state) => state === 'gone').length;
const sentHere = () => channel.sent.filter(({ conversation }) => conversation.includes(`news-${number}`));
const textOf = ({ activity }: Sent) => `${activity.text ?? ''}${JSON.stringify(activity.attachments ?? '')}`;

describe('news of a case in Teams', () => {
  it('comes when staff take, answer and close it on their pages: in the language of the person, and answering no message', async () => {
    const person = german();
    const opened = await caseOf(person);
    const taken = await person.heard(() => act(opened, 'take'));
    expect(idsOf(taken)?.keys).toEqual(['handover.taken']);
    expect(taken.activity.text).toBe(`Neues zu Ihrem Fall ${opened}: Jemand vom Helpdesk hat ihn übernommen.`);
    const answered = await person.heard(() => act(opened, 'reply', { text: 'Ist der Rechner im Firmennetz?' }));
    expect(idsOf(answered)?.keys).toEqual(['handover.accepted', 'handover.says']);
    expect(answered.activity.text).toContain('Kim vom Helpdesk ist jetzt hier.');
    expect(answered.activity.text).toContain('**Kim:** Ist der Rechner im Firmennetz?');
    const closed = await person.heard(() => act(opened, 'close', { because: 'solved' }));
    expect(idsOf(closed)?.keys[0]).toBe('handover.ended');
    expect(textOf(closed)).toContain(`Der Helpdesk hat den Fall ${opened} geschlossen.`);
    expect([taken, answered, closed].map(({ activity }) => activity.replyToId)).toEqual([undefined, undefined, undefined]);
    expect(sentHere()).toHaveLength(4);
  });

  it('that it was taken is told once, not when staff hand it on to each other', async () => {
    const person = german();
    const opened = await caseOf(person);
    await person.heard(() => act(opened, 'take'));
    await act(opened, 'assign', { to: 'test Kim' });
    await person.heard(() => act(opened, 'reply', { text: 'Guten Tag' }));
    expect(sentHere().filter((each) => idsOf(each)?.keys.includes('handover.taken'))).toHaveLength(1);
  });

  it('is the same from the command line', async () => {
    const person = german();
    const opened = await caseOf(person);
    const sent = await person.heard(() => close(opened));
    expect(idsOf(sent)?.keys[0]).toBe('handover.ended');
    expect(textOf(sent)).toContain(`Der Helpdesk hat den Fall ${opened} geschlossen.`);
  });

  it('has its buttons on a card where several read along', async () => {
    const person = german({ conversation: `19:news-${number}@thread.v2`, type: 'groupChat' });
    const opened = await caseOf(person);
    const closed = await person.heard(() => act(opened, 'close', { because: 'solved' }));
    expect(closed.activity.suggestedActions).toBeUndefined();
    expect(closed.activity.attachments).toHaveLength(1);
  });

  it('is not sent to whoever has removed the app', async () => {
    const person = german();
    const opened = await caseOf(person);
    const before = sentHere().length;
    await person.post({ type: 'installationUpdate', action: 'remove', text: undefined });
    await act(opened, 'take');
    await act(opened, 'reply', { text: 'Ist noch jemand da?' });
    await close(opened);
    expect((await outbox()).filter((state) => state === 'waiting')).toEqual([]);
    expect(sentHere()).toHaveLength(before);
  });

  it('that is refused with 403 is the last that is tried, until the person writes again', async () => {
    const person = german();
    const opened = await caseOf(person);
    const [sentBefore, refusedBefore, goneBefore] = [sentHere().length, channel.refused(), await goneNow()];
    const gone = async () => (await goneNow()) - goneBefore;
    channel.refuse(403);
    await act(opened, 'take');
    await until(async () => (await gone()) === 1);
    // From here on the channel would take it again: nobody asks it.
    channel.refuse(undefined);
    await act(opened, 'reply', { text: 'Guten Tag' });
    await act(opened, 'close', { because: 'solved' });
    await until(async () => (await gone()) === 3);
    expect(channel.refused() - refusedBefore).toBe(1);
    expect(sentHere()).toHaveLength(sentBefore);
    await person.say('hallo');
    expect(sentHere().length).toBeGreaterThan(sentBefore);
  });

  it('that is refused is remembered by the next start of the desk too, until the person writes again', async () => {
    const person = german();
    const opened = await caseOf(person);
    const goneBefore = await goneNow();
    channel.refuse(403);
    await act(opened, 'take');
    await until(async () => (await goneNow()) === goneBefore + 1);
    channel.refuse(undefined);
    const sentBefore = sentHere().length;
    await desk.stop();
    desk = await runningDesk({ database: desk.database });
    kim = await staffAt(desk, 'agent', 'Kim');
    await act(opened, 'reply', { text: 'Guten Tag' });
    await act(opened, 'close', { because: 'solved' });
    await until(async () => (await goneNow()) === goneBefore + 3);
    expect(sentHere()).toHaveLength(sentBefore);
    await personIn(desk.url, channel, { conversation: `a:news-${number}`, id: '29:again', locale: 'de-DE' }).say('hallo');
    expect(sentHere().length).toBeGreaterThan(sentBefore);
  });
});
