import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readConfig } from '../src/config.ts';
import { createLimit } from '../src/http/limit.ts';
import { runningDesk } from './desk.ts';
import { directLineOf } from './webchat-client.ts';

const SEED = Number(process.env.SEED ?? 1);

describe('a limit', () => {
  it('lets a quarter come at once, then one after the other, each caller for himself', () => {
    let now = 0;
    const limit = createLimit(60, () => now);
    expect(Array.from({ length: 15 }, () => limit.take('ann'))).toEqual(Array(15).fill(0));
    expect([limit.take('ann'), limit.take('ben')]).toEqual([1, 0]);
    now += 1_000;
    expect([limit.take('ann'), limit.take('ann')]).toEqual([0, 1]);
  });

  it('never lets more than the number and a quarter of it through in any minute, and says truly how long to wait', () => {
    const pauses = fc.array(fc.integer({ min: 0, max: 4_000 }), { minLength: 50, maxLength: 300 });
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 120 }), pauses, (perMinute, waits) => {
        let now = 0;
        const limit = createLimit(perMinute, () => now);
        const letIn: number[] = [];
        for (const pause of waits) {
          now += pause;
          const seconds = limit.take('ann');
          if (seconds > 0) {
            now += seconds * 1_000;
            expect(limit.take('ann')).toBe(0);
          }
          letIn.push(now);
        }
        for (const from of letIn)
          expect(letIn.filter((at) => at >= from && at < from + 60_000).length).toBeLessThanOrEqual(perMinute + Math.ceil(perMinute / 4));
      }),
      { seed: SEED, numRuns: 200 },
    );
  });

  it('stops nobody where none is set', () => {
    const limit = createLimit(undefined, () => 0);
    expect(Array.from({ length: 1_000 }, () => limit.take('ann')).every((wait) => wait === 0)).toBe(true);
  });
});

describe('who comes too often', () => {
  let desk: Awaited<ReturnType<typeof runningDesk>>;
  beforeAll(async () => {
    desk = await runningDesk({ limits: { person: 12, address: 100 } });
  });
  afterAll(() => desk.close());

  const line = () => directLineOf(() => desk.url);
  const post = (from: string) =>
    fetch(new URL('/api/messages', desk.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        type: 'message',
        id: crypto.randomUUID(),
        channelId: 'test',
        deliveryMode: 'expectReplies',
        conversation: { id: from },
        from: { id: from },
        text: 'hello',
      }),
    });

  it('is asked to wait, and nobody else is', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => post('ann')));
    const refused = answers.filter(({ status }) => status === 429);
    expect(answers.filter(({ status }) => status === 200).length + refused.length).toBe(10);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.every(({ headers }) => Number(headers.get('retry-after')) > 0)).toBe(true);
    expect((await post('ben')).status).toBe(200);
  });

  it('is asked to wait on the page too, and loses nothing', async () => {
    const { open, say, read } = line();
    const talk = await open();
    const texts = Array.from({ length: 10 }, (_, at) => `message ${at}`);
    const posted = await Promise.all(texts.map(async (text) => ({ text, status: (await say(talk, { text })).status })));
    const taken = posted.filter(({ status }) => status === 200).map(({ text }) => text);
    expect(posted.filter(({ status }) => status === 429)).toHaveLength(10 - taken.length);
    expect(taken.length).toBeLessThan(10);
    const { activities } = await read(talk);
    const stored = activities.filter(({ from }) => from.role === 'user').map(({ text }) => text);
    expect(stored.sort()).toEqual(taken.sort());
  });

  it('gets no more tokens from one address than it may', async () => {
    const { call } = line();
    const statuses = [];
    for (let times = 0; times < 30; times += 1) statuses.push((await call('POST', 'tokens/generate')).status);
    expect([statuses[0], statuses.at(-1)]).toEqual([200, 429]);
  });
});

describe('the limits', () => {
  it('hold nobody up on this computer without an app id, and everybody else', () => {
    expect(readConfig({}).limits).toBeUndefined();
    expect(readConfig({ HOST: '0.0.0.0' }).limits).toEqual({ person: 60, address: 600 });
  });
});
