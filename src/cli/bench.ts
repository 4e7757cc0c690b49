import { redact } from '../redaction/redact.ts';
import { listed } from '../teams/found-card.ts';
import { search } from '../teams/search.ts';
import { triageCard } from '../teams/triage-card.ts';
import { triage } from '../triage/triage.ts';
import { understand } from '../understanding/understand.ts';
import { benchQueue } from './bench-queue.ts';

const NOW = new Date().toISOString();
const SAID = 'Word says product activation failed 0xC004F074, I am in the office and my colleague has the same';
const BLOCK = `---------------------------------------
LICENSE NAME: Office 21, Office21ProPlus2021VL_KMS_Client_AE edition
LICENSE DESCRIPTION: Office 21, VOLUME_KMSCLIENT channel
LICENSE STATUS:  ---NOTIFICATIONS---
ERROR CODE: 0xC004F074
ERROR DESCRIPTION: The Software Licensing Service reported that the product could not be activated.
Last 5 characters of installed product key: 6F7TH
`;
const TICKETS = [
  SAID,
  BLOCK,
  'Unser MAK hat keine Aktivierungen mehr, 0xC004C020, was nun?',
  'I bought a key on a marketplace and it is blocked, I want my money back',
  'il pc non trova il server kms, 0x8007232B',
  'the printer on the second floor is out of toner',
];

const longTo = (length: number, piece: string) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
const hear = (text: string) => understand(redact(text).text, 'en', undefined);

/** The median of some runs, in milliseconds, after as many to warm up. */
const median = (run: () => unknown, times = 51): number => {
  for (let at = 0; at < times; at += 1) run();
  const all = Array.from({ length: times }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return all.sort((a, b) => a - b)[times >> 1] ?? 0;
};

const said = median(() => hear(SAID), 501);
const row = (what: string, value: string, ratio = '') =>
  process.stdout.write(`${what.padEnd(44)}${value.padStart(14)}${ratio.padStart(12)}\n`);
const cost = (what: string, milliseconds: number) => row(what, `${milliseconds.toFixed(3)} ms`, `${(milliseconds / said).toFixed(1)} ×`);

row('median', 'time', 'messages');
cost('a chat message understood', said);
cost(
  'a paste of 4 KB',
  median(() => hear(longTo(4096, BLOCK))),
);
cost(
  '4 KB of prose',
  median(() => hear(longTo(4096, `${SAID}. `))),
);

const ticket = median(() => TICKETS.forEach((text, at) => void triage({ id: `${at}`, text }, NOW))) / TICKETS.length;
cost('a ticket triaged, draft and all', ticket);
row('tickets a second on one core', Math.round(1000 / ticket).toString());

// Teams shows an error where an answer takes longer than five seconds.
for (const words of ['0xC004F074', 'blocked key'])
  cost(
    `what staff ask in Teams: ${words}`,
    median(() => search(words, 'en', []).map((found) => listed(found, 'en', NOW)), 11),
  );
cost(
  'what staff ask in Teams: a message triaged',
  median(() => triageCard(BLOCK, 'en', NOW), 11),
);

// Linear means: eight times the text, about eight times the time.
for (const [name, piece] of Object.entries({ paste: BLOCK, prose: `${SAID}. ` })) {
  const [short, long] = [32, 256].map((kib) => median(() => hear(longTo(kib * 1024, piece)), 9));
  cost(`a ${name} of 32 KiB`, short ?? 0);
  cost(`a ${name} of 256 KiB`, long ?? 0);
  row('  longer by 8, slower by', `${((long ?? 0) / (short ?? 1)).toFixed(1)}`);
}

/** What makes expressions that go back over a text slow, 4,000 characters of each. */
const HOSTILE: readonly string[] = [
  ' ',
  '\n',
  '0',
  'x',
  '-',
  '.',
  '. ',
  "'",
  '0x',
  '0x ',
  'C004 ',
  'AAAAA-',
  '12345 ',
  '0xC004F07 ',
  'office ',
  'Office 2',
  'LICENSE NAME: ',
  'Name: Office',
  'LICENSE STATUS: -',
  'ERROR CODE: ',
  'registry override defined: <',
  'win32 error ',
  '/act ',
  'not ',
  'SL_',
  '> ',
  'ｏ',
];
const slowest = HOSTILE.map((piece) => ({ piece, time: median(() => hear(longTo(4000, piece)), 5) })).sort((a, b) => b.time - a.time);
for (const { piece, time } of slowest.slice(0, 3)) cost(`4,000 characters of ${JSON.stringify(piece)}`, time);

await benchQueue(100_000, async (what, run) => {
  const times = [];
  for (let at = 0; at < 21; at += 1) {
    const start = performance.now();
    await run();
    times.push(performance.now() - start);
  }
  cost(what, times.sort((a, b) => a - b)[10] ?? 0);
});
