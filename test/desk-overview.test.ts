import { describe, expect, it } from '@jest/globals';
import type { Record } from '../src/conversation/record.ts';
import { overviewOf } from '../src/staff/overview.ts';
import { pureTalk, WORLD } from './desk.ts';

const recordOf = (locale: string, says: readonly string[]): Record => {
  const talk = pureTalk(locale);
  for (const each of says) talk.say(each);
  const record = talk.record();
  if (record === undefined) throw new Error('nothing was said');
  return record;
};
const NOW = '2026-11-24T16:00:00.000Z';
const EARLIER = WORLD.now;
const JUST_NOW = '2026-11-24T15:59:00.000Z';

const SOLVED = ['0xC004F074', 'yes', 'closed', 'it works now'];
const talks = [
  { key: 'a', at: EARLIER, record: recordOf('en', SOLVED) },
  { key: 'b', at: EARLIER, record: recordOf('de', ['0xC004F074', 'ja', 'geschlossen', 'es geht jetzt']) },
  { key: 'c', at: EARLIER, record: recordOf('en', ['0xC004F074', 'yes']) },
  { key: 'd', at: JUST_NOW, record: recordOf('en', ['0xC004C020']) },
  { key: 'e', at: EARLIER, record: recordOf('en', ['0xC004C020', 'a person']) },
];

describe('the overview', () => {
  const overview = overviewOf(
    talks,
    [
      { openedAt: '2026-11-24T10:00:00.000Z', history: [{ version: 2, at: '2026-11-24T10:30:00.000Z', step: 'reply', by: 'Ann' }] },
      { openedAt: '2026-11-24T10:00:00.000Z', history: [{ version: 2, at: '2026-11-24T10:10:00.000Z', step: 'accept', by: 'Ann' }] },
      { openedAt: '2026-11-24T10:00:00.000Z', history: [{ version: 2, at: '2026-11-24T10:01:00.000Z', step: 'note', by: 'Ann' }] },
    ],
    NOW,
  );

  it('counts what was solved without a person, by advice and language', () => {
    expect(overview).toMatchObject({ talks: 5, solved: 2, withPerson: 1 });
    expect(overview.successes).toContainEqual({ outcome: 'KMS-08', language: 'en', advised: 1, solved: 1, up: 0, down: 0 });
    expect(overview.successes).toContainEqual({ outcome: 'KMS-08', language: 'de', advised: 1, solved: 1, up: 0, down: 0 });
  });

  it('counts thumbs by advice and language, also on an advice that the talk has left', () => {
    const thumbs = ['up', 'down', 'down'] as const;
    const rated = thumbs.map((thumb, at) => ({
      key: `rated ${at}`,
      at: EARLIER,
      record: { ...recordOf('de', ['0xC004F074', 'ja']), thumbs: { 'KMS-08': thumb } },
    }));
    const { successes } = overviewOf([...talks, ...rated], [], NOW);
    expect(successes).toContainEqual({ outcome: 'KMS-08', language: 'de', advised: 4, solved: 1, up: 1, down: 2 });
    expect(successes).toContainEqual({ outcome: 'KMS-08', language: 'en', advised: 1, solved: 1, up: 0, down: 0 });
  });

  it('counts who left at a question: silent for an hour, and not with the helpdesk', () => {
    expect(overview.dropOffs).toEqual([{ ask: 'kms.port', asked: 3, left: 1 }]);
  });

  it('tells the time to the first answer; a note is none', () => {
    expect(overview.firstAnswer).toEqual({ median: 30, slowest: 30, cases: 2 });
    expect(overviewOf([], [], NOW).firstAnswer).toBeUndefined();
  });

  it('sees an outbreak from three people on', () => {
    expect(overview.outbreaks.map(({ about, people }) => [about, people])).toEqual([['0xC004F074', 3]]);
    expect(overviewOf(talks.slice(0, 2), [], NOW).outbreaks).toEqual([]);
  });
});
