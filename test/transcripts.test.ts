import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { standingOf } from '../src/conversation/standing.ts';
import { allPlaces } from '../src/machines/distance.ts';
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

describe('transcripts together', () => {
  it('are fifty at least, and reach every branch of the tree', () => {
    expect(files.length).toBeGreaterThanOrEqual(50);
    const reached = new Set(
      files.flatMap((file) => {
        const talk = pureTalk(file.locale);
        return file.exchanges.flatMap(({ says, presses }) => {
          talk.say(presses ?? says);
          const record = talk.record();
          const standing = record && standingOf(record);
          return standing === undefined
            ? []
            : [...standing.path.map(({ place }) => place), standing.place].map((place) => place.split('.')[1]);
        });
      }),
    );
    const branches = allPlaces.map(({ id }) => id.split('.')[1]).filter((branch) => branch !== undefined);
    expect([...new Set(branches)].filter((branch) => !reached.has(branch))).toEqual([]);
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
