import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { complaint } from './chat-check.ts';
import { chatFiles } from './chat-file.ts';
import { pureTalk, realTalk, runningDesk } from './desk.ts';

const files = chatFiles();

describe('transcripts, through the pure turn', () => {
  it.each(files)('$name', (file) => {
    const talk = pureTalk(file.locale);
    file.exchanges.forEach(({ says, presses }, at) => {
      expect(complaint(file, at, talk.say(presses ?? says))).toBe('');
    });
  });
});

describe('transcripts, through the running desk', () => {
  let desk: Awaited<ReturnType<typeof runningDesk>>;
  beforeAll(async () => {
    desk = await runningDesk();
  });
  afterAll(() => desk.close());

  it.each(files)('$name', async (file) => {
    const talk = realTalk(desk.url, file.locale);
    for (const [at, { says, presses }] of file.exchanges.entries()) expect(complaint(file, at, await talk.say(presses ?? says))).toBe('');
  });
});
