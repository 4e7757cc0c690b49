import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runningDesk } from './desk.ts';
import { personIn, teamsChannel } from './teams-channel.ts';

const STAFF = '00000000-0000-4000-8000-00000000000a';
const STRANGER = '00000000-0000-4000-8000-00000000000b';

let desk: Awaited<ReturnType<typeof runningDesk>>;
let channel: Awaited<ReturnType<typeof teamsChannel>>;
let staff: ReturnType<typeof personIn>;
let number: string;
beforeAll(async () => {
  desk = await runningDesk({ staff: [STAFF] });
  channel = await teamsChannel();
  const person = personIn(desk.url, channel);
  await person.say('0xC004F074');
  const handed = await person.say('a person');
  number = /AD-\w{4}-\w{4}/.exec(JSON.stringify(handed))?.[0] ?? '';
  staff = personIn(desk.url, channel, { id: '29:staff', conversation: 'a:staff' });
});
afterAll(async () => {
  await desk.close();
  await channel.close();
});

interface Result {
  readonly content: object;
  readonly preview: { readonly content: { readonly title: string; readonly text: string } };
}
const search = async (words: string | undefined, more: object = {}) => {
  const parameters = words === undefined ? [{ name: 'initialRun', value: 'true' }] : [{ name: 'words', value: words }];
  const { status, body } = await staff.post({
    type: 'invoke',
    name: 'composeExtension/query',
    text: undefined,
    value: { commandId: 'search', parameters },
    ...more,
  });
  expect(status).toBe(200);
  const { type, text, attachments = [] }: { type: string; text?: string; attachments?: readonly Result[] } = body.composeExtension;
  return { type, text, results: attachments, titles: attachments.map(({ preview }) => preview.content.title) };
};

describe('the search from the compose box', () => {
  it('finds a code however it is typed, with its cause, who acts and the steps', async () => {
    for (const words of ['0xC004F074', 'c004f074', 'F074', '-1073418124']) expect((await search(words)).titles[0]).toBe('0xC004F074');
    const { results } = await search('0xC004F074');
    expect(results[0]?.preview.content.text).toMatch(/\w{4}/);
    const card = JSON.stringify(results[0]?.content);
    expect(card).toContain('Who acts');
    expect(card).toContain('Monospace');
  });

  it('finds advice by its words and by its id, in the language of whoever searches', async () => {
    const blocked = await search('blocked key');
    expect(blocked.titles.slice(0, 3).join()).toMatch(/block/i);
    expect((await search('KMS-08')).results[0]?.preview.content.text).toContain('KMS-08');
    const german = await search('Schlüssel gesperrt', { locale: 'de-DE' });
    expect(german.titles.slice(0, 3).join()).toMatch(/gesperrt/i);
  });

  it('finds cases for staff, by number or by what they are about, and open ones before anything is typed', async () => {
    expect(number).toMatch(/^AD-/);
    expect((await search(number)).titles).toEqual([number]);
    expect((await search('0xC004F074')).titles).toContain(number);
    expect((await search(undefined)).titles).toEqual([number]);
  });

  it('finds no case for anybody else, nor for somebody without an id', async () => {
    for (const from of [
      { id: '29:staff', aadObjectId: STRANGER },
      { id: '29:staff' },
      { id: STAFF },
      { id: '29:staff', aadObjectId: [STAFF] },
    ]) {
      expect((await search(number, { from })).titles).toEqual([]);
      expect((await search('0xC004F074', { from })).titles).not.toContain(number);
      expect((await search(undefined, { from })).type).toBe('message');
    }
  });

  it('says that nothing was found', async () => {
    const { type, text } = await search('zzzz qqqq');
    expect([type, text]).toEqual(['message', expect.stringContaining('zzzz qqqq')]);
  });
});

describe('the triage of a message', () => {
  const triage = async (content: string, contentType = 'html', more: object = {}) => {
    const { status, body } = await staff.post({
      type: 'invoke',
      name: 'composeExtension/fetchTask',
      text: undefined,
      value: { commandId: 'triage', commandContext: 'message', messagePayload: { body: { contentType, content } } },
      ...more,
    });
    expect(status).toBe(200);
    expect(body.task.type).toBe('continue');
    return body.task.value.card.content;
  };

  it('tells what was read, where it leads or what to ask next, and drafts a reply that can be put into the message', async () => {
    const card = await triage('<div>Hi, <b>Word</b> says 0xC004F074 since Monday,&nbsp;my colleague has the same</div>');
    const facts = card.body.find(({ type }: { type: string }) => type === 'FactSet').facts;
    expect(facts.map(({ title }: { title: string }) => title)).toEqual(expect.arrayContaining(['Read', 'Who acts', 'How sure']));
    expect(JSON.stringify(facts)).toContain('0xC004F074');
    expect(card.actions[0].data.draft).toContain('0xC004F074');
    const { status, body } = await staff.post({
      type: 'invoke',
      name: 'composeExtension/submitAction',
      text: undefined,
      value: { commandId: 'triage', data: card.actions[0].data },
    });
    expect(status).toBe(200);
    expect(body.composeExtension.type).toBe('result');
    expect(JSON.stringify(body.composeExtension.attachments[0].content)).toContain('0xC004F074');
  });

  it('names the advice where the message leads to one, in the words of the reader', async () => {
    const card = await triage('0x4004F040', 'text', { locale: 'de' });
    expect(JSON.stringify(card.body)).toContain('Führt zu');
    expect(JSON.stringify(card.body)).toContain('OK-01');
  });

  it('keeps a key out of what it shows, and says so where there are no words', async () => {
    const key = ['VMFTK', 'BCDFG', 'HJKMP', 'QRTVW', '6F7TH'].join('-');
    expect(JSON.stringify(await triage(`my key ${key} is refused`))).not.toContain('VMFTK');
    expect(JSON.stringify(await triage('<img src="x">'))).toContain('no words');
  });
});
