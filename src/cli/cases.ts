import { configOrExit } from '../config.ts';
import type { FirstCase as Case } from '../desk/first-case.ts';
import { openSqlite } from '../storage/sqlite.ts';

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
const store = openSqlite(configOrExit().database);
const cases = await store.cases();
const print = (text: string) => process.stdout.write(`${text}\n`);

const fail = (text: string) => {
  process.stderr.write(`${text}\n`);
  process.exitCode = 1;
};

if (first === undefined) print(cases.length === 0 ? 'There are no cases.' : cases.map(line).join('\n'));
else if (first === 'close' && second !== undefined)
  (await store.closeCase(second, new Date().toISOString())) ? print(`Closed ${second}.`) : fail(`There is no case ${second}.`);
else {
  const found = cases.find(({ number }) => number === first);
  if (found === undefined) fail(first.startsWith('-') ? USAGE : `There is no case ${first}.\n${USAGE}`);
  else print(whole(found));
}
await store.close();
