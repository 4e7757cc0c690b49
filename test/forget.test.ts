import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readConfig } from '../src/config.ts';
import { stepped } from '../src/desk/life.ts';
import type { Inbound, Receive } from '../src/exchange/activity.ts';
import { createBell } from '../src/exchange/bell.ts';
import { newCaseNumber } from '../src/exchange/case-number.ts';
import { createReceive } from '../src/exchange/receive.ts';
import { talkKey } from '../src/exchange/talk.ts';
import { newToken } from '../src/exchange/token.ts';
import { createTurns } from '../src/exchange/turns.ts';
import { createForgotten, forgetAgain, remembering } from '../src/operations/forgotten.ts';
import { guarded } from '../src/operations/guard.ts';
import { createLate } from '../src/operations/late.ts';
import { limitsAt } from '../src/operations/retention.ts';
import { renderTurn } from '../src/rendering/render.ts';
import { settled } from '../src/rendering/settled.ts';
import { openStore } from '../src/storage/open.ts';
import type { Store } from '../src/storage/store.ts';
import { engines } from './engines.ts';

/** Twelve strings that stand nowhere but in what one person sent, in every place where something is kept. */
const CANARIES = Array.from({ length: 12 }, (_, at) => `zq${at}xcanary${at}qz`);
const [SAID_1, SAID_2, SAID_3, HOST, PASTED, BUTTON, ACTIVITY, MARK, CONVERSATION, USER, ADDRESS, IN_CASE] = CANARIES as [
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
];

describe.each(engines())('a person who wants to be forgotten, on %s', (engine, newDatabase) => {
  const isFile = engine === 'SQLite';
  let folder: string;
  let path: string;
  let inner: Store;
  let store: Store;
  let receive: Receive;
  let now: number;
  const list = () => createForgotten(join(folder, 'forgotten'));
  const open = async () => {
    inner = guarded(await openStore(path), createLate());
    store = remembering(inner, list());
    const world = { now: () => new Date(now), newId: () => crypto.randomUUID() };
    const turns = createTurns({
      ...{ ...world, render: renderTurn, newCaseNumber, newToken, kept: { talks: 30, cases: 180 } },
      publicUrl: () => undefined,
      outbreaks: () => [],
      outgoing: () => [],
    });
    receive = createReceive({ ...world, store, turns, settle: settled, bell: createBell(store.news) });
  };
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'forget-'));
    path = await newDatabase();
    now = Date.parse('2026-11-24T12:00:00.000Z');
    await open();
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });

  const person = (user: string, conversation: string, channelId = 'webchat', address?: unknown) => {
    let count = 0;
    const of = { channelId, conversationId: conversation, userId: user };
    const post = (activity: Partial<Inbound>) => {
      count += 1;
      now += 1_000;
      const whole = {
        type: 'message',
        id: user === USER ? `${ACTIVITY}-${count}` : `${user}-${count}`,
        channelId,
        conversation: { id: conversation },
        from: { id: user },
        locale: 'en',
        ...activity,
      };
      return receive(whole, address === undefined ? {} : { address });
    };
    const keysIn = (rows: Awaited<ReturnType<Receive>>) =>
      rows.flatMap(({ activity: { channelData } }) => {
        const ids = (channelData as { activationDesk?: { keys: string[]; ask?: string } }).activationDesk;
        return ids === undefined ? [] : [...ids.keys, ...(ids.ask === undefined ? [] : [`ask ${ids.ask}`])];
      });
    return { talk: talkKey(of), post, say: async (text: string) => keysIn(await post({ text })) };
  };
  type Person = ReturnType<typeof person>;
  const theCases = async () => (await store.find({})).lines;
  const close = async (number: string) => {
    const talk = (await store.talkOfCase(number)) ?? '';
    await store.turn(talk, async (stored) => {
      const before = await stored.case(number);
      const after = before && stepped(before.case, 'close', { by: 'Kim', at: new Date(now).toISOString() });
      return after === undefined ? 'stale' : stored.put({ cases: [{ before, case: after }] });
    });
  };

  /** Says something in every place where it is kept; then the case is closed, or not. */
  const talkAtLength = async (one: Person, closes: boolean) => {
    await one.say(`hello ${SAID_1}`);
    await one.post({ text: `Word says 0xC004F074 ${SAID_2}`, channelData: { clientActivityID: MARK } });
    await one.post({
      text: `LICENSE NAME: Office 21, Office21ProPlus2021VL_KMS_Client_AE edition\nKMS machine registry override defined: ${HOST}.example:1688\nERROR CODE: 0xC004F074\n${PASTED}`,
    });
    await one.post({ value: { ask: 'kms.network', value: BUTTON } });
    await one.say(`${IN_CASE} please`);
    await one.say('a person');
    if (closes) for (const { number } of await theCases()) await close(number);
    await one.say(SAID_3);
  };

  /** Every row of every table but the audit, with the talk that it belongs to. */
  const everything = async () => {
    const names = await store.sql.all(
      isFile
        ? "select name from sqlite_master where type = 'table'"
        : "select table_name as name from information_schema.tables where table_schema = 'public'",
    );
    const tables = names.map(({ name }) => String(name)).filter((name) => !['secret', 'lease', 'audit', 'migrated'].includes(name));
    const rows = [];
    for (const table of tables.sort())
      for (const row of await store.sql.all(`select * from ${table}`)) rows.push({ table, row, talk: String(row.talk ?? row.key) });
    return rows.sort((one, other) => JSON.stringify(one).localeCompare(JSON.stringify(other)));
  };

  /** All that is on disk of a file; of a server, whose own log and dead rows are its operator's, all that can be read. */
  const bytesOf = async () => {
    const files = [path, `${path}-wal`, `${path}-shm`, join(folder, 'forgotten')].filter(existsSync);
    const readable = isFile ? [] : [Buffer.from(JSON.stringify([await everything(), await store.sql.all('select * from audit')]))];
    return Buffer.concat([...files.map((each) => readFileSync(each)), ...readable]);
  };
  const found = async () => {
    const bytes = await bytesOf();
    return CANARIES.filter((canary) =>
      [canary, canary.toUpperCase()].some((form) => bytes.includes(form) || bytes.includes(Buffer.from(form, 'utf16le'))),
    );
  };
  const hashOf = async (talks: readonly string[]) =>
    createHash('sha256')
      .update(JSON.stringify((await everything()).filter(({ talk }) => talks.includes(talk))))
      .digest('hex');

  it('is shown exactly what forgetting deletes', async () => {
    const one = person(USER, CONVERSATION, 'msteams', { to: ADDRESS });
    await talkAtLength(one, false);
    const kept = await store.kept(one.talk);
    const shown = Object.entries(kept).flatMap(([table, rows]) => rows.map((row) => ({ table, row, talk: String(row.talk ?? row.key) })));
    const plainly = ({ table, row }: (typeof shown)[number]) =>
      JSON.stringify([
        table,
        Object.entries(row)
          .map(([name, cell]) => [name, typeof cell === 'object' ? JSON.stringify(cell) : cell])
          .sort(),
      ]);
    // The index by which staff find a case is made of what is shown.
    const all = (await everything()).filter(({ table }) => table !== 'case_term');
    expect(shown.map(plainly).sort()).toEqual(all.map(plainly).sort());
    // Nobody asked an administrator, and the clock has not counted the talk yet.
    expect(Object.entries(kept).flatMap(([table, rows]) => (rows.length === 0 ? [table] : []))).toEqual(['letter', 'case_link', 'told']);
  });

  it('reads in the chat all that was said and learned, and a copy of it is not copied again', async () => {
    const one = person(USER, CONVERSATION);
    await talkAtLength(one, false);
    const textOf = (rows: Awaited<ReturnType<Receive>>) => rows.map(({ activity: { text } }) => String(text)).join('\n');
    const text = textOf(await one.post({ text: 'my data' }));
    for (const part of [SAID_1, SAID_2, SAID_3, HOST, PASTED, IN_CASE, '0xC004F074', 'AD-']) expect(text).toContain(part);
    const again = textOf(await one.post({ text: 'meine Daten' }));
    expect(again.split(SAID_2).length).toBe(text.split(SAID_2).length);
    expect(again.length).toBeLessThan(text.length * 1.3);
  });

  it('is asked once, leaves not a byte, and nobody else changes', async () => {
    const others = Array.from({ length: 5 }, (_, at) => person(`other ${at}`, `talk ${at}`));
    for (const other of others) for (const says of ['hello', '0xC004F074', 'a person']) await other.say(says);
    const hash = await hashOf(others.map(({ talk }) => talk));
    const one = person(USER, CONVERSATION, 'msteams', { to: ADDRESS });
    await one.say('hello');
    await talkAtLength(one, false);
    const number = (await store.kept(one.talk)).desk_case[0]?.number;
    await close(String(number));
    expect((await found()).length).toBeGreaterThanOrEqual(8);
    expect(await one.say('forget me')).toEqual(expect.arrayContaining(['talk.forget.will', 'ask forget']));
    expect((await store.kept(one.talk)).row.length).toBeGreaterThan(5);
    expect(await one.say('yes')).toEqual(['talk.forget.done']);
    // The reply still has its way to go; once it was sent, and the time is over in which it may be asked for again, nothing is left.
    for (const { talk, row } of await store.unsent(one.talk)) await store.sent(talk, row.number);
    await store.sweep({ ...limitsAt(now, readConfig({}).kept), forgotten: new Date(now + 1_000).toISOString() }, 100);
    await store.scrub();
    expect(await found()).toEqual([]);
    expect((await everything()).filter(({ talk }) => talk === one.talk)).toEqual([]);
    expect(await hashOf(others.map(({ talk }) => talk))).toBe(hash);
    expect(await store.noted(10)).toEqual([
      { at: expect.any(String), who: 'person', what: 'forgotten', which: one.talk.slice(0, 12), result: 'done' },
    ]);
  });

  it('leaves nothing but that it was done and the mark of that message, as soon as it was done', async () => {
    const one = person(USER, CONVERSATION);
    await talkAtLength(one, true);
    await one.say('forget me');
    const done = await one.post({ text: 'yes', id: 'last' });
    expect(await found()).toEqual([]);
    expect((await everything()).map(({ table }) => table).sort()).toEqual(['ledger', 'row', 'row', 'talk']);
    expect(await one.post({ text: 'yes', id: 'last' })).toEqual(done);
    expect(await everything()).toHaveLength(4);
  });

  it('starts afresh with the next message, and may be forgotten again', async () => {
    const one = person(USER, CONVERSATION);
    for (let times = 0; times < 2; times += 1) {
      expect(await one.say('0xC004F074')).toContain('talk.welcome');
      expect(await one.say('forget me')).toContain('ask forget');
      expect(await one.say('yes')).toEqual(['talk.forget.done']);
    }
    expect(await one.say('forget me')).toContain('talk.welcome');
    expect(await one.say('no')).toEqual(expect.arrayContaining(['talk.forget.kept', 'ask symptom']));
    const rows = (await store.kept(one.talk)).row;
    expect(rows.some(({ activity }) => JSON.stringify(activity).includes('talk.forget.done'))).toBe(false);
  });

  it('is told of an open case and asked about it: it may stay, or go too', async () => {
    const one = person(USER, CONVERSATION);
    await talkAtLength(one, false);
    const said = await one.say('delete my data');
    expect(said).toContain('talk.forget.case');
    // A bare yes does not say which.
    expect(await one.say('yes')).toContain('ask forget');
    expect(await one.say('all but the case')).toEqual(['talk.forget.doneBut']);
    expect(await theCases()).toHaveLength(1);
    expect(await one.say('forget me')).toContain('talk.forget.case');
    expect(await one.say('everything, the case too')).toEqual(['talk.forget.done']);
    expect(await theCases()).toEqual([]);
  });

  it('is asked anew where the case was closed between the question and the answer', async () => {
    const one = person(USER, CONVERSATION);
    await talkAtLength(one, false);
    await one.say('forget me');
    for (const { number } of await theCases()) await close(number);
    const again = await one.say('all but the case');
    expect([again.includes('ask forget'), again.includes('talk.forget.case')]).toEqual([true, false]);
    expect(await one.say('yes')).toEqual(['talk.forget.done']);
    expect(await theCases()).toEqual([]);
  });

  it('goes without a question when the desk is taken out of the channel, but for an open case', async () => {
    const [one, two] = [person(USER, CONVERSATION), person('two', 'two')];
    await talkAtLength(one, false);
    await two.say('0xC004F074');
    for (const each of [one, two, two]) expect(await each.post({ type: 'installationUpdate', action: 'remove' })).toEqual([]);
    expect([...new Set((await everything()).map(({ table }) => table))].sort()).toEqual(['case_term', 'desk_case']);
    const [line] = await theCases();
    expect((await store.case(line?.number ?? ''))?.transcript?.some(({ text }) => text.includes(IN_CASE))).toBe(true);
    expect(await two.post({ type: 'installationUpdate', action: 'add' })).toEqual([]);
  });

  it.each([
    ['de', 'Vergessen Sie mich'],
    ['en', 'please delete everything you know about me'],
    ['fr', 'supprimez mes données'],
    ['es', 'borra mis datos'],
    ['it', 'cancella i miei dati'],
    ['pt', 'apague meus dados'],
    ['nl', 'verwijder mijn gegevens'],
    ['pl', 'usuń moje dane'],
    ['ru', 'удалите мои данные'],
    ['tr', 'verilerimi silin'],
    ['zh', '删除我的数据'],
    ['ja', 'データを削除してください'],
  ])('is understood in %s: %s', async (_language, text) => {
    const one = person(USER, CONVERSATION);
    await one.say('hello');
    expect(await one.say(text)).toContain('ask forget');
  });

  it.each([
    'meine Daten',
    'show me my data',
    'mes données',
    'mis datos',
    'i miei dati',
    'meus dados',
    'mijn gegevens',
    'moje dane',
    'мои данные',
    'verilerim',
    '我的数据',
    '私のデータ',
  ])('is shown everything: %s', async (text) => {
    const one = person(USER, CONVERSATION);
    await one.say('hello');
    expect(await one.say(text)).toContain('talk.data.title');
  });

  // How a copy of a server's database is brought back is its operator's; what is done then is the same.
  (isFile ? it : it.skip)('is forgotten again where a copy of the database from before is brought back', async () => {
    const [one, two] = [person(USER, CONVERSATION), person('two', 'two')];
    await talkAtLength(one, true);
    await two.say('0xC004F074');
    await store.scrub();
    const copy = readFileSync(path);
    await one.say('forget me');
    await one.say('yes');
    await store.close();
    for (const end of ['-wal', '-shm']) rmSync(`${path}${end}`, { force: true });
    writeFileSync(path, copy);
    await open();
    expect((await found()).length).toBeGreaterThan(5);
    expect(await forgetAgain(inner, list())).toBeGreaterThan(5);
    expect(await found()).toEqual([]);
    expect((await store.kept(two.talk)).talk).toHaveLength(1);
    expect(await forgetAgain(inner, list())).toBe(0);
    expect(list().all()).toEqual([{ talk: one.talk, at: expect.any(String), keepsOpenCase: false }]);
  });

  it('races with turns of its own and with the sender, and leaves nothing', async () => {
    for (let times = 0; times < 25; times += 1) {
      const one = person(`${USER} ${times}`, CONVERSATION, 'msteams', { to: ADDRESS });
      await one.say(`0xC004F074 ${SAID_1}`);
      await one.say('forget me');
      const sends = async () => {
        for (const { talk, row } of await store.unsent(one.talk)) await store.sent(talk, row.number);
      };
      const all = [() => one.say('yes'), () => one.say('hello'), () => one.say('0xC004C008'), sends, sends];
      const at = times % all.length;
      const results = await Promise.all([...all.slice(at), ...all.slice(0, at)].map((act) => act()));
      const isDone = results.some((keys) => keys?.includes('talk.forget.done'));
      const bytes = JSON.stringify(await store.kept(one.talk));
      // What came before the answer took it for another one: then nothing was forgotten, and that was said.
      expect([times, isDone, bytes.includes(SAID_1)]).toEqual([times, isDone, !isDone]);
    }
  });
});
