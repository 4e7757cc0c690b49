import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import { namesText, ticketOf } from './columns.ts';
import type { Row } from './row.ts';

/** Excel separates by semicolons where the comma is the decimal sign. */
const DELIMITERS = [',', ';', '\t'];
const headerOf = (text: string): string => /^[^\r\n]*/.exec(text)?.[0] ?? '';
const delimiterOf = (header: string): string => DELIMITERS.toSorted((a, b) => header.split(b).length - header.split(a).length)[0] ?? ',';

/** Does the text begin with a header row that has a column of text beside others? */
export const looksLikeCsv = (text: string): boolean => {
  const header = headerOf(text);
  const names = header.split(delimiterOf(header)).map((name) => name.replaceAll('"', ''));
  return names.length > 1 && namesText(names);
};

interface Parsed {
  readonly record: Readonly<Record<string, string>>;
  readonly info: { readonly lines: number };
}

/** Reads CSV with a header row. A row with too few or too many cells, or a stray quote, is bad; the rest is read. */
export const csv = (whole: string): readonly Row[] => {
  // The parser counts a line's end of two characters within quotes as two lines.
  const text = whole.replaceAll('\r\n', '\n');
  const rows: { readonly line: number; readonly row: Row }[] = [];
  const bad = (line: number, why: string) => rows.push({ line, row: { bad: { line, why } } });
  const settings = {
    columns: true,
    delimiter: delimiterOf(headerOf(text)),
    info: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: (error: CsvError | undefined) => {
      bad(Number(error?.lines ?? 0), error?.code ?? 'not readable');
      return undefined;
    },
  } as const;
  try {
    // With `info` every record comes with where it ended.
    for (const { record, info } of parse(text, settings) as unknown as readonly Parsed[]) {
      const ticket = ticketOf(record, `line ${info.lines}`);
      if (ticket === undefined) bad(info.lines, 'no text');
      else rows.push({ line: info.lines, row: { ticket } });
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    bad(Number(error.lines ?? 0), error.code);
  }
  return rows.toSorted((a, b) => a.line - b.line).map(({ row }) => row);
};
