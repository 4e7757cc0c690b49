import { redact } from '../src/redaction/redact.ts';
import { listed } from '../src/teams/found-card.ts';
import { search } from '../src/teams/search.ts';
import { triageCard } from '../src/teams/triage-card.ts';
import { triage } from '../src/triage/triage.ts';
import { understand } from '../src/understanding/understand.ts';
import { table, timeOf } from './table.ts';

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
const longTo = (length: number, piece: string) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
// No two the same: what was read a moment ago may be kept.
let heard = 0;
const hear = (text: string) => {
  heard += 1;
  return understand(redact(`${text} ${heard}`).text, 'en', undefined);
};

/** What it costs to understand a message, a paste and a ticket, and how the cost grows with the text's length. Medians. */
export const measure = async (): Promise<void> => {
  const said = await timeOf(() => hear(SAID), 501);
  const rows: string[][] = [['understanding', 'ms', '× a message']];
  const cost = (what: string, time: number): void => void rows.push([what, time.toFixed(3), (time / said).toFixed(1)]);
  cost('a chat message', said);
  cost('a paste of 4 KB', await timeOf(() => hear(longTo(4096, BLOCK))));
  cost('4 KB of prose', await timeOf(() => hear(longTo(4096, `${SAID}. `))));
  const ticket =
    (await timeOf(() =>
      TICKETS.forEach((text, at) => {
        heard += 1;
        triage({ id: `${at}`, text: `${text} ${heard}` }, NOW);
      }),
    )) / TICKETS.length;
  cost(`a ticket triaged, draft and all: ${Math.round(1_000 / ticket).toLocaleString('en')} a second`, ticket);
  // Teams shows an error where an answer takes longer than five seconds.
  for (const words of ['0xC004F074', 'blocked key'])
    cost(`what staff ask in Teams: ${words}`, await timeOf(() => search(words, 'en', []).map((found) => listed(found, 'en', NOW)), 11));
  cost('what staff ask in Teams: a message triaged', await timeOf(() => triageCard(BLOCK, 'en', NOW), 11));
  // Linear means: twice the text, about twice the time.
  for (const [name, piece] of Object.entries({ paste: BLOCK, prose: `${SAID}. ` })) {
    let before: number | undefined;
    for (const size of [32, 64, 128, 256]) {
      const time = await timeOf(() => hear(longTo(size * 1_024, piece)), 15);
      cost(`a ${name} of ${size} KiB${before === undefined ? '' : `: twice as long, slower by ${(time / before).toFixed(1)}`}`, time);
      before = time;
    }
  }
  const hostile: { readonly piece: string; readonly time: number }[] = [];
  for (const piece of HOSTILE) hostile.push({ piece, time: await timeOf(() => hear(longTo(4_000, piece)), 5) });
  for (const { piece, time } of hostile.sort((a, b) => b.time - a.time).slice(0, 3))
    cost(`4,000 characters of ${JSON.stringify(piece)}`, time);
  table(rows);
};
