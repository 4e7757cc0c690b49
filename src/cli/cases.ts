import { randomUUID } from 'node:crypto';
import { userInfo } from 'node:os';
import { configOrExit } from '../config.ts';
import type { Line, Opened } from '../desk/desk.ts';
import { sentenceOf } from '../desk/sentence.ts';
import { createBell } from '../exchange/bell.ts';
import { newCaseNumber } from '../exchange/case-number.ts';
import { createDesk } from '../exchange/desk.ts';
import { newToken } from '../exchange/token.ts';
import { createTurns } from '../exchange/turns.ts';
import { speak } from '../language/saying.ts';
import { daysKept } from '../operations/retention.ts';
import { createDispatch } from '../outward/dispatch.ts';
import { renderTurn } from '../rendering/render.ts';
import { openStore } from '../storage/open.ts';
import { noteStaff } from './staff.ts';

const line = ({ number, openedAt, state, priority, language, sentence }: Line): string =>
  [number, openedAt.slice(0, 16).replace('T', ' '), state, priority, language, speak('en', sentence)].join('  ');

// What people wrote must not steer a terminal.
const printable = (text: string) => text.replace(/[^\P{Cc}\n]/gu, '');

const whole = ({ case: opened, transcript }: Opened): string => {
  const { number, openedAt, closedAt, channel, state, priority, owner, tags, ownTags, matter, notes } = opened;
  const by = { person: '>', desk: '<', staff: '*' } as const;
  return [
    `Case ${number}, opened ${openedAt}${closedAt === undefined ? '' : `, closed ${closedAt}`}, ${channel}, ${matter.language}`,
    `${state}, ${priority}${owner === undefined ? '' : `, ${owner.name}`}${[...tags, ...ownTags].map((tag) => `, ${tag}`).join('')}`,
    '',
    printable(speak('en', sentenceOf(matter))),
    '',
    'Facts',
    ...matter.facts.map(
      ({ name, value, from, piece }) => `  ${name} = ${value} (${from}${piece === undefined ? '' : `: “${printable(piece)}”`})`,
    ),
    '',
    `Path  ${matter.path.map(({ place }) => place.replace('activation.', '')).join(' > ')}`,
    ...notes.map((note) => `Note  ${note.by}: ${printable(note.text)}`),
    '',
    'Transcript',
    ...transcript.map(({ from, at, text }) => `  ${at.slice(11, 19)} ${by[from]} ${printable(text).replaceAll('\n', '\n             ')}`),
  ].join('\n');
};

const USAGE =
  'npm run cases                    lists the cases\nnpm run cases -- NUMBER          prints one\nnpm run cases -- close NUMBER    closes one';

const [first, second] = process.argv.slice(2);
const config = configOrExit();
const store = await openStore(config.database);
const now = () => new Date();
const newId = () => randomUUID();
// What has to be told, to the person and to other systems, is stored here; the running desk sends it.
const { outgoing } = createDispatch({ store, settings: config.outward, now, failed: () => {} });
const turns = createTurns({
  ...{ render: renderTurn, kept: daysKept(config.kept), now, newId, newCaseNumber, newToken, outgoing },
  publicUrl: () => config.publisher?.publicUrl,
  outbreaks: () => [],
});
const desk = createDesk({ store, turns, bell: createBell(store.news), now, newId, send: () => {}, outgoing });
const print = (text: string) => process.stdout.write(`${text}\n`);

const fail = (text: string) => {
  process.stderr.write(`${text}\n`);
  process.exitCode = 1;
};

const list = async () => {
  const lines: Line[] = [];
  for (let page = await store.find({ sort: 'age' }); ; page = await store.find({ sort: 'age', after: page.next })) {
    lines.push(...page.lines);
    if (page.next === undefined) break;
  }
  await noteStaff(store, 'listed', 'all cases');
  print(lines.length === 0 ? 'There are no cases.' : lines.map(line).join('\n'));
};

const show = async (number: string) => {
  const found = await desk.open(number);
  if (found === undefined) return fail(number.startsWith('-') ? USAGE : `There is no case ${number}.\n${USAGE}`);
  await noteStaff(store, 'read', number);
  print(whole(found));
};

/** Closes a case as a lead of the helpdesk does on its pages. */
const close = async (number: string) => {
  const found = await store.case(number);
  if (found === undefined) return fail(`There is no case ${number}.`);
  const { username } = userInfo();
  const closed = await desk.act(
    number,
    found.version,
    { id: username, name: username, role: 'lead' },
    { does: 'close', because: 'solved' },
  );
  if (closed.kind === 'done') print(`Closed ${number}.`);
  else
    fail(closed.kind === 'refused' ? `${number} cannot be closed: it is ${closed.case.state}.` : `${number} has just changed: try again.`);
};

if (first === undefined) await list();
else if (first === 'close' && second !== undefined) await close(second);
else await show(first);
await store.close();
