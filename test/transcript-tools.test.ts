import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readTranscript, writeTranscript } from '../src/transcript/activities.ts';
import { parseChat } from '../src/transcript/chat.ts';
import { complaint } from '../src/transcript/check.ts';
import { recordChat } from '../src/transcript/record.ts';
import { pureTalk, realTalk, runningDesk, WORLD } from './desk.ts';

const KEY = 'BQ7TR-VKD3W-Y9HFC-2XMPG-RT4QX';
const complaints = (name: string, content: string) => {
  const file = parseChat(name, content);
  const talk = pureTalk(file.locale);
  return file.exchanges.map(({ says }, at) => complaint(file, at, talk.say(says))).filter((each) => each !== '');
};

describe('a recorded talk', () => {
  const recorded = recordChat('Recorded.', 'de-DE', ['0xC004F074', 'ja', { ask: 'kms.port', value: 'closed' }, 'nein\nimmer noch'], WORLD);

  it('holds what came, and is read back as it was written', () => {
    expect(complaints('recorded', recorded)).toEqual([]);
    const { locale, exchanges } = parseChat('recorded', recorded);
    expect(locale).toBe('de-DE');
    expect(exchanges.map(({ says }) => says)).toEqual(['0xC004F074', 'ja', { ask: 'kms.port', value: 'closed' }, 'nein\nimmer noch']);
    expect(exchanges[0]?.expects).toContainEqual(expect.objectContaining({ kind: 'asks', ask: 'kms.network' }));
    expect(exchanges[2]?.expects).toContainEqual(expect.objectContaining({ kind: 'advises', outcome: 'KMS-08' }));
  });

  it('says clearly what was expected and what came, when the desk answers otherwise', () => {
    const [said] = complaints('changed', recorded.replace('advice KMS-08', 'advice KMS-09'));
    expect(said).toMatch(/changed: after line \d+ "> \{kms\.port=closed\}"/);
    expect(said).toContain('advises KMS-09');
    expect(said).toContain('< advice KMS-08');
  });

  it('names the line that it cannot read', () => {
    expect(() => parseChat('bad', '> hello\nsymptom')).toThrow('bad:2');
  });
});

describe('a Bot Framework transcript', () => {
  const file = parseChat('talk', '> 0xC004F074\n> yes\n> {kms.port=closed}\n');
  const written = JSON.parse(writeTranscript(file, WORLD)) as {
    type: string;
    id: string;
    timestamp: string;
    from: { role: string };
    replyToId?: string;
  }[];

  it('holds who said what in order, each reply to what it answers, and comes back as what was said', () => {
    expect(written.every(({ type, from }) => type === 'message' && ['user', 'bot'].includes(from.role))).toBe(true);
    expect(written.map(({ timestamp }) => timestamp)).toEqual(written.map(({ timestamp }) => timestamp).sort());
    expect(new Set(written.map(({ id }) => id)).size).toBe(written.length);
    const persons = written.filter(({ from }) => from.role === 'user').map(({ id }) => id);
    expect(written.filter(({ from }) => from.role === 'bot').every(({ replyToId = '' }) => persons.includes(replyToId))).toBe(true);
    expect(readTranscript(written)?.sayings).toEqual(file.exchanges.map(({ says }) => says));
  });

  it.each([
    ['an object that holds it', { transcript: written }],
    ["Direct Line's set of activities", { activities: written, watermark: '7' }],
  ])('is read from %s as well', (_, json) => {
    expect(readTranscript(json)?.sayings).toEqual(file.exchanges.map(({ says }) => says));
  });

  it('gives no key away, and is refused where it is none', () => {
    const said = { type: 'message', from: { id: 'u', role: 'user' }, locale: 'de-DE', text: `mein Key ist ${KEY}` };
    expect(readTranscript([said])).toEqual({ locale: 'de-DE', sayings: [expect.not.stringContaining('VKD3W')] });
    expect(readTranscript({ hello: 1 })).toBeUndefined();
    expect(readTranscript('text')).toBeUndefined();
  });
});

describe('npm run transcript', () => {
  let desk: Awaited<ReturnType<typeof runningDesk>>;
  const folder = mkdtempSync(join(tmpdir(), 'activation-desk-'));
  const run = async (...args: readonly string[]) => {
    const env = { ...process.env, DATABASE_URL: `file:${desk.database}` };
    return promisify(execFile)(process.execPath, [resolve(import.meta.dirname, '../src/cli/transcript.ts'), ...args], { env });
  };
  beforeAll(async () => {
    desk = await runningDesk();
  });
  afterAll(async () => {
    await desk.close();
    rmSync(folder, { recursive: true });
  });

  it('turns a case and a talk into a transcript that passes, redacted, and that into one of the Bot Framework', async () => {
    const talk = realTalk(desk.url, 'en-US');
    await talk.say(`0xC004F074, my key is ${KEY}`);
    await talk.say('yes');
    await talk.say({ ask: 'kms.port', value: 'closed' });
    const [told] = await talk.post({ text: 'a person' });
    const number = /AD-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(told?.text ?? '')?.[0] ?? '';
    const { stdout: fromCase } = await run('record', number);
    expect(fromCase).not.toContain('VKD3W');
    expect(fromCase).toContain('> {kms.port=closed}');
    expect(complaints('case', fromCase)).toEqual([]);

    const { stdout: talks } = await run('talks');
    const { stdout: fromTalk } = await run('record', talks.slice(0, 12));
    expect(fromTalk.split('\n').slice(1)).toEqual(fromCase.split('\n').slice(1));

    const chat = join(folder, 'talk.chat');
    writeFileSync(chat, fromCase);
    expect((await run('check', chat)).stdout).toContain('as expected');
    const transcript = join(folder, 'talk.transcript');
    writeFileSync(transcript, (await run('write', chat)).stdout);
    expect(readFileSync(transcript, 'utf8')).toContain('"role": "user"');
    expect(complaints('back', (await run('read', transcript)).stdout)).toEqual([]);
  });

  it('says what it can do, and what it does not find', async () => {
    await expect(run()).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('npm run -s transcript') });
    await expect(run('record', 'AD-NONE-NONE')).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('AD-NONE-NONE') });
  });
});
