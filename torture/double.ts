import { talkKey } from '../src/exchange/talk.ts';
import { openStore } from '../src/storage/open.ts';
import { deskMaker } from './desk.ts';
import type { Drill } from './drill.ts';
import { onEachEngine, shared } from './engines.ts';
import { post } from './post.ts';

const WORKERS = 16;

/** The same activity comes to two desks at the same moment. */
export const double: Drill = {
  name: 'double',
  long: 20_000,
  run: async ({ times, seed, light, say }) => {
    const faults = { 'processed twice': 0, unanswered: 0, 'different answers': 0 };
    await onEachEngine(async (database, engine) => {
      const desks = deskMaker(database, { light });
      const two = await Promise.all([desks.start(), desks.start()]);
      await shared(times, WORKERS, async (pair) => {
        const message = { id: `${pair}`, conversation: `${seed}-${pair}`, text: '0xC004F074' };
        const [one, other] = await Promise.all(two.map(({ url }) => post(url, message)));
        if (one === undefined || other === undefined) faults.unanswered += 1;
        else if (JSON.stringify(one.map(({ text }) => text)) !== JSON.stringify(other.map(({ text }) => text)))
          faults['different answers'] += 1;
        if (pair % 2_000 === 1_999) say(`${engine}: ${pair + 1} pairs`);
      });
      await desks.end();
      const store = await openStore(database);
      for (let pair = 0; pair < times; pair += 1) {
        const key = talkKey({ channelId: 'webchat', conversationId: `${seed}-${pair}`, userId: 'person' });
        const { record } = await store.turn(key, (stored) => stored.load());
        if (record?.turn !== 1 || (await store.rows(key, 0)).length !== 2) faults['processed twice'] += 1;
      }
      await store.close();
    });
    return { tried: `${times.toLocaleString('en')} pairs on each engine`, faults };
  },
};
