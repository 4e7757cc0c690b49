import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Action } from '../src/desk/action.ts';
import type { Acted, Desk } from '../src/desk/desk.ts';
import type { Staff } from '../src/desk/staff.ts';
import { createBell } from '../src/exchange/bell.ts';
import { newCaseNumber } from '../src/exchange/case-number.ts';
import { createDesk } from '../src/exchange/desk.ts';
import { createDeskJobs } from '../src/exchange/desk-jobs.ts';
import { createHappen } from '../src/exchange/happen.ts';
import { createReceive } from '../src/exchange/receive.ts';
import { talkKey } from '../src/exchange/talk.ts';
import { newToken } from '../src/exchange/token.ts';
import { createTurns } from '../src/exchange/turns.ts';
import { renderTurn } from '../src/rendering/render.ts';
import { settled } from '../src/rendering/settled.ts';
import { openStore } from '../src/storage/open.ts';
import type { Store } from '../src/storage/store.ts';
import { startPostgres } from '../torture/postgres.ts';

const KIM: Staff = { id: 'kim', name: 'Kim', role: 'agent' };
const LEE: Staff = { id: 'lee', name: 'Lee', role: 'agent' };
const LEAD: Staff = { id: 'pat', name: 'Pat', role: 'lead' };
const READER: Staff = { id: 'sam', name: 'Sam', role: 'reader' };
const HOUR = 3_600_000;
const DAYS = { 0: [], 1: [[480, 1020]], 2: [[480, 1020]], 3: [[480, 1020]], 4: [[480, 1020]], 5: [[480, 1020]] } as const;

/** A desk over a database, without a server: its clock is moved by hand. */
const deskOver = async (where: string) => {
  const store: Store = await openStore(where);
  const bell = createBell(store.news);
  const clock = { at: Date.parse('2026-11-24T12:00:00Z') };
  const now = () => new Date(clock.at);
  const newId = () => crypto.randomUUID();
  const calendar = { zone: 'UTC', days: DAYS, holidays: [] };
  const sent: string[] = [];
  const turns = createTurns({
    ...{ render: renderTurn, now, newId, newCaseNumber, calendar, kept: { talks: 30, cases: 180 } },
    newToken,
    publicUrl: () => 'https://desk.example.org/',
    outbreaks: () => [],
    outgoing: () => [],
  });
  const shared = { store, turns, bell, now, newId, outgoing: () => [], send: (talk: string) => void sent.push(talk) };
  const receive = createReceive({ store, turns, settle: settled, bell, now, newId });
  const desk: Desk = createDesk(shared);
  const jobs = createDeskJobs({ store, bell, happen: createHappen(shared), calendar, idleAfter: 24 * HOUR, handoverEnds: 72 * HOUR });
  const person = (channelId = 'webchat', locale = 'en') => {
    const talk = { channelId, conversation: { id: newId() }, from: { id: 'person' }, locale };
    const key = talkKey({ channelId, conversationId: talk.conversation.id, userId: 'person' });
    const post = (activity: object) =>
      receive({ type: 'message', id: newId(), ...talk, ...activity }, channelId === 'msteams' ? { address: { to: key } } : {});
    return {
      key,
      post,
      say: (text: string) => post({ text }),
      texts: async () =>
        (await store.rows(key, 0)).flatMap(({ from, activity }) =>
          from === 'desk' && activity.type === 'message' ? [String(activity.text)] : [],
        ),
      last: async () => String((await store.rows(key, 0)).at(-1)?.activity.text),
    };
  };
  return { store, desk, jobs, clock, now, person, sent, close: () => store.close() };
};

let folder: string;
let postgres: Awaited<ReturnType<typeof startPostgres>>;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'desk-'));
  postgres = await startPostgres();
});
afterAll(async () => {
  await postgres?.stop();
  rmSync(folder, { recursive: true });
});
let files = 0;
const engines: readonly [string, () => Promise<string>][] = [
  [
    'SQLite',
    async () => {
      files += 1;
      return join(folder, `${files}.db`);
    },
  ],
  ['PostgreSQL', () => postgres.newDatabase()],
];

describe.each(engines)('the helpdesk on %s', (_, newDatabase) => {
  let where: string;
  let d: Awaited<ReturnType<typeof deskOver>>;
  beforeEach(async () => {
    where = await newDatabase();
    d = await deskOver(where);
  });
  afterEach(() => d.close());

  const asked = async (channelId = 'webchat', locale = 'en') => {
    const person = d.person(channelId, locale);
    await person.say('0xC004F074, Office LTSC 2021');
    await person.say(locale === 'en' ? 'a person' : 'ein Mensch');
    const [line] = (await d.desk.find({ sort: 'change' })).lines;
    return { person, number: line?.number ?? '' };
  };
  const theCase = async (number: string) => {
    const found = await d.desk.open(number);
    if (found === undefined) throw new Error('no case');
    return found.case;
  };
  const act = async (number: string, action: Action, staff: Staff = KIM): Promise<Acted> =>
    d.desk.act(number, (await theCase(number)).version, staff, action);

  it('a request is a case: new, with its facts, its tags, its transcript and a sentence', async () => {
    const { number } = await asked();
    const opened = await d.desk.open(number);
    expect(opened?.case).toMatchObject({ state: 'new', handover: 'queued', openedBy: 'person', priority: 'normal', version: 1 });
    expect(opened?.case.tags).toEqual(expect.arrayContaining(['office-2021']));
    expect(opened?.case.matter).toMatchObject({ ask: 'kms.network', language: 'en' });
    expect(opened?.transcript.map(({ from }) => from)).toEqual(['person', 'desk', 'person', 'desk']);
    expect((await d.desk.find({})).lines[0]?.sentence.key).toBe('case.sentence.code');
  });

  it('a person and an agent talk through the case, and the bot is silent between', async () => {
    const { person, number } = await asked('webchat', 'de');
    expect((await act(number, { does: 'take' })).kind).toBe('done');
    const replied = await act(number, { does: 'reply', text: 'Ist der Rechner im Netz? NPPR9-FWDCX-D2C8J-H872K-2YT43' });
    expect(replied).toMatchObject({ kind: 'done', case: { state: 'waitingForPerson', handover: 'accepted', owner: KIM_ONLY } });
    expect(await person.last()).toContain('Kim');
    expect(await person.last()).not.toContain('FWDCX');
    expect(await person.say('ja, 0xC004F038')).toEqual([]);
    const heard = await d.desk.open(number);
    expect(heard?.case).toMatchObject({ state: 'open', handover: 'accepted' });
    expect(heard?.transcript.slice(-2).map(({ from, by }) => [from, by])).toEqual([
      ['staff', 'Kim'],
      ['person', undefined],
    ]);
    expect(heard?.case.matter.facts.find(({ name }) => name === 'code')?.value).toBe('0xC004F038');
    await act(number, { does: 'note', text: 'a note for colleagues' });
    await act(number, { does: 'close', because: 'solved' });
    expect(await theCase(number)).toMatchObject({ state: 'closed', handover: 'bot', closedBecause: 'solved' });
    expect((await person.texts()).join()).not.toContain('note for colleagues');
    expect((await person.say('ja')).length).toBeGreaterThan(0);
  });

  it('two agents take a case at once: one has it, the other is told who', async () => {
    const { number } = await asked();
    const second = await deskOver(where);
    const acts = await Promise.all([d.desk.act(number, 1, KIM, { does: 'take' }), second.desk.act(number, 1, LEE, { does: 'take' })]);
    await second.close();
    const [won, lost] = acts[0].kind === 'done' ? acts : acts.toReversed();
    expect(won?.kind).toBe('done');
    expect(lost).toMatchObject({ kind: 'stale', since: [{ step: 'take' }] });
    const owner = (await theCase(number)).owner;
    expect(lost?.kind === 'stale' && lost.case.owner).toEqual(owner);
    expect((await d.store.noted(9)).map(({ what, result }) => `${what} ${result}`).sort()).toEqual(['take done', 'take stale']);
  });

  it('many agents at once: exactly one of each version wins, and every try is in the audit', async () => {
    const { number } = await asked();
    const tries = Array.from({ length: 12 }, (_, at) =>
      d.desk.act(
        number,
        1,
        at % 2 === 0 ? KIM : LEE,
        at % 3 === 0
          ? { does: 'take' }
          : at % 3 === 1
            ? { does: 'close', because: 'elsewhere' }
            : { does: 'assign', to: { id: 'x', name: 'X' } },
      ),
    );
    const kinds = (await Promise.all(tries)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'done')).toHaveLength(1);
    expect(kinds.filter((kind) => kind === 'stale')).toHaveLength(11);
    const noted = await d.store.noted(99);
    expect(noted).toHaveLength(12);
    expect(noted.map(({ result }) => result).toSorted()).toEqual(['done', ...Array.from({ length: 11 }, () => 'stale')]);
    expect((await theCase(number)).version).toBe(2);
  });

  it('refuses what the role, the owner, the state, the text or the fact does not allow, and changes nothing', async () => {
    const { number } = await asked();
    await act(number, { does: 'take' }, KIM);
    const before = await theCase(number);
    const refusals: readonly [Staff, Action, string][] = [
      [READER, { does: 'note', text: 'x' }, 'role'],
      [LEE, { does: 'reply', text: 'x' }, 'owner'],
      [KIM, { does: 'reply', text: ' ' }, 'text'],
      [KIM, { does: 'reply', text: 'Dear {{name}}' }, 'text'],
      [KIM, { does: 'reopen' }, 'state'],
      [KIM, { does: 'answer', fact: 'kms.network', value: 'nowhere' }, 'fact'],
      [KIM, { does: 'answer', fact: 'tried.NOTHING-1', value: 'yes' }, 'fact'],
      [KIM, { does: 'reask', fact: 'kms.port' }, 'fact'],
      [KIM, { does: 'merge', into: number }, 'other-case'],
      [KIM, { does: 'merge', into: 'AD-NONE-NONE' }, 'other-case'],
    ];
    for (const [staff, action, why] of refusals)
      expect([action.does, await act(number, action, staff)]).toEqual([action.does, expect.objectContaining({ kind: 'refused', why })]);
    expect(await theCase(number)).toEqual(before);
    const noted = (await d.store.noted(99)).map(({ who, what, result }) => [who, what, result].join(' '));
    for (const [staff, action, why] of refusals) expect(noted).toContain([staff.id, action.does, `refused: ${why}`].join(' '));
    expect((await act(number, { does: 'release' }, LEAD)).kind).toBe('done');
    expect(await d.desk.act('AD-NONE-NONE', 1, KIM, { does: 'take' })).toEqual({ kind: 'unknown' });
  });

  it('answers given for the person count when the talk is handed back', async () => {
    const { person, number } = await asked();
    await act(number, { does: 'accept' });
    await act(number, { does: 'answer', fact: 'kms.network', value: 'inside' });
    expect((await theCase(number)).matter.ask).toBe('kms.port');
    await act(number, { does: 'handBack' });
    expect(await person.last()).toContain('1688');
    expect((await theCase(number)).matter.facts).toContainEqual(expect.objectContaining({ name: 'kms.network', from: 'staff' }));
  });

  it('a reply goes where the channel of the talk sends', async () => {
    const { person, number } = await asked('msteams');
    for (const { row } of await d.store.unsent(person.key)) await d.store.sent(person.key, row.number);
    await act(number, { does: 'reply', text: 'Hello there' });
    expect((await d.store.unsent(person.key)).map(({ address }) => address)).toEqual([{ to: person.key }]);
    expect(d.sent).toContain(person.key);
    expect((await d.store.rows(person.key, 0)).map(({ activity }) => activity.type)).not.toContain('event');
  });

  it('on a channel with a hub the hub is asked and told, and may accept and complete', async () => {
    const { person, number } = await asked('directline');
    const events = async () => (await d.store.rows(person.key, 0)).flatMap(({ activity }) => (activity.type === 'event' ? [activity] : []));
    expect(await events()).toMatchObject([{ name: 'handoff.initiate', value: { case: number, ask: 'kms.network' } }]);
    await person.post({ type: 'event', name: 'handoff.status', value: { state: 'accepted' } });
    expect(await theCase(number)).toMatchObject({ handover: 'accepted' });
    expect(await person.say('hello')).toEqual([]);
    await person.post({ type: 'event', name: 'handoff.status', value: { state: 'completed' } });
    expect(await theCase(number)).toMatchObject({ handover: 'bot' });
    expect((await events()).map(({ value }) => value)).toMatchObject([{}, { state: 'accepted' }, { state: 'completed' }]);
  });

  it('merges: history on both sides, the person is told, and later words are heard at the other case', async () => {
    const first = await asked();
    d.clock.at += 1_000;
    const second = await asked();
    expect((await act(second.number, { does: 'merge', into: first.number })).kind).toBe('done');
    expect(await theCase(second.number)).toMatchObject({ state: 'merged', mergedInto: first.number });
    expect((await theCase(first.number)).history.at(-1)).toMatchObject({ step: 'merge', about: second.number });
    expect(await second.person.last()).toContain(first.number);
    const matter = (await theCase(first.number)).matter;
    await second.person.say('yes');
    expect((await theCase(first.number)).matter).toEqual(matter);
    // Whoever reads the other case reads what was said in both talks, and who answers there answers both people, once.
    const spoken = (await d.desk.open(first.number))?.transcript ?? [];
    expect(spoken.find(({ text }) => text === 'yes')).toMatchObject({ from: 'person', by: second.number });
    expect((await act(first.number, { does: 'reply', text: 'One host was down for both of you.' })).kind).toBe('done');
    for (let twice = 0; twice < 2; twice += 1) await d.jobs.deliver();
    for (const { person } of [first, second])
      expect((await person.texts()).filter((text) => text.includes('One host was down'))).toHaveLength(1);
    const before = (await second.person.texts()).length;
    await second.person.say('thanks');
    expect((await second.person.texts()).length).toBe(before);
    expect((await act(first.number, { does: 'close', because: 'solved' })).kind).toBe('done');
    await d.jobs.deliver();
    expect((await second.person.texts()).slice(before).join(' ')).toContain(first.number);
    await second.person.say('0xC004C020');
    expect((await second.person.texts()).length).toBeGreaterThan(before + 1);
  });

  it('a talk that is left unsolved is a case after a while, once, and one that was solved is none', async () => {
    const person = d.person();
    await person.say('0xC004F074');
    const solved = d.person();
    for (const says of ['0xC004F074, Office 2019', 'yes', 'closed', 'it works now']) await solved.say(says);
    const greeted = d.person();
    await greeted.say('hello');
    d.clock.at += 23 * HOUR;
    await d.jobs.openIdle(d.now());
    expect((await d.desk.find({})).lines).toEqual([]);
    d.clock.at += 2 * HOUR;
    await d.jobs.openIdle(d.now());
    await d.jobs.openIdle(d.now());
    const { lines } = await d.desk.find({});
    expect(lines).toHaveLength(1);
    expect(await theCase(lines[0]?.number ?? '')).toMatchObject({ openedBy: 'idle', talk: person.key, handover: 'bot', state: 'new' });
  });

  it('a handover that nobody takes ends, is told, and is in the history', async () => {
    const { person, number } = await asked();
    d.clock.at += 71 * HOUR;
    await d.jobs.endHandovers(d.now());
    expect((await theCase(number)).handover).toBe('queued');
    d.clock.at += 2 * HOUR;
    await d.jobs.endHandovers(d.now());
    await d.jobs.endHandovers(d.now());
    const ended = await theCase(number);
    expect(ended).toMatchObject({ handover: 'bot', state: 'new' });
    expect(ended.history.filter(({ step }) => step === 'expire')).toHaveLength(1);
    expect(await person.last()).toContain(number);
  });

  it('after hours a waiting handover is one that nobody can take, until somebody is there again', async () => {
    const { number } = await asked();
    d.clock.at = Date.parse('2026-11-24T18:00:00Z');
    await d.jobs.endHandovers(d.now());
    expect((await theCase(number)).handover).toBe('nobody');
    d.clock.at = Date.parse('2026-11-25T09:00:00Z');
    await d.jobs.endHandovers(d.now());
    expect((await theCase(number)).handover).toBe('queued');
  });

  describe('an administrator', () => {
    const linkIn = (text: string) => /https:\/\/desk\.example\.org\/c\/([\w-]+)/.exec(text)?.[1] ?? '';
    const helped = async () => {
      const person = d.person();
      for (const says of ['0xC004F074, Office 2019', 'yes', 'closed', 'I cannot do that']) await person.say(says);
      const [line] = (await d.desk.find({})).lines;
      return { person, number: line?.number ?? '', token: linkIn(await person.last()) };
    };

    it('comes by a link to the same place, once; what they do is told in the person’s talk', async () => {
      const { person, number, token } = await helped();
      expect(await theCase(number)).toMatchObject({ state: 'waitingForAdministrator' });
      expect(JSON.stringify(await d.store.sql.all('select * from case_link'))).not.toContain(token);
      const admin = d.person();
      await admin.post({ type: 'event', name: 'case', value: token, text: undefined });
      const [welcome = '', advice = ''] = await admin.texts();
      expect(welcome).toContain(number);
      expect(`${welcome}${advice}`).toContain('KMS-08');
      const other = d.person();
      await other.post({ type: 'event', name: 'case', value: token, text: undefined });
      expect((await other.texts()).join()).not.toContain(number);
      await admin.say('it works now');
      await d.jobs.deliver();
      await d.jobs.deliver();
      const texts = await person.texts();
      expect(texts.filter((text) => text.includes('administrator has added'))).toHaveLength(1);
      expect((await theCase(number)).matter.tried).toContainEqual(expect.objectContaining({ outcome: 'KMS-08', result: 'yes' }));
      expect((await theCase(number)).history.map(({ step }) => step)).toContain('administratorActs');
    });

    it('comes too late after a week', async () => {
      const { number, token } = await helped();
      d.clock.at += 8 * 24 * HOUR;
      const admin = d.person();
      await admin.post({ type: 'event', name: 'case', value: token, text: undefined });
      expect((await admin.texts()).join()).not.toContain(number);
    });

    it('is asked by staff too, and the link is no longer legible in the transcript', async () => {
      const { person, number } = await asked();
      await act(number, { does: 'askAdministrator' });
      expect(linkIn(await person.last())).not.toBe('');
      expect(linkIn(JSON.stringify((await d.desk.open(number))?.transcript))).toBe('');
      expect(await theCase(number)).toMatchObject({ state: 'waitingForAdministrator' });
    });
  });

  it('finds by every field, by words and by their beginnings; a key in a search finds nothing', async () => {
    const { number } = await asked();
    const german = d.person('webchat', 'de');
    await german.say('Fehler 0xC004C008, der Drucker ist blau, Office 2019');
    await german.say('ein Mensch');
    const find = async (query: Parameters<Desk['find']>[0]) => (await d.desk.find(query)).lines.map((line) => line.number);
    expect(await find({ code: '0xc004f074' })).toEqual([number]);
    expect(await find({ language: 'de', text: 'druck blau' })).toHaveLength(1);
    expect(await find({ text: 'druck grün' })).toEqual([]);
    expect(await find({ text: number.slice(0, 7).toLowerCase() })).toEqual([number]);
    expect(await find({ product: '2021', states: ['new'] })).toEqual([number]);
    expect(await find({ product: '2021', states: ['closed'] })).toEqual([]);
    expect(await find({ owner: null })).toHaveLength(2);
    await act(number, { does: 'take' });
    expect(await find({ owner: 'kim' })).toEqual([number]);
    await act(number, { does: 'tag', tags: ['Second Floor'] });
    expect(await find({ tag: 'second-floor' })).toEqual([number]);
    expect(await find({ text: 'NPPR9-FWDCX-D2C8J-H872K-2YT43' })).toEqual([]);
    expect(await d.desk.counts([{}, { owner: 'kim' }, { owner: null }, { states: ['merged'] }])).toEqual([2, 1, 1, 0]);
  });

  it.each(['priority', 'deadline', 'age', 'change'] as const)('pages through everything once, sorted by %s', async (sort) => {
    const numbers: string[] = [];
    for (let at = 0; at < 7; at += 1) {
      d.clock.at += 60_000;
      numbers.push((await asked()).number);
    }
    await act(numbers[2] ?? '', { does: 'close', because: 'elsewhere' });
    const seen: string[] = [];
    for (let after: string | undefined = ''; after !== undefined; ) {
      const page = await d.desk.find({ sort, limit: 3, after });
      seen.push(...page.lines.map(({ number }) => number));
      after = page.next;
    }
    expect(seen.toSorted()).toEqual(numbers.toSorted());
    if (sort === 'age') expect(seen).toEqual(numbers);
  });
});

const KIM_ONLY = { id: 'kim', name: 'Kim' };
