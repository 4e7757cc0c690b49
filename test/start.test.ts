import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openStore } from '../src/storage/open.ts';
import { realTalk } from './desk.ts';
import { directLineOf, socketTo } from './webchat-client.ts';

const root = resolve(import.meta.dirname, '..');
let folder: string;
const running = new Set<ChildProcess>();
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'start-'));
});
afterEach(() => {
  for (const child of running) child.kill('SIGKILL');
  running.clear();
  rmSync(folder, { recursive: true, force: true });
});

const start = (environment: Readonly<Record<string, string>> = {}) => {
  const child = spawn(process.execPath, [join(root, 'src/main.ts')], {
    cwd: folder,
    env: { PATH: process.env.PATH ?? '', PORT: '0', DATABASE_URL: 'file:some/where/desk.db', ...environment },
  });
  running.add(child);
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  child.stderr.on('data', (chunk) => {
    output += chunk;
  });
  const ended = new Promise<number | null>((done) => child.once('exit', done));
  const line = async (): Promise<string> => {
    for (;;) {
      const found = /listens on (http:\S+).*\n/.exec(output);
      if (found) return found[0];
      if (child.exitCode !== null) throw new Error(output);
      await new Promise((again) => setTimeout(again, 25));
    }
  };
  const link = async (): Promise<string> => {
    await line();
    for (;;) {
      const found = /^Staff sign in.* (http:\S+)\n/m.exec(output);
      if (found?.[1] !== undefined) return found[1];
      await new Promise((again) => setTimeout(again, 25));
    }
  };
  return { child, ended, line, link, output: () => output, url: async () => /http:\S+/.exec(await line())?.[0] ?? '' };
};

describe('a started desk', () => {
  it('says where it listens and through which doors, and where staff of this computer sign in', async () => {
    const desk = start();
    expect(await desk.line()).toMatch(/^listens on http:\/\/127\.0\.0\.1:\d+\/ \(.*this computer only\)\n$/);
    expect(await desk.link()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/desk\/sign-in\/link\?key=[\w-]{43}$/);
    expect(desk.output().trim().split('\n')).toHaveLength(2);
  });

  it('names a bad setting and does not start', async () => {
    const desk = start({ PORT: 'eighty', HELPDESK_CONTACT: 'nobody' });
    expect(await desk.ended).toBe(78);
    expect(desk.output()).toContain('PORT');
    expect(desk.output()).toContain('HELPDESK_CONTACT');
  });

  it('goes on with a talk after it was killed in the middle, and answers a repeated message with what it said', async () => {
    const first = start();
    const talk = realTalk(await first.url(), 'en');
    const before = await talk.say('0xC004F074');
    expect(before.at(-1)?.ask).toBe('kms.network');
    first.child.kill('SIGKILL');
    await first.ended;
    const second = start();
    const url = await second.url();
    const answer = await talk.postTo(url, { text: 'yes', id: 'again' });
    expect(answer.at(-1)?.channelData.activationDesk.ask).toBe('kms.port');
    const again = await talk.postTo(url, { text: 'yes', id: 'again' });
    expect(again.map(({ text }) => text)).toEqual(answer.map(({ text }) => text));
  });

  it.each([
    ['throws in a timer', 'setTimeout(() => { throw new Error("a secret") }, 1)'],
    ['leaves a promise alone', 'Promise.reject(new Error("a secret"))'],
    ['emits an error that nobody hears', 'new (require("node:events").EventEmitter)().emit("error", new Error("a secret"))'],
    ['throws what is no error', 'setTimeout(() => { throw "a secret" }, 1)'],
  ])('that %s says so, finishes what it has and ends, to be started anew', async (_name, code) => {
    // Loaded beside the program, as something that we use might break.
    const plug = join(folder, 'broken.cjs');
    writeFileSync(plug, `process.once('SIGUSR2', () => { ${code} });`);
    const desk = start({ NODE_OPTIONS: `--require ${plug}` });
    const talk = realTalk(await desk.url(), 'en');
    const said = talk.say('0xC004F074');
    desk.child.kill('SIGUSR2');
    expect(await desk.ended).toBe(70);
    await said.catch(() => undefined);
    expect(desk.output()).toContain('nobody caught');
    expect(desk.output()).not.toContain('a secret');
    const second = start();
    expect((await realTalk(await second.url(), 'en').say('hello')).length).toBeGreaterThan(0);
  });

  it('answers what it has accepted when it is asked to end, and lets open pages know', async () => {
    const desk = start();
    const url = await desk.url();
    const { open } = directLineOf(() => url);
    const sockets = await Promise.all(Array.from({ length: 10 }, async () => socketTo((await open()).streamUrl)));
    await Promise.all(sockets.map(({ until }) => until(1)));
    const outcomes = Array.from({ length: 50 }, () =>
      realTalk(url, 'en')
        .say('0xC004F074')
        .then(
          (said) => (said.length > 0 ? 'answered' : 'empty'),
          (error: Error & { cause?: { code?: string } }) => error.cause?.code ?? error.message,
        ),
    );
    await Promise.race(outcomes);
    desk.child.kill('SIGTERM');
    const ends = await Promise.all(outcomes);
    // What the desk had not read yet was not accepted: its connection is refused or reset, and nothing of it is stored.
    const refused = ['ECONNREFUSED', 'ECONNRESET', 'UND_ERR_SOCKET'];
    expect(ends.filter((each) => each !== 'answered' && !refused.includes(each))).toEqual([]);
    expect(await Promise.all(sockets.map(({ ended }) => ended))).toEqual(sockets.map(() => 1001));
    expect(await desk.ended).toBe(0);
    const store = await openStore(join(folder, 'some/where/desk.db'));
    expect(await store.talks()).toHaveLength(sockets.length + ends.filter((each) => each === 'answered').length);
    await store.close();
  });

  it('ends by itself when asked to', async () => {
    const desk = start();
    await desk.line();
    desk.child.kill('SIGTERM');
    expect(await desk.ended).toBe(0);
  });
});
