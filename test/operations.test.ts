import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createLate } from '../src/operations/late.ts';
import { captureConsole, createLog, type LogLevel } from '../src/operations/log.ts';
import { CHANNELS, REASONS, RESULTS } from '../src/operations/metrics.ts';
import { createPseudonym } from '../src/operations/watch.ts';
import { realTalk, runningDesk } from './desk.ts';

const KEY = 'HXBJ7-P4KNF-VQ2TG-DYC3W-R8M6B';

/** A log that keeps its lines. */
const keptLog = (level: LogLevel = 'info') => {
  const late = createLate();
  const lines: string[] = [];
  const log = createLog(level, late, { write: (line) => void lines.push(line) });
  return { log, late, lines, entries: () => lines.map((line) => JSON.parse(line)) };
};

describe('the log', () => {
  it('loses every secret that gets there, in texts, names, messages and stacks of errors, and counts it', () => {
    const { log, late, lines, entries } = keptLog();
    const error = Object.assign(new Error(`no such key ${KEY}`, { cause: new Error(KEY) }), { [KEY]: KEY });
    log.info({ text: `my key ${KEY}`, [`a ${KEY}`]: { deep: [KEY] } }, `said ${KEY}`);
    log.error(error);
    log.error({ err: error, error }, 'failed');
    expect(lines.join('')).not.toContain('P4KNF');
    expect(entries()[0]).toMatchObject({ text: 'my key [key …R8M6B]', msg: 'said [key …R8M6B]' });
    expect(late.counts()).toEqual({ log: 3, store: 0 });
  });

  it('says what it is told where there is no secret, and counts nothing', () => {
    const { log, late, entries } = keptLog();
    log.info({ status: 400, error: 'bad request' }, 'refused');
    expect(entries()).toEqual([{ level: 30, time: expect.any(Number), status: 400, error: 'bad request', msg: 'refused' }]);
    expect(late.counts()).toEqual({ log: 0, store: 0 });
  });

  it('says as little as the setting wants', () => {
    const { log, lines } = keptLog('error');
    log.warn('perhaps');
    log.error('surely');
    expect(lines).toHaveLength(1);
  });

  it('takes in what libraries write to the console, without the messages of errors', () => {
    const { log, late, entries } = keptLog();
    const target = { ...console };
    const before = target.error;
    const giveBack = captureConsole(log, late, target);
    target.error(new Error(`Unauthorized ${KEY}`));
    target.log('key %s', KEY, 'x'.repeat(1_000));
    giveBack();
    expect(target.error).toBe(before);
    expect(entries()[0].said).toMatch(/^Error \| at /);
    expect(entries()[1].said).toMatch(/^key \[key …R8M6B\] x+$/);
    expect(entries()[1].said).toHaveLength(500);
    expect(late.counts().log).toBe(1);
  });

  it('calls a talk by another name every 90 days', () => {
    let now = 0;
    const pseudonym = createPseudonym(new Uint8Array(32), () => now);
    const first = pseudonym('talk');
    expect([pseudonym('talk') === first, pseudonym('other') === first, first.length]).toEqual([true, false, 12]);
    now = 91 * 24 * 3_600_000;
    expect(pseudonym('talk')).not.toBe(first);
  });
});

describe('a running desk', () => {
  let desk: Awaited<ReturnType<typeof runningDesk>>;
  const kept = keptLog();
  beforeEach(async () => {
    kept.lines.length = 0;
    desk = await runningDesk({}, kept.log);
  });
  afterEach(() => desk.close());
  const get = (path: string, headers: Readonly<Record<string, string>> = {}, url = desk.url) => fetch(new URL(path, url), { headers });
  const figures = async () => (await get('/metrics')).text();

  it('writes one line a turn: what was answered by its ids, and no word of it', async () => {
    const talk = realTalk(desk.url, 'en');
    await talk.say('Zanzibar says 0xC004F074');
    await talk.post({ type: 'typing' });
    const turns = kept.entries().filter(({ msg }) => msg === 'turn');
    expect(turns.map(({ type, result }) => [type, result])).toEqual([
      ['message', 'answered'],
      ['typing', 'silent'],
    ]);
    expect(turns[0].keys).toContain('talk.code');
    expect(kept.lines.join('')).not.toMatch(/Zanzibar|person|product activation/i);
  });

  it('counts turns, advices and what was not understood, under names that nobody types', async () => {
    const talk = realTalk(desk.url, 'en');
    for (const says of ['0xC004F074', 'blue elephants dance', 'yes', 'closed', 'a person']) await talk.say(says);
    await realTalk(desk.url, 'en', 'test').say('hello');
    await get('/nowhere');
    const page = await figures();
    expect(page).toContain('desk_turns_total{channel="webchat",result="answered"} 5');
    expect(page).toContain('desk_turns_total{channel="other",result="answered"} 1');
    expect(page).toContain('desk_turn_seconds_count 6');
    expect(page).toContain('desk_not_understood_total 1');
    expect(page).toMatch(/desk_outcomes_total\{outcome="KMS-\d\d"\} 1/);
    expect(page).toContain('desk_refused_total{reason="unknown"} 1');
    expect(page).toContain('desk_open_cases 1');
    expect(page).toContain('desk_outbox_replies 0');
    expect(page).toContain('redaction_late_total{place="store"} 0');
    const closed: Readonly<Record<string, readonly string[]>> = {
      channel: CHANNELS,
      result: RESULTS,
      reason: Object.values(REASONS),
      place: ['log', 'store'],
      kept: ['yes', 'no'],
    };
    const labels = [...page.matchAll(/(\w+)="([^"]*)"/g)].filter(([, name]) => name !== 'le' && name !== 'outcome');
    expect(labels.filter(([, name = '', value = '']) => !closed[name]?.includes(value))).toEqual([]);
  });

  it('is alive and ready, and says neither what it holds nor where', async () => {
    for (const path of ['/healthz', '/readyz']) {
      const response = await get(path);
      expect([response.status, await response.json()]).toEqual([200, { ok: true }]);
    }
  });

  it('shows its figures to this computer only, or to who has the token', async () => {
    expect((await get('/metrics', { 'x-forwarded-for': '203.0.113.7' })).status).toBe(403);
    const token = 'a-token-of-enough-characters';
    const other = await runningDesk({ metricsToken: token });
    expect((await get('/metrics', {}, other.url)).status).toBe(403);
    expect((await get('/metrics', { authorization: 'Bearer wrong' }, other.url)).status).toBe(403);
    expect((await get('/metrics', { authorization: `Bearer ${token}`, 'x-forwarded-for': '203.0.113.7' }, other.url)).status).toBe(200);
    await other.close();
  });
});

describe('the program', () => {
  const src = resolve(import.meta.dirname, '../src');
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => ({ file: file.replaceAll('\\', '/'), text: readFileSync(join(src, file), 'utf8') }));

  it('writes nothing to the console but through the log', () => {
    const users = files.filter(({ text }) => /\bconsole\.\w+\(/.test(text)).map(({ file }) => file);
    expect(users).toEqual([]);
  });

  it('writes no whole activity anywhere, and reads the raw one in one place', () => {
    // The store writes rows, which are made of what was redacted.
    const writers = files.filter(({ file }) => !file.startsWith('storage/'));
    expect(writers.filter(({ text }) => /JSON\.stringify\((?:activity|inbound|raw|request)\b/.test(text)).map(({ file }) => file)).toEqual(
      [],
    );
    expect(files.filter(({ text }) => /context\.activity|\{ activity \} = context/.test(text)).map(({ file }) => file)).toEqual([
      'dialogs/bot.ts',
    ]);
  });

  it('logs only what is named here: numbers, constant words, places in the program', () => {
    const MAY = [
      'at',
      'status',
      'error',
      'reference',
      'talk',
      'type',
      'result',
      'ms',
      'keys',
      'outcomes',
      'console',
      'said',
      'job',
      'why',
      'route',
      'reason',
      'silent',
    ];
    const calls = files.flatMap(({ file, text }) =>
      [...text.matchAll(/\blog\.(?:fatal|error|warn|info|debug)\(\s*(\{[^}]*\}|[^,)]*)/g)].map(([, first = '']) => ({ file, first })),
    );
    const wrong = calls.filter(({ first }) => {
      if (!first.startsWith('{')) return !/^['`][^$]*['`]$/.test(first.trim());
      const names = [...first.slice(1, -1).matchAll(/(?:^|,)\s*(\w+)/g)].map(([, name = '']) => name);
      return names.some((name) => !MAY.includes(name));
    });
    expect(calls.length).toBeGreaterThan(5);
    expect(wrong).toEqual([]);
  });
});
