import type { Line } from '../desk/desk.ts';

const COLUMNS = [
  'number',
  'state',
  'handover',
  'priority',
  'owner',
  'language',
  'channel',
  'outcome',
  'ask',
  'code',
  'host',
  'product',
  'deadline',
  'openedAt',
  'updatedAt',
  'tags',
] as const;
type Row = Readonly<Record<(typeof COLUMNS)[number], string>>;

const rowOf = ({ owner, tags, ownTags, ...line }: Line): Row => ({
  number: line.number,
  state: line.state,
  handover: line.handover,
  priority: line.priority,
  owner: owner?.name ?? '',
  language: line.language,
  channel: line.channel,
  outcome: line.outcome ?? '',
  ask: line.ask ?? '',
  code: line.code ?? '',
  host: line.host ?? '',
  product: line.product ?? '',
  deadline: line.deadline ?? '',
  openedAt: line.openedAt,
  updatedAt: line.updatedAt,
  tags: [...tags, ...ownTags].join(' '),
});

/** A cell as every table program reads it as text: what could begin a formula has an apostrophe before it (OWASP ASVS 1.2.10). */
export const csvCell = (text: string): string => {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** Cases as CSV (RFC 4180), with a byte order mark, without which Excel reads it in the wrong alphabet. */
export const csvOf = (lines: readonly Line[]): string =>
  `\ufeff${[COLUMNS, ...lines.map(rowOf).map((row) => COLUMNS.map((column) => row[column]))]
    .map((cells) => cells.map(csvCell).join(','))
    .join('\r\n')}\r\n`;

/** Cases as JSON: one list. */
export const jsonOf = (lines: readonly Line[]): string => `${JSON.stringify(lines.map(rowOf), null, 2)}\n`;
