import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { talkKey } from '../src/exchange/talk.ts';
import { openStore } from '../src/storage/open.ts';
import { directLineOf } from '../test/webchat-client.ts';
import { type Desk, deskMaker } from './desk.ts';
import type { Drill } from './drill.ts';
import { post } from './post.ts';
import { startPostgres } from './postgres.ts';
import { sayBy, withChannel } from './with-channel.ts';

const EVERYWHERE = ['state', 'ledger', 'rows', 'commit', 'answer'];
const POINTS = { response: EVERYWHERE, page: EVERYWHERE, channel: [...EVERYWHERE, 'outbox', 'send', 'sent'] } as const;
type Door = keyof typeof POINTS;
const DOORS = ['response', 'page', 'channel'] as const satisfies readonly Door[];
/** Every place of a turn at which the desk dies. */
const PLACES = DOORS.flatMap((door) => POINTS[door].flatMap((point) => [`before ${point}`, `after ${point}`].map((at) => ({ door, at }))));
/** Here a reply may have been on its way to the channel already: nobody can know, and it is sent once more. */
const ON_ITS_WAY = ['before answer', 'after answer', 'after send', 'before sent'];

const SAYINGS = ['0xC004F074', 'yes', 'yes'] as const;
/** Until a reply has surely come to a channel, in milliseconds: what a desk had in hand is free for the next after half a minute. */
const PATIENCE = 45_000;

/** The desk dies before and after each thing that a turn writes, answers and sends; the person says the same again and goes on. */
export const killPoints: Drill = {
  name: 'kill-points',
  long: PLACES.length * 20,
  run: ({ times, seed, say: tell }) =>
    withChannel('kill-points', async ({ folder, channel }) => {
      const faults = { 'did not die': 0, unanswered: 0, 'otherwise than undisturbed': 0, 'sent more than once': 0, 'sent three times': 0 };
      let repeated = 0;
      const postgres = await startPostgres();

      const onOne = async (engine: 'SQLite' | 'PostgreSQL', database: string, many: number) => {
        const desks = deskMaker(database, { ahead: 2 });
        let desk: Desk = await desks.start();
        const line = directLineOf(() => desk.url);
        // A short run sees something of every door: steps of seven come to all of the places in the end.
        const places = Array.from({ length: many }, (_, at) => (seed + at * 7) % PLACES.length).flatMap((at) => PLACES.slice(at, at + 1));
        const next = (number: number) => {
          const place = places[number];
          return desks.start(place && { at: place.at, activity: `${number}-1` });
        };

        /** One talk through one door, from its first words: says one thing, and tells whether it was answered. */
        const talkBy = async (door: Door, name: string) => {
          const conversation = `ok:${engine}-${name}`;
          const page = door === 'page' ? await line.open() : undefined;
          const cameFor = (id: string) =>
            channel.heard(conversation).filter(({ replyToId, type }) => replyToId === id && type === 'message');
          const saysOnce = async (text: string, id: string): Promise<boolean> => {
            if (page !== undefined) return (await line.say(page, { text, id })).status === 200;
            if (door === 'response') return (await post(desk.url, { id, conversation, text })) !== undefined;
            if ((await sayBy(desk.url, channel.url, conversation, text, id)) !== 200) return false;
            for (let waited = 0; cameFor(id).length === 0 && waited < PATIENCE; waited += 10) await wait(10);
            return cameFor(id).length > 0;
          };
          const key = talkKey(
            door === 'channel'
              ? { channelId: 'msteams', conversationId: conversation, userId: 'p' }
              : { channelId: 'webchat', conversationId: conversation, userId: 'person' },
          );
          return {
            says: (text: string, id: string) => saysOnce(text, id).catch(() => false),
            /** Everything of the talk, as it is kept. */
            kept: async (): Promise<readonly unknown[]> => {
              if (page !== undefined) return (await line.read(page)).activities.map(({ text }) => text);
              const store = await openStore(database);
              const rows = await store.rows(key, 0);
              await store.close();
              return rows.map(({ activity }) => activity.text ?? activity.speak);
            },
            cameFor,
          };
        };

        const undisturbed = new Map<Door, string>();
        for (const door of DOORS) {
          const talk = await talkBy(door, door);
          for (const [at, text] of SAYINGS.entries()) await talk.says(text, `${door}-${at}`);
          undisturbed.set(door, JSON.stringify(await talk.kept()));
        }
        await desk.kill();

        desk = await next(0);
        for (const [number, { door, at }] of places.entries()) {
          const talk = await talkBy(door, `${number}`);
          if (!(await talk.says(SAYINGS[0], `${number}-0`))) faults.unanswered += 1;
          const dies = talk.says(SAYINGS[1], `${number}-1`);
          const died = await Promise.race([desk.ended.then(() => true), wait(PATIENCE, false)]);
          if (!died) {
            faults['did not die'] += 1;
            await desk.kill();
          }
          desk = await next(number + 1);
          await dies;
          for (const [nth, text] of SAYINGS.entries()) if (nth > 0 && !(await talk.says(text, `${number}-${nth}`))) faults.unanswered += 1;
          if (JSON.stringify(await talk.kept()) !== undisturbed.get(door)) faults['otherwise than undisturbed'] += 1;
          const came = talk.cameFor(`${number}-1`).length;
          if (came > 2) faults['sent three times'] += 1;
          if (came === 2 && ON_ITS_WAY.includes(at)) repeated += 1;
          else if (came > 1) faults['sent more than once'] += 1;
          if (number % 20 === 19) tell(`${engine}: ${number + 1} deaths`);
        }
        await desks.end();
      };

      try {
        await onOne('SQLite', join(folder, 'desk.db'), Math.ceil(times / 2));
        await onOne('PostgreSQL', await postgres.newDatabase(), Math.floor(times / 2));
      } finally {
        await postgres.stop();
      }
      return {
        tried: `${times.toLocaleString('en')} deaths at ${PLACES.length} places of a turn through ${DOORS.length} doors on each engine`,
        faults,
        measured: { 'replies that a channel got twice, having been on their way': repeated },
      };
    }),
};
