import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { configOrExit } from '../config.ts';
import { createBell } from '../exchange/bell.ts';
import { newCaseNumber } from '../exchange/case-number.ts';
import { isCopy } from '../exchange/data.ts';
import { createReceive } from '../exchange/receive.ts';
import { talkKey } from '../exchange/talk.ts';
import { newToken } from '../exchange/token.ts';
import { createTurns } from '../exchange/turns.ts';
import { createForgotten, remembering } from '../operations/forgotten.ts';
import { recall } from '../operations/learned.ts';
import { daysKept } from '../operations/retention.ts';
import { renderTurn } from '../rendering/render.ts';
import { settled } from '../rendering/settled.ts';
import { openStore } from '../storage/open.ts';
import { asTerminal } from './terminal.ts';

const { database, contact, kept, forgotten, desk } = configOrExit();
recall();
const store = remembering(await openStore(database), createForgotten(forgotten));
const [now, newId] = [() => new Date(), () => randomUUID()];
const turns = createTurns({
  ...{ render: renderTurn, now, newId, newCaseNumber, newToken, contact, kept: daysKept(kept), calendar: desk.calendar },
  publicUrl: () => undefined,
  outbreaks: () => [],
  outgoing: () => [],
});
const receive = createReceive({ store, turns, settle: settled, bell: createBell(store.news), now, newId });
const talk = {
  channelId: 'terminal',
  conversation: { id: randomUUID() },
  from: { id: 'terminal' },
  locale: Intl.DateTimeFormat().resolvedOptions().locale,
  localTimezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
};

/** A terminal has no link to a file, but a folder to put one in. */
const saveData = async () => {
  const path = resolve('my-data.json');
  const everything = await store.kept(talkKey({ channelId: talk.channelId, conversationId: talk.conversation.id, userId: talk.from.id }));
  writeFileSync(path, JSON.stringify(everything, null, 2), { mode: 0o600 });
  process.stdout.write(`\n${path}\n`);
};

const show = async (activity: object) => {
  const replies = await receive({ type: 'message', ...talk, ...activity });
  for (const { activity: reply } of replies) process.stdout.write(`\n${asTerminal(String(reply.text))}\n`);
  if (replies.some(({ activity }) => isCopy(activity))) await saveData();
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
