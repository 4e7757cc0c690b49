import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline/promises';
import { configOrExit } from '../config.ts';
import { createBell } from '../exchange/bell.ts';
import { newCaseNumber } from '../exchange/case-number.ts';
import { createReceive } from '../exchange/receive.ts';
import { createTurns } from '../exchange/turns.ts';
import { render } from '../rendering/render.ts';
import { openStore } from '../storage/open.ts';
import { asTerminal } from './terminal.ts';

const { database, contact, desk } = configOrExit();
const store = await openStore(database);
const [now, newId] = [() => new Date(), () => randomUUID()];
const turns = createTurns({
  ...{ render, now, newId, newCaseNumber, contact, calendar: desk.calendar, newToken: newId },
  publicUrl: () => undefined,
  outbreaks: () => [],
  outgoing: () => [],
});
const receive = createReceive({ store, turns, bell: createBell(store.news), now, newId });
const talk = {
  channelId: 'terminal',
  conversation: { id: randomUUID() },
  from: { id: 'terminal' },
  locale: Intl.DateTimeFormat().resolvedOptions().locale,
  localTimezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
};

const show = async (activity: object) => {
  for (const { activity: reply } of await receive({ type: 'message', ...talk, ...activity }))
    process.stdout.write(`\n${asTerminal(String(reply.text))}\n`);
  process.stdout.write('\n> ');
};

const lines = createInterface({ input: process.stdin });
await show({ type: 'conversationUpdate', membersAdded: [{ id: 'terminal' }] });
/** Lines that come at once are one message: a paste. */
let pasted: string[] = [];
let said: Promise<void> = Promise.resolve();
const say = () => {
  const text = pasted.join('\n');
  pasted = [];
  said = said.then(() => show({ text }));
};
let waiting: NodeJS.Timeout | undefined;
for await (const line of lines) {
  pasted.push(line);
  clearTimeout(waiting);
  waiting = setTimeout(say, 50);
}
