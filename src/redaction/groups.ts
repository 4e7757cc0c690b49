/** A run of letters and digits as they are compared: upper case, look-alikes folded. Positions are those of the text. */
export interface Group {
  readonly at: number;
  readonly end: number;
  readonly symbols: string;
  /** Where each symbol stands in the text. */
  readonly places: readonly number[];
  /** Nothing but a few separators stands between the group before and this one. */
  readonly linked: boolean;
}

/** What a key is made of: no vowels, none of 0, 1, 5, so no word of a language is. N occurs in newer keys, once. */
const ALL_KEY_SYMBOLS = /^[BCDFGHJKMNPQRTVWXY2346789]+$/;
export const isKeyLike = (symbols: string): boolean => ALL_KEY_SYMBOLS.test(symbols);

const FARTHEST = 12;
/** What the redactor itself wrote: never part of anything. */
export const MARKS = /\[(?:key …[0-9A-Z]{5}|part of a key|installation id|confirmation id)\]/g;
const ABSENT = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/;
const ESCAPED = /^(?:%[0-9a-f]{2}|&(?:#\d{1,5}|#x[0-9a-f]{1,4}|[a-z]{2,8});)/i;
const LETTER = /[\p{L}\p{N}]/u;

const ALIKE: Readonly<Record<string, string>> = {
  А: 'A',
  В: 'B',
  Е: 'E',
  К: 'K',
  М: 'M',
  Н: 'H',
  О: 'O',
  Р: 'P',
  С: 'C',
  Т: 'T',
  У: 'Y',
  Х: 'X',
  І: 'I',
  Ј: 'J',
  Ѕ: 'S',
  Ү: 'Y',
  Ԍ: 'G',
  Ԛ: 'Q',
  Ԝ: 'W',
  Α: 'A',
  Β: 'B',
  Ε: 'E',
  Ζ: 'Z',
  Η: 'H',
  Ι: 'I',
  Κ: 'K',
  Μ: 'M',
  Ν: 'N',
  Ο: 'O',
  Ρ: 'P',
  Τ: 'T',
  Υ: 'Y',
  Χ: 'X',
  Ϲ: 'C',
};

const ASCII = /^[0-9A-Za-z]$/;
const folded = (char: string): string => {
  if (ASCII.test(char)) return char.toUpperCase();
  const plain = (char.normalize('NFKD')[0] ?? '').toUpperCase();
  return ALIKE[plain] ?? plain;
};

/** Splits a text into its groups of letters and digits, in linear time. Escapes such as %2D and &ndash; count as separators. */
export const groupsIn = (text: string): readonly Group[] => {
  const marks = [...text.matchAll(MARKS)].map(({ index, 0: mark }) => ({ from: index, to: index + mark.length }));
  const groups: Group[] = [];
  let places: number[] = [];
  let symbols = '';
  let end = 0;
  let gap = FARTHEST + 1;
  let linked = false;
  const close = () => {
    if (symbols !== '') groups.push({ at: places[0] ?? 0, end, symbols, places, linked });
    if (symbols !== '') gap = 0;
    symbols = '';
    places = [];
  };
  let mark = 0;
  for (let at = 0; at < text.length; ) {
    const { from = text.length, to = text.length } = marks[mark] ?? {};
    if (at === from) {
      close();
      gap = FARTHEST + 1;
      at = to;
      mark += 1;
      continue;
    }
    const escaped = (text[at] === '%' || text[at] === '&') && ESCAPED.exec(text.slice(at, at + 12))?.[0];
    const char = String.fromCodePoint(text.codePointAt(at) ?? 0);
    const size = escaped ? escaped.length : char.length;
    const symbol = escaped ? '' : folded(char);
    if (!ABSENT.test(char)) {
      if (ASCII.test(symbol)) {
        if (symbols === '') linked = gap <= FARTHEST;
        symbols += symbol;
        places.push(at);
        end = at + size;
      } else {
        close();
        // A letter of another script parts what stands on its two sides.
        gap = !escaped && LETTER.test(char) ? FARTHEST + 1 : gap + 1;
      }
    }
    at += size;
  }
  close();
  return groups;
};
