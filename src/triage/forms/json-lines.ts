import { ticketOf } from './columns.ts';
import type { Row } from './row.ts';

const objectIn = (line: string): Readonly<Record<string, unknown>> | undefined => {
  try {
    const value: unknown = JSON.parse(line);
    // What is an object and no list has nothing but fields.
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
  } catch {
    // The parser's own message quotes the line.
    return undefined;
  }
};

/** Reads JSON Lines: an object a line, blank lines passed over. */
export const jsonLines = (text: string): readonly Row[] =>
  text.split('\n').flatMap((line, at): readonly Row[] => {
    if (line.trim() === '') return [];
    const bad = (why: string): Row => ({ bad: { line: at + 1, why } });
    const object = objectIn(line);
    if (object === undefined) return [bad('not a JSON object')];
    const ticket = ticketOf(object, `line ${at + 1}`);
    return [ticket === undefined ? bad('no text') : { ticket }];
  });
