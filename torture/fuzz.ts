import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDesk } from './desk-process.ts';
import type { Drill } from './drill.ts';
import { hostileText } from './hostile-text.ts';
import { randomFrom } from './random.ts';

const TALKS = 64;
const AT_ONCE = 16;

/** Messages of every kind, each talk in its order, to a desk in a process of its own: every one is answered. */
export const fuzz: Drill = {
  name: 'fuzz',
  long: 100_000,
  run: async ({ times, seed, say }) => {
    const random = randomFrom(seed);
    const folder = mkdtempSync(join(tmpdir(), 'fuzz-'));
    const desk = await startDesk(folder, { LOG_LEVEL: 'error' });
    const faults = { 'ended by itself': 0, unanswered: 0, 'answered 5xx': 0, 'answered otherwise than 200': 0, 'failed turns': 0 };
    let slowest = 0;
    let sent = 0;

    const post = async (conversation: string, text: string) => {
      const began = performance.now();
      const response = await fetch(new URL('/api/messages', desk.url), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          type: 'message',
          id: `${sent}`,
          channelId: random.of(['webchat', 'msteams', 'directline', 'emulator', 'test']),
          serviceUrl: 'http://127.0.0.1:9',
          deliveryMode: 'expectReplies',
          conversation: { id: conversation },
          from: { id: 'p' },
          recipient: { id: 'b' },
          locale: random.of(['en', 'de', 'fr', '', 'x'.repeat(64), '../..']),
          text,
          ...(random.next() < 0.05
            ? { value: { ask: random.of(['kms.port', 'symptom', '__proto__', '']), value: text.slice(0, 20) } }
            : {}),
        }),
      });
      const body = await response.text();
      slowest = Math.max(slowest, performance.now() - began);
      if (response.status >= 500) faults['answered 5xx'] += 1;
      else if (response.status !== 200) faults['answered otherwise than 200'] += 1;
      else if (!body.startsWith('{"activities":[{')) faults.unanswered += 1;
      if (body.includes('"talk.failed"')) faults['failed turns'] += 1;
    };

    // Each of the workers has talks of its own, as nobody writes twice at once.
    const worker = async (name: number) => {
      while (sent < times) {
        sent += 1;
        if (sent % 5_000 === 0) say(`${sent} of ${times}`);
        const talk = name + AT_ONCE * random.below(TALKS / AT_ONCE);
        await post(`talk-${talk}-${Math.floor(sent / 20_000)}`, hostileText(random));
      }
    };
    const ended = await Promise.all(Array.from({ length: AT_ONCE }, (_, name) => worker(name))).then(
      () => false,
      () => true,
    );
    const code = await desk.kill('SIGTERM');
    if (ended || code !== 0) faults['ended by itself'] += 1;
    const output = readFileSync(join(folder, 'output'), 'utf8');
    if (faults['failed turns'] > 0) say(output.slice(0, 2_000));
    rmSync(folder, { recursive: true, force: true });
    return { tried: `${sent.toLocaleString('en')} messages in ${TALKS} talks`, faults, measured: { 'ms at most': Math.round(slowest) } };
  },
};
