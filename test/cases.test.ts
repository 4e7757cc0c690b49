import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { COMMANDS } from '../src/knowledge/commands.ts';
import { pureTalk, realTalk, runningDesk, WORLD } from './desk.ts';

const run = promisify(execFile);
const root = resolve(import.meta.dirname, '..');

describe('a case', () => {
  let desk: Awaited<ReturnType<typeof runningDesk>>;
  beforeAll(async () => {
    desk = await runningDesk({ contact: 'help@example.org' });
  });
  afterAll(() => desk.close());
  const program = (name: string, ...words: string[]) =>
    run(process.execPath, [resolve(root, `src/cli/${name}.ts`), ...words], {
      env: { PATH: process.env.PATH, DATABASE_URL: `file:${desk.database}` },
    }).then(
      ({ stdout }) => stdout,
      ({ stderr }) => String(stderr),
    );
  const cases = (...words: string[]) => program('cases', ...words);

  it('is stored in the very turn that asks for a person, with facts, path and redacted transcript, and the list prints it', async () => {
    expect(await cases()).toContain('There are no cases.');
    const talk = realTalk(desk.url, 'en');
    await talk.say('0xC004F074, Office LTSC 2021, my key is NPPR9-FWDCX-D2C8J-H872K-2YT43');
    await talk.say('yes');
    const [reply] = await talk.post({ text: 'a person' });
    const number = /AD-\w{4}-\w{4}/.exec(reply?.text ?? '')?.[0] ?? '';
    expect(number).not.toBe('');
    expect(reply?.text).toContain('mailto:help@example.org');
    expect(await cases()).toContain(number);
    const printed = await cases(number);
    for (const part of ['0xC004F074', 'kms.network = inside', 'Office LTSC 2021', 'kms.network', '> a person'])
      expect(printed).toContain(part);
    expect(printed).not.toContain('FWDCX');
    const [known] = await talk.post({ text: 'a person' });
    expect(known?.text).toContain(number);
    expect((await cases()).trim().split('\n')).toHaveLength(1);
    expect(await cases('close', number)).toContain('Closed');
    expect(await cases()).toContain('closed');
    expect(await cases('AD-NONE-NONE')).toContain('There is no case');
  });

  it('is noted down when staff look at it, close it or delete it, and who deletes it deletes the talk', async () => {
    const talk = realTalk(desk.url, 'en');
    await talk.say('0xC004F074 in Zanzibar');
    const [reply] = await talk.post({ text: 'a person' });
    const number = /AD-\w{4}-\w{4}/.exec(reply?.text ?? '')?.[0] ?? '';
    await cases(number);
    expect(await program('erase', number)).toContain(`Deleted ${number}`);
    expect(await cases(number)).toContain('There is no case');
    expect(await program('erase', number)).toContain('There is no case');
    expect((await talk.say('hello'))[0]?.keys).toContain('talk.welcome');
    const noted = await program('audit');
    const about = noted.split('\n').filter((line) => line.includes(number));
    expect(about.map((line) => line.split('  ')[2])).toEqual(['erased', 'read']);
    for (const what of ['listed', 'close']) expect(noted).toContain(`  ${what}  `);
    expect(noted).not.toMatch(/Zanzibar|0xC004F074/);
  });

  it('asks the administrator for what the person could not do, with its steps and commands, ready written', () => {
    const talk = pureTalk('en');
    for (const says of ['0xC004F074, Office 2019', 'yes', 'closed']) talk.say(says);
    const [reply] = talk.hear('I cannot do that');
    const request = reply?.text
      .split('\n')
      .filter((line) => line.startsWith('> '))
      .join('\n');
    expect(reply?.channelData.activationDesk.outcome).toBe('KMS-02');
    expect(request).toContain('KMS-08');
    expect(request).toContain(COMMANDS.testport.line);
    expect(request).not.toContain('{{');
  });

  it('says openly that nobody is notified where there is no contact, and mails nothing', () => {
    const talk = pureTalk('en');
    talk.say('0xC004F074');
    const [reply] = talk.hear('a person');
    expect(reply?.channelData.activationDesk.keys).toContain('talk.person.nobody');
    expect(reply?.text).toContain(WORLD.caseNumber);
    expect(reply?.text).not.toContain('mailto:');
  });

  it('links to a contact that is an address of a page', () => {
    const talk = pureTalk('de', { ...WORLD, contact: 'https://desk.example.org/new' });
    talk.say('0xC004F074');
    const [reply] = talk.hear('ein Mensch');
    expect(reply?.text).toContain('(https://desk.example.org/new)');
    expect(reply?.channelData.activationDesk.keys).not.toContain('talk.person.nobody');
  });
});
