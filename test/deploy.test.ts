import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { deskMaker } from '../torture/desk.ts';
import { type Message, post } from '../torture/post.ts';

const here = resolve(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'deploy-'));
const tomorrow = join(folder, 'tomorrow');

/** Changes a text of tomorrow's program; what it changes must be there. */
const change = (file: string, from: string | RegExp, to: string) => {
  const path = join(tomorrow, file);
  const before = readFileSync(path, 'utf8');
  const after = before.replaceAll(from, to);
  if (after === before) throw new Error(`${file} holds no ${from}`);
  writeFileSync(path, after);
};

const changeTexts = (language: string) => {
  change(`locales/${language}/words.json`, 'kms.network', 'kms.reach');
  const path = join(tomorrow, 'locales', language, 'questions.json');
  const questions = JSON.parse(readFileSync(path, 'utf8'));
  const { network, ...others } = questions.kms;
  const vpn = { ...network, values: { yes: network.values.inside, no: network.values.outside } };
  writeFileSync(path, JSON.stringify({ ...questions, kms: { ...others, reach: network, vpn } }));
};

/** The program of the next release, in a folder of its own: its tree differs from today's in four ways. */
const writeTomorrow = () => {
  for (const part of ['src', 'locales', 'torture', 'package.json']) cpSync(join(here, part), join(tomorrow, part), { recursive: true });
  symlinkSync(join(here, 'node_modules'), join(tomorrow, 'node_modules'));
  // A question is called otherwise.
  for (const file of ['machines/facts', 'understanding/implied', 'understanding/outputs/port-test', 'triage/by-fact'])
    change(`src/${file}.ts`, 'kms.network', 'kms.reach');
  change('locales/heard-elsewhere.json', 'kms.network', 'kms.reach');
  for (const language of ['en', 'de']) changeTexts(language);
  change('src/machines/renamed.ts', "'tried.HOST-04':", "'kms.network': 'kms.reach', 'tried.HOST-04':");
  // A new question comes after it.
  change('src/machines/facts.ts', "  'kms.reach':", "  'kms.vpn': ['yes', 'no'],\n  'kms.reach':");
  change(
    'src/machines/kms.ts',
    /network: question\('kms\.network', \{ inside: 'reached'/g,
    "network: question('kms.reach', { inside: 'vpn'",
  );
  change(
    'src/machines/kms.ts',
    '  away: question(',
    "  vpn: question('kms.vpn', { yes: 'reached', no: 'away', unknown: 'reached' }),\n  away: question(",
  );
  // An outcome is gone.
  change('src/machines/codes.ts', "registry: 'TECH-04'", "registry: 'TECH-01'");
  change('src/machines/codes.ts', /\n *'TECH-04': outcome[^\n]*/g, '');
  change('src/knowledge/outcomes.ts', /\n *'TECH-04':[^\n]*/g, '');
  // A value is gone.
  change('src/machines/facts.ts', ", 'months-ahead']", ']');
  change('src/machines/kms.ts', " 'months-ahead': 'KMS-06',", '');
};

describe('a new release with another tree, under talks that go on', () => {
  const database = join(folder, 'desk.db');
  let today: ReturnType<typeof deskMaker>;
  let next: ReturnType<typeof deskMaker>;
  let url = '';
  let said = 0;
  const say = async (conversation: string, message: Pick<Message, 'text' | 'pressed'>) => {
    said += 1;
    const replies = await post(url, { id: `${said}`, conversation, ...message });
    return {
      keys: replies?.flatMap(({ channelData }) => channelData.activationDesk.keys),
      ask: replies?.at(-1)?.channelData.activationDesk.ask,
    };
  };
  const press = (conversation: string, ask: string, value: string) => say(conversation, { pressed: { ask, value } });

  beforeAll(async () => {
    writeTomorrow();
    today = deskMaker(database, { light: true });
    next = deskMaker(database, { light: true, root: tomorrow });
    const desk = await today.start();
    url = desk.url;
    for (const talk of ['button', 'words', 'further', 'away']) expect((await say(talk, { text: '0xC004F074' })).ask).toBe('kms.network');
    expect((await press('further', 'kms.network', 'inside')).ask).toBe('kms.port');
    await press('away', 'kms.network', 'outside');
    expect((await press('away', 'kms.away', 'months-ahead')).ask).toBe('tried.KMS-06');
    expect((await say('gone', { text: '0x8007000D' })).ask).toBe('tried.TECH-04');
    await desk.kill();
    url = (await next.start()).url;
  });
  afterAll(async () => {
    await today?.end();
    await next?.end();
    rmSync(folder, { recursive: true });
  });

  it('takes the answer to a question that is called otherwise now, from an old button and in words, and asks the new one', async () => {
    expect((await press('button', 'kms.network', 'inside')).ask).toBe('kms.vpn');
    expect((await say('words', { text: 'yes' })).ask).toBe('kms.vpn');
  });

  it('asks a question that is new on the way, and keeps what was answered before and after it', async () => {
    expect((await press('further', 'kms.port', 'open')).ask).toBe('kms.vpn');
    expect((await press('further', 'kms.vpn', 'yes')).ask).toBe('kms.clock');
  });

  it('says that an outcome is gone, and gives the one that stands there now', async () => {
    const { keys, ask } = await press('gone', 'tried.TECH-04', 'no');
    expect(keys).toContain('talk.renamed');
    expect(ask).toBe('tried.TECH-01');
  });

  it('asks again what was answered by a value that is gone', async () => {
    expect((await press('away', 'tried.KMS-06', 'no')).ask).toBe('kms.away');
  });
});
