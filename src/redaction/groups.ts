import { escapeAt } from './escapes.ts';
import { ABSENT, FOREIGN, readingOf, SEPARATOR } from './symbols.ts';

/** A run of letters and digits in the form in which they are compared. All places are those of the text. */
export interface Group {
  readonly at: number;
  readonly end: number;
  readonly symbols: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** What stands between the group before and this one; undefined where they are too far apart to be read as one. */
  readonly gap: string | undefined;
  /** It touches something that was removed, so it is the rest of a word and no group by itself. */
  readonly glued: boolean;
}

/** What the redactor itself wrote: never part of anything. */
export const MARKS = /\[(?:key …[0-9A-Z]{5}|part of a key|installation id|confirmation id)\]/g;

const FARTHEST = 12;

/** Gathers characters into groups. */
const createGathering = (text: string) => {
  const groups: Group[] = [];
  let symbols = '';
  let starts: number[] = [];
  let ends: number[] = [];
  let touchesMark = false;
  let lastEnd = 0;
  // Separators since the last group; beyond the farthest, nothing is linked any more.
  let apart = FARTHEST + 1;

  const close = (glued: boolean) => {
    const at = starts[0];
    const end = ends.at(-1);
    if (at === undefined || end === undefined) return;
    groups.push({ at, end, symbols, starts, ends, gap: apart > FARTHEST ? undefined : text.slice(lastEnd, at), glued });
    [symbols, starts, ends, lastEnd, apart] = ['', [], [], end, 0];
  };
  return {
    groups,
    symbol: (symbol: string, at: number, end: number) => {
      symbols += symbol;
      starts.push(at);
      ends.push(end);
    },
    separator: () => {
      close(touchesMark);
      touchesMark = false;
      apart += 1;
    },
    foreign: () => {
      close(touchesMark);
      touchesMark = false;
      apart = FARTHEST + 1;
    },
    mark: () => {
      close(true);
      touchesMark = true;
      apart = FARTHEST + 1;
    },
    end: () => close(touchesMark),
  };
};

/** Splits a text into its groups of letters and digits, in linear time. */
export const groupsIn = (text: string): readonly Group[] => {
  const gathering = createGathering(text);
  const marks = text.matchAll(MARKS);
  let mark = marks.next().value;
  for (let at = 0, end = 0; at < text.length; at = end) {
    if (mark?.index === at) {
      gathering.mark();
      end = at + mark[0].length;
      mark = marks.next().value;
      continue;
    }
    const escaped = escapeAt(text, at);
    const char = String.fromCodePoint(text.codePointAt(at) ?? 0);
    const reading = escaped?.reading ?? readingOf(char);
    end = at + (escaped?.length ?? char.length);
    if (reading === SEPARATOR) gathering.separator();
    else if (reading === FOREIGN) gathering.foreign();
    else if (reading !== ABSENT) gathering.symbol(reading, at, end);
  }
  gathering.end();
  return gathering.groups;
};

/** Some symbols of a group, as a group. */
export const pieceOf = (group: Group, from: number, to: number): Group => {
  const starts = group.starts.slice(from, to);
  const ends = group.ends.slice(from, to);
  return {
    ...group,
    at: starts[0] ?? group.at,
    end: ends.at(-1) ?? group.end,
    symbols: group.symbols.slice(from, to),
    starts,
    ends,
    gap: from === 0 ? group.gap : undefined,
  };
};

/** What is left of the groups when some stretches of the text, in order, are gone: as if their marks stood there already. */
export const without = (groups: readonly Group[], gone: readonly { readonly from: number; readonly to: number }[]): readonly Group[] => {
  const left: Group[] = [];
  let next = 0;
  let parted = false;
  const keep = (group: Group) => {
    left.push(parted ? { ...group, gap: undefined } : group);
    parted = false;
  };
  for (const group of groups) {
    const size = group.symbols.length;
    let from = 0;
    group.starts.forEach((start, index) => {
      while ((gone[next]?.to ?? Number.POSITIVE_INFINITY) <= start) next += 1;
      if ((gone[next]?.from ?? Number.POSITIVE_INFINITY) > start) return;
      if (index > from) keep({ ...pieceOf(group, from, index), glued: true });
      from = index + 1;
      parted = true;
    });
    if (from < size) keep(from === 0 ? group : { ...pieceOf(group, from, size), glued: true });
  }
  return left;
};
