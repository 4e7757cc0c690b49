import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { recall } from '../operations/learned.ts';
import { rowsIn } from '../triage/forms/forms.ts';
import { type Sorted, summaryOf } from '../triage/summary.ts';
import { summaryText } from '../triage/summary-text.ts';
import { sorted } from '../triage/triage.ts';

const USAGE = `npm run -s triage < tickets.jsonl               one JSON line out for each ticket in
npm run -s triage -- FILE…                      JSON Lines, CSV with a header row, .eml, plain text
npm run -s triage -- --summary FILE…            groups, duplicates and outbreaks instead`;

const { argv, stdin, stdout, stderr } = process;
const given = argv.slice(2);
const files = given.filter((word) => !word.startsWith('--'));
const summarises = given.includes('--summary');

const complain = (text: string) => {
  stderr.write(`${text}\n`);
  process.exitCode = 1;
};
/** Waits while whoever reads is slower. */
const print = async (line: string) => {
  if (!stdout.write(`${line}\n`)) await once(stdout, 'drain');
};
// Whoever reads has seen enough: "| head".
stdout.on('error', () => process.exit());

recall();
let done = 0;
const progress = (ending = '') => {
  if (stderr.isTTY) stderr.write(`\r${done} tickets${ending}`);
};

/** The tickets of one input, in order; what cannot be read is told by its line. */
async function* ticketsOf(name: string, bytes: Uint8Array): AsyncGenerator<Sorted> {
  for (const row of await rowsIn(basename(name), bytes)) {
    if ('bad' in row) complain(`${name}:${row.bad.line}: ${row.bad.why}`);
    else yield sorted(row.ticket, new Date().toISOString());
  }
}

const inputs =
  files.length === 0 ? [{ name: 'stdin', read: () => buffer(stdin) }] : files.map((name) => ({ name, read: () => readFile(name) }));
const all: Sorted[] = [];

if (given.some((word) => word.startsWith('--') && word !== '--summary')) complain(USAGE);
else {
  for (const { name, read } of inputs) {
    const bytes = await read().catch((error: NodeJS.ErrnoException) => complain(`${name}: ${error.code}`));
    for await (const ticket of bytes === undefined ? [] : ticketsOf(name, bytes)) {
      if (summarises) all.push(ticket);
      else await print(JSON.stringify(ticket.triaged));
      done += 1;
      if (done % 100 === 0) progress();
    }
  }
  progress('\n');
  if (summarises) await print(summaryText(summaryOf(all)));
}
