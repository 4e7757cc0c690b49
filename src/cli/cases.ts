import { randomUUID } from 'node:crypto';
import { configOrExit } from '../config.ts';
import type { Line, Opened } from '../desk/desk.ts';
import { stepped } from '../desk/life.ts';
import { sentenceOf } from '../desk/sentence.ts';
import { caseNews, createNews } from '../exchange/news.ts';
import { saidIn } from '../exchange/said.ts';
import { speak } from '../language/saying.ts';
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
const store = await openStore(configOrExit().database);
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
  const found = await store.case(number);
  if (found === undefined) fail(number.startsWith('-') ? USAGE : `There is no case ${number}.\n${USAGE}`);
  else {
    await noteStaff(store, 'read', number);
    print(whole({ case: found, transcript: (await store.rows(found.talk, 0)).map(saidIn) }));
  }
};

const tell = createNews({ store, render: renderTurn, now: () => new Date(), newId: () => randomUUID() });

/** Closes a case and lets its person know; the running desk sends what is stored here. */
const close = async (number: string) => {
  const found = await store.case(number);
  if (found === undefined) return fail(`There is no case ${number}.`);
  const closed = await store.turn(found.talk, async (stored) => {
    const before = await stored.case(number);
    const after = before && stepped(before.case, 'close', { by: 'command line', at: new Date().toISOString() });
    return after === undefined ? 'stale' : stored.put({ cases: [{ before, case: after }] });
  });
  if (closed === 'committed') {
    await noteStaff(store, 'closed', number);
    await tell(found.talk, caseNews.closed(number));
    print(`Closed ${number}.`);
  } else fail(`${number} cannot be closed: it is ${found.state}.`);
};

if (first === undefined) await list();
else if (first === 'close' && second !== undefined) await close(second);
else await show(first);
await store.close();
