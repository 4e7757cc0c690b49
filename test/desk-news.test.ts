import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startPostgres } from '../torture/postgres.ts';
import { runningDesk } from './desk.ts';
import { caseOf, staffAt } from './staff.ts';

/** What a stream has told until now, and a way to wait for more. */
const reading = (response: Response) => {
  let told = '';
  let isOver = false;
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  const read = async (): Promise<void> => {
    const { value, done } = (await reader?.read()) ?? { value: undefined, done: true };
    told += value ?? '';
    isOver = done;
    if (!done) await read();
  };
  void read().catch(() => {
    isOver = true;
  });
  const changes = () => told.split('data: changed').length - 1;
  return {
    changes,
    until: async (holds: () => boolean) => {
      for (let tries = 0; !holds() && tries < 200; tries += 1) await new Promise((resolve) => setTimeout(resolve, 25));
    },
    isOver: () => isOver,
    cancel: () => reader?.cancel(),
  };
};

const EVENTS = { accept: 'text/event-stream' };

let postgres: Awaited<ReturnType<typeof startPostgres>>;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres?.stop());

describe('the stream of news', () => {
  it('tells at once when a case has changed in another instance, and ends with the desk', async () => {
    const database = await postgres.newDatabase();
    const [here, there] = [await runningDesk({ database }), await runningDesk({ database })];
    const response = await (await staffAt(here, 'reader')).get('/desk/news', EVENTS);
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    const stream = reading(response);
    await caseOf(there.url);
    await stream.until(() => stream.changes() > 0);
    expect(stream.changes()).toBeGreaterThan(0);
    await here.close();
    await stream.until(stream.isOver);
    expect(stream.isOver()).toBe(true);
    await there.close();
  });

  it('tells when somebody opens a case, once and not with every sign of theirs', async () => {
    const desk = await runningDesk();
    const { number } = await caseOf(desk.url);
    const [agent, other] = [await staffAt(desk, 'agent'), await staffAt(desk, 'lead')];
    const stream = reading(await agent.get('/desk/news', EVENTS));
    await other.post(`/desk/cases/${number}/here`);
    await stream.until(() => stream.changes() === 1);
    await other.post(`/desk/cases/${number}/here`);
    await other.post(`/desk/cases/${number}/note`, { version: '1', text: 'seen' });
    await stream.until(() => stream.changes() === 2);
    expect(stream.changes()).toBe(2);
    await stream.cancel();
    await desk.close();
  });

  it('lets nobody in without a session, and leads no stream to the sign-in', async () => {
    const desk = await runningDesk();
    expect((await fetch(`${desk.url}desk/news`, { headers: EVENTS, redirect: 'manual' })).status).toBe(401);
    await desk.close();
  });
});
