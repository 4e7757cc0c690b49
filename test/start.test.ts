import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { realTalk } from './desk.ts';

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
  return { child, ended, line, output: () => output, url: async () => /http:\S+/.exec(await line())?.[0] ?? '' };
};

describe('a started desk', () => {
  it('says on one line where it listens and through which doors', async () => {
    const desk = start();
    expect(await desk.line()).toMatch(/^listens on http:\/\/127\.0\.0\.1:\d+\/ \(.*this computer only\)\n$/);
    expect(desk.output().trim().split('\n')).toHaveLength(1);
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

  it('ends by itself when asked to', async () => {
    const desk = start();
    await desk.line();
    desk.child.kill('SIGTERM');
    expect(await desk.ended).toBe(0);
  });
});
