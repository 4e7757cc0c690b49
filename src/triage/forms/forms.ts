import { csv, looksLikeCsv } from './csv.ts';
import { jsonLines } from './json-lines.ts';
import { looksLikeMail, mail } from './mail.ts';
import type { Row } from './row.ts';

type Form = 'json lines' | 'csv' | 'mail' | 'text';

const BY_ENDING: Readonly<Record<string, Form>> = {
  jsonl: 'json lines',
  ndjson: 'json lines',
  csv: 'csv',
  tsv: 'csv',
  eml: 'mail',
  txt: 'text',
};

/** UTF-8, UTF-16 with its mark as Excel writes it, or what Windows wrote before either. */
const decoded = (bytes: Uint8Array): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
};

const formOf = (name: string, text: string): Form => {
  const byEnding = BY_ENDING[/\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? ''];
  if (byEnding !== undefined) return byEnding;
  if (/^\s*\{/.test(text)) return 'json lines';
  if (looksLikeMail(text)) return 'mail';
  return looksLikeCsv(text) ? 'csv' : 'text';
};

/** The tickets of an input and its bad rows, in its order. The form is told by the name's ending, else by how the input begins. */
export const rowsIn = async (name: string, bytes: Uint8Array): Promise<readonly Row[]> => {
  const text = decoded(bytes);
  if (text.trim() === '') return [{ bad: { line: 1, why: 'empty' } }];
  switch (formOf(name, text)) {
    case 'json lines':
      return jsonLines(text);
    case 'csv':
      return csv(text);
    case 'mail':
      return [{ ticket: await mail(bytes, name) }];
    case 'text':
      return [{ ticket: { id: name, text } }];
  }
};
