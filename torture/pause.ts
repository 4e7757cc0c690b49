import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Heard } from './channel.ts';
import { type DeskProcess, startDesk } from './desk-process.ts';
import type { Drill } from './drill.ts';
import { onPostgres } from './on-postgres.ts';
import { randomFrom } from './random.ts';
import { sayBy, withChannel } from './with-channel.ts';

/** Longer than anything that an instance holds (30 seconds for replies under way and what is done by the clock) and until another looks. In milliseconds, as the rest. */
const PAUSE = 45_000;
/** What was on its way to the channel at the moment of the stop: nobody can know whether it arrived, and it is sent again. */
const ON_ITS_WAY = 400;
/** Until a reply that an instance had in hand is surely taken over. */
const PATIENCE = 90_000;
const SAYINGS = ['hello', '0xC004F074', 'yes', 'back', 'why'];

const isSame = (one: Heard, other: Heard) => one.replyToId === other.replyToId && one.text === other.text;

/** What came to a conversation more than once, or later than what was said after it. */
const faultsIn = (heard: readonly Heard[], said: readonly string[], stops: readonly number[]) => {
  const first = (each: Heard) => heard.find((other) => isSame(each, other)) ?? each;
  const again = heard.filter((each) => first(each) !== each);
  const known = again.filter((each) => !stops.some((stop) => first(each).at > stop - ON_ITS_WAY && first(each).at <= stop + ON_ITS_WAY));
  const order = [...new Set(heard.map(({ replyToId }) => replyToId))];
  return {
    lost: said.filter((id) => !order.includes(id)).length,
    doubled: known.length,
    excused: again.length - known.length,
    disordered: order.join() === said.filter((id) => order.includes(id)).join() ? 0 : 1,
  };
};

/** One of two desks on one PostgreSQL is stopped for longer than its leases and goes on: what it had in hand is the other's by then. */
export const pause: Drill = {
  name: 'pause',
  long: 20,
  run: (orders) =>
    withChannel('pause', async ({ folder, channel }) => {
      const { times, seed, say } = orders;
      const random = randomFrom(seed).next;
      const stops: number[] = [];
      const said = new Map<string, string[]>();
      const { faults, turns } = await onPostgres(orders, async ({ database, gather }) => {
        const environment = { DATABASE_URL: database, LOG_LEVEL: 'warn', FORGOTTEN_FILE: 'forgotten' };
        const two: readonly DeskProcess[] = await Promise.all(['one', 'other'].map((name) => startDesk(join(folder, name), environment)));
        const balanced = () => two[Math.floor(random() * two.length)]?.url ?? '';
        const crowd = gather({ people: 8, url: balanced });
        let isOver = false;
        /** Says the same again, to whichever desk, until it is answered. */
        const untilAnswered = async (conversation: string, text: string, id: string) => {
          const until = Date.now() + PATIENCE;
          const isAnswered = () => channel.heard(conversation).some(({ replyToId }) => replyToId === id);
          while (!isAnswered() && Date.now() < until) {
            // A desk that is stopped takes nothing.
            await sayBy(balanced(), channel.url, conversation, text, id, 9_000).catch(() => undefined);
            for (let looks = 0; looks < 100 && !isAnswered(); looks += 1) await wait(50);
          }
        };
        const talkAllTheTime = async (person: number) => {
          for (let talk = 0; !isOver; talk += 1) {
            const conversation = `slow:${person}-${talk}`;
            const ids = SAYINGS.map((_, at) => `${conversation}-${at}`);
            said.set(conversation, ids);
            for (const [at, text] of SAYINGS.entries()) await untilAnswered(conversation, text, ids[at] ?? '');
          }
        };
        /** Comes back while a desk has several replies of a conversation in hand, the second of them on its way. */
        const inHand = async (url: string, conversation: string) => {
          const ids = SAYINGS.map((_, at) => `${conversation}-${at}`);
          said.set(conversation, ids);
          for (const [at, text] of SAYINGS.entries()) await sayBy(url, channel.url, conversation, text, ids[at] ?? '');
          while (channel.heard(conversation).filter(({ type }) => type === 'message').length < 2) await wait(2);
        };
        const people = Array.from({ length: 8 }, (_, person) => talkAllTheTime(person));
        for (let pauses = 0; pauses < times; pauses += 1) {
          await wait(1_500 + random() * 1_000);
          const { pid, url } = two[pauses % two.length] ?? { pid: 0, url: '' };
          await inHand(url, `slower:${pauses}`);
          process.kill(pid, 'SIGSTOP');
          stops.push(Date.now());
          for (let part = 0; part < 6; part += 1) {
            await wait(PAUSE / 6);
            say(`${crowd.turns()} turns, ${said.size} talks`);
          }
          process.kill(pid, 'SIGCONT');
          say(`${pauses + 1} pauses, ${crowd.turns()} turns`);
        }
        await wait(2_000);
        isOver = true;
        await Promise.all([...people, crowd.disperse()]);
        await Promise.all(two.map((desk) => desk.kill('SIGTERM')));
      });
      const found = [...said].map(([conversation, ids]) =>
        faultsIn(
          channel.heard(conversation).filter(({ type, replyToId }) => type === 'message' && replyToId !== undefined),
          ids,
          stops,
        ),
      );
      const sum = (what: keyof (typeof found)[number]) => found.reduce((all, each) => all + each[what], 0);
      return {
        tried: `${times} pauses of ${PAUSE / 1_000} s, ${turns.toLocaleString('en')} turns, ${said.size} talks by a channel`,
        faults: { ...faults, 'replies lost': sum('lost'), 'replies doubled': sum('doubled'), 'replies out of order': sum('disordered') },
        measured: { 'sent again, being on their way when it stopped': sum('excused') },
      };
    }),
};
