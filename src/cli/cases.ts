import { randomUUID } from 'node:crypto';
import { configOrExit } from '../config.ts';
import type { Case } from '../desk/case.ts';
import { caseNews, createNews } from '../exchange/news.ts';
import { renderTurn } from '../rendering/render.ts';
import { openStore } from '../storage/open.ts';
import { noteStaff } from './staff.ts';

const line = ({ number, openedAt, closedAt, language, outcome, ask, summary }: Case): string =>
  [
    number,
    openedAt.slice(0, 16).replace('T', ' '),
    closedAt === undefined ? 'open' : 'closed',
    language,
    outcome ?? ask ?? '-',
    summary.slice(2, 4).join(' · '),
  ].join('  ');

// What people wrote must not steer a terminal.
const printable = (text: string) => text.replace(/[^\P{Cc}\n]/gu, '');

const whole = (opened: Case): string => {
  const { number, openedAt, closedAt, channel, language, summary, facts, path, transcript } = opened;
  return [
    `Case ${number}, opened ${openedAt}${closedAt === undefined ? '' : `, closed ${closedAt}`}, ${channel}, ${language}`,
    '',
    ...summary,
    '',
    'Facts',
    ...facts.map(({ name, value, from, piece }) => `  ${name} = ${value} (${from}${piece === undefined ? '' : `: “${printable(piece)}”`})`),
    '',
    `Path  ${path.map((place) => place.replace('activation.', '')).join(' > ')}`,
    '',
    'Transcript',
    ...transcript.map(
      ({ from, at, text }) =>
        `  ${at.slice(11, 19)} ${from === 'person' ? '>' : '<'} ${printable(text).replaceAll('\n', '\n             ')}`,
    ),
  ].join('\n');
};

const USAGE =
  'npm run cases                    lists the cases\nnpm run cases -- NUMBER          prints one\nnpm run cases -- close NUMBER    closes one';

const [first, second] = process.argv.slice(2);
const store = await openStore(configOrExit().database);
const cases = await store.cases();
const print = (text: string) => process.stdout.write(`${text}\n`);

const fail = (text: string) => {
  process.stderr.write(`${text}\n`);
  process.exitCode = 1;
};

/** Closes a case and lets its person know; the running desk sends what is stored here. False where there is no such case. */
const close = async (number: string): Promise<boolean> => {
  const tell = createNews({ store, render: renderTurn, now: () => new Date(), newId: () => randomUUID() });
  const talk = await store.talkOfCase(number);
  if (talk === undefined || !(await store.closeCase(number, new Date().toISOString()))) return false;
  await noteStaff(store, 'closed', number);
  await tell(talk, caseNews.closed(number));
  return true;
};

if (first === undefined) {
  await noteStaff(store, 'listed', 'all cases');
  print(cases.length === 0 ? 'There are no cases.' : cases.map(line).join('\n'));
} else if (first === 'close' && second !== undefined)
  (await close(second)) ? print(`Closed ${second}.`) : fail(`There is no case ${second}.`);
else {
  const found = cases.find(({ number }) => number === first);
  if (found === undefined) fail(first.startsWith('-') ? USAGE : `There is no case ${first}.\n${USAGE}`);
  else {
    await noteStaff(store, 'read', found.number);
    print(whole(found));
  }
}
await store.close();
