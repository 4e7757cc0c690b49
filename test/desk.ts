import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { type App, startApp } from '../src/app.ts';
import { type Config, readConfig } from '../src/config.ts';
import type { World } from '../src/conversation/state.ts';
import { createLate } from '../src/operations/late.ts';
import type { Ids } from '../src/rendering/render.ts';
import type { Says } from '../src/transcript/chat.ts';
import { replay } from '../src/transcript/replay.ts';

export const WORLD = { now: '2026-11-24T12:00:00.000Z', caseNumber: 'AD-TEST-TEST', kept: { talks: 30, cases: 180 } };

/** A talk with the pure turn, no server and no store. */
export const pureTalk = (locale: string, world: World = WORLD) => replay(locale, world);

/** A talk with the pure turn in which this was said already, and what was said last in it. */
export const talkAt = (says: readonly string[]) => {
  const talk = pureTalk('en');
  const last = says.map((each) => talk.say(each)).at(-1) ?? [];
  return { talk, open: last.at(-1) };
};

/** A running desk on a free port, with a database of its own that goes with it. */
export const runningDesk = async (
  { publicUrl, ...environment }: Partial<Config> & { readonly publicUrl?: string } = {},
  log = pino({ level: 'silent' }),
) => {
  const folder = mkdtempSync(join(tmpdir(), 'activation-desk-'));
  const database = environment.database ?? join(folder, 'test.db');
  const late = createLate();
  const read = readConfig({ DATABASE_URL: `file:${database}` });
  // On loopback without TLS, which the settings allow to nobody else.
  const publisher = publicUrl === undefined ? read.publisher : { ...read.publisher, publicUrl };
  const config = { ...read, publisher, port: 0, ...environment };
  const app: App = await startApp(config, log, late);
  let ended: Promise<void> | undefined;
  const end = () => {
    ended ??= app.close();
    return ended.then(() => {
      const { log: logged, store: stored } = late.counts();
      if (logged + stored > 0) throw new Error(`secrets were found after the door: ${logged} in the log, ${stored} in the store`);
    });
  };
  return {
    ...app,
    database,
    /** Ends the desk and keeps its database. */
    stop: async () => {
      await end();
    },
    close: async () => {
      await end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** A talk with a running desk over POST /api/messages, the replies in the response. */
export const realTalk = (url: string, locale: string, channelId = 'webchat') => {
  const conversation = { id: crypto.randomUUID() };
  let count = 0;
  const postTo = async (
    to: string,
    activity: object,
  ): Promise<readonly { text: string; channelData: { activationDesk: Ids }; attachments?: unknown[] }[]> => {
    count += 1;
    const response = await fetch(new URL('/api/messages', to), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        type: 'message',
        id: `${conversation.id}-${count}`,
        channelId,
        serviceUrl: 'http://127.0.0.1:9',
        deliveryMode: 'expectReplies',
        conversation,
        from: { id: 'person' },
        recipient: { id: 'bot' },
        locale,
        ...activity,
      }),
    });
    if (response.status !== 200) throw new Error(`status ${response.status}: ${await response.text()}`);
    const { activities } = (await response.json()) as { activities: Awaited<ReturnType<typeof postTo>> };
    return activities;
  };
  const post = (activity: object) => postTo(url, activity);
  return {
    post,
    postTo,
    say: async (said: Says): Promise<readonly Ids[]> =>
      (await post(typeof said === 'string' ? { text: said } : { value: said })).map(({ channelData }) => channelData.activationDesk),
  };
};
