import { type Heard, MODES, type Mode } from './channel.ts';
import type { Drill } from './drill.ts';
import { sayBy, withDesk } from './with-channel.ts';

const MESSAGES = ['hello', '0xC004F074', 'yes'];

/** How often each reply must come to the channel: once, or once more where it certainly was not taken; none after the channel wants none. */
const attemptsIn = (mode: Mode): number => (mode === 'precondition' || /^too many(?:$|, (?:one|garbage|a date))/.test(mode) ? 2 : 1);
const WAITS: readonly Mode[] = ['too many, for years'];

const pause = (time: number) => new Promise((resolve) => setTimeout(resolve, time));

const faultsIn = (mode: Mode, heard: readonly Heard[], sent: readonly string[]) => {
  const order = [...new Set(heard.map(({ replyToId }) => replyToId))];
  const counts = new Map<string, number>();
  for (const { replyToId, text } of heard) counts.set(`${replyToId} ${text}`, (counts.get(`${replyToId} ${text}`) ?? 0) + 1);
  const wanted = attemptsIn(mode);
  // Somebody who writes again is there again, so that each message is answered once even where the channel says that nobody is.
  const expected = WAITS.includes(mode) ? sent.slice(0, 1) : sent;
  return {
    missing: expected.filter((id) => !order.includes(id)).length,
    repeated: [...counts.values()].filter((count) => count > wanted).length,
    disordered: order.join() === sent.filter((id) => order.includes(id)).join() ? 0 : 1,
  };
};

/** A channel that refuses, hangs, resets and lies, in each conversation in its own way, while others must not notice. */
export const channelOutage: Drill = {
  name: 'channel-outage',
  long: 60,
  run: ({ times, say }) =>
    withDesk('channel-outage', {}, async ({ channel, desk }) => {
      const modes = Object.keys(MODES) as Mode[];
      const conversations = modes.flatMap((mode) => Array.from({ length: times }, (_, at) => ({ mode, conversation: `${mode}:${at}` })));
      const faults = { 'answered otherwise than 200': 0, missing: 0, repeated: 0, disordered: 0, 'redirects followed': 0 };
      let slowest = 0;
      const ids = new Map<string, string[]>();
      const post = async (conversation: string, text: string, at: number) => {
        const id = `${conversation}-${at}`;
        ids.set(conversation, [...(ids.get(conversation) ?? []), id]);
        const began = performance.now();
        const status = await sayBy(desk.url, channel.url, conversation, text, id);
        slowest = Math.max(slowest, performance.now() - began);
        if (status !== 200) faults['answered otherwise than 200'] += 1;
      };
      for (const [at, text] of MESSAGES.entries())
        for (let from = 0; from < conversations.length; from += 16) {
          await Promise.all(conversations.slice(from, from + 16).map(({ conversation }) => post(conversation, text, at)));
          say(`${from} of ${conversations.length} conversations, message ${at + 1}`);
        }
      const found = () =>
        conversations.map(({ mode, conversation }) => faultsIn(mode, channel.heard(conversation), ids.get(conversation) ?? []));
      // Three replies of five seconds each in a hanging conversation, and twice the wait after a refusal.
      const until = Date.now() + 120_000;
      while (Date.now() < until && found().some(({ missing }) => missing > 0)) await pause(200);
      await pause(6_000);
      for (const { missing, repeated, disordered } of found()) {
        faults.missing += missing;
        faults.repeated += repeated;
        faults.disordered += disordered;
      }
      faults['redirects followed'] = channel.elsewhere();
      await desk.kill('SIGTERM');
      return {
        tried: `${conversations.length} conversations, ${modes.length} ways to fail, ${conversations.length * MESSAGES.length} messages`,
        faults,
        measured: { 'ms at most until a message was acknowledged': Math.round(slowest) },
      };
    }),
};
