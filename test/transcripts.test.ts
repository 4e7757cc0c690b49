import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OUTCOMES } from '../src/knowledge/outcomes.ts';
import { TEXTS } from '../src/language/language.ts';
import type { Expectation } from '../src/transcript/chat.ts';
import { complaint } from '../src/transcript/check.ts';
import { coverageOf, report } from '../src/transcript/coverage.ts';
import { pureTalk, realTalk, runningDesk, WORLD } from './desk.ts';
import { transcripts } from './transcripts.ts';

/** The outcome or article that a line expects. */
const named = (expected: Expectation): readonly string[] =>
  expected.kind === 'advises' ? [expected.outcome] : expected.kind === 'says' ? [expected.key.replace(/^articles\./, '')] : [];

describe('transcripts, through the pure turn', () => {
  it.each(transcripts)('$name', (file) => {
    const talk = pureTalk(file.locale);
    file.exchanges.forEach(({ says }, at) => {
      expect(complaint(file, at, talk.say(says))).toBe('');
    });
  });
});

describe('transcripts together', () => {
  const coverage = coverageOf(transcripts, WORLD);

  it('go through every place and every way of the tree', () => {
    process.stdout.write(`${report(coverage)}\n`);
    expect([...coverage.places].filter(([, times]) => times === 0).map(([name]) => name)).toEqual([]);
    expect([...coverage.ways].filter(([, times]) => times === 0).map(([name]) => name)).toEqual([]);
  });

  it('are advised every outcome, and shown every remark and article', () => {
    const shown = new Set(transcripts.flatMap(({ exchanges }) => exchanges.flatMap(({ expects }) => expects.flatMap(named))));
    const remarks = Object.keys(TEXTS.en.articles).filter((id) => /^(?:EOS|FAQ)-/.test(id));
    expect([...Object.keys(OUTCOMES), ...remarks].filter((id) => !shown.has(id))).toEqual([]);
    expect(Object.keys(OUTCOMES).length + remarks.length).toBeGreaterThanOrEqual(120);
  });
});

describe('transcripts, through the running desk', () => {
  let desk: Awaited<ReturnType<typeof runningDesk>>;
  beforeAll(async () => {
    desk = await runningDesk();
  });
  afterAll(() => desk.close());

  it.each(transcripts)('$name', async (file) => {
    const talk = realTalk(desk.url, file.locale);
    for (const [at, { says }] of file.exchanges.entries()) expect(complaint(file, at, await talk.say(says))).toBe('');
  });
});
