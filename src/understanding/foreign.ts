import { ELSEWHERE_HEARD, type Label, phrases } from '../language/words.ts';
import { bare } from './bare.ts';
import { isDenied } from './denial.ts';

/** Languages without spaces have no words to look up. */
const UNSPACED: readonly string[] = ['zh', 'ja', 'ko'];
/** What is said alike in all of them: the names of other programs. */
const EVERY = 'every';

/** So much of a text is searched: what it is about is said early. */
const SEARCHED_AT_MOST = 2_000;
/** Between two parts of a phrase, where it has "*", so many letters may stand. */
const BETWEEN = { spaced: 44, unspaced: 12 } as const;
/** By so many of their first letters phrases are looked up, by fewer where they have fewer. */
const LOOKED_UP_BY = { spaced: 6, unspaced: 2 } as const;

interface Heard {
  readonly label: Label;
  readonly language: string;
  readonly parts: readonly string[];
  readonly rank: number;
}
type Way = keyof typeof BETWEEN;

const bareOf = (text: string, way: Way): string => (way === 'spaced' ? ` ${bare(text)}` : bare(text).replaceAll(' ', ''));

const HEARD = (Object.keys(ELSEWHERE_HEARD) as Label[])
  .flatMap((label) =>
    Object.entries(ELSEWHERE_HEARD[label] ?? {}).flatMap(([language, entry]) =>
      phrases(entry).map((phrase) => ({ label, language, phrase })),
    ),
  )
  .map((each, rank) => ({ ...each, rank }));

/** Phrases by the letters that they begin with, so a text costs its own length, however many phrases and languages there are. */
const lookup = (way: Way): ReadonlyMap<string, readonly Heard[]> => {
  const isOfWay = (language: string) => language === EVERY || UNSPACED.includes(language) === (way === 'unspaced');
  const heard = HEARD.filter(({ language }) => isOfWay(language)).map(({ phrase, ...each }) => ({
    ...each,
    // Words end in many ways, so a part may be the beginning of one.
    parts: phrase.split('*').map((part) => bareOf(part, way)),
  }));
  return Map.groupBy(heard, ({ parts: [first = ''] }) => first.slice(0, LOOKED_UP_BY[way]));
};
const LOOKUPS = { spaced: lookup('spaced'), unspaced: lookup('unspaced') } as const;

/** Where a phrase ends that begins here: its parts in their order, little between them. -1 where it does not stand here. */
const endOf = (text: string, at: number, [first = '', ...rest]: readonly string[], between: number): number => {
  if (!text.startsWith(first, at)) return -1;
  let end = at + first.length;
  for (const part of rest) {
    const next = text.slice(end, end + between + part.length).indexOf(part);
    if (next < 0) return -1;
    end += next + part.length;
  }
  return end;
};

/** What stands before and behind a place must not deny it. */
const isDeniedAt = (text: string, at: number, end: number): boolean => {
  const before = text
    .slice(Math.max(0, at - 40), at)
    .trim()
    .split(' ');
  const behind = text
    .slice(end, end + 20)
    .trim()
    .split(' ');
  return isDenied([...before, '', ...behind], before.length, 0);
};

/** The labels that a text says in a language which the desk hears and does not speak; in any of them where its language is not known. */
export const foreignIn = (text: string, written: string | undefined): readonly { readonly label: Label; readonly piece: string }[] => {
  const way = UNSPACED.includes(written ?? '') ? 'unspaced' : 'spaced';
  const searched = `${bareOf(text.slice(0, SEARCHED_AT_MOST), way)} `;
  const found = new Map<Heard, string>();
  for (let at = 0; at < searched.length; at += 1) {
    // Where there are spaces, a phrase begins with a word.
    if (way === 'spaced' && searched[at] !== ' ') continue;
    for (let length = 1; length <= LOOKED_UP_BY[way]; length += 1)
      for (const heard of LOOKUPS[way].get(searched.slice(at, at + length)) ?? []) {
        if ((written !== undefined && heard.language !== written && heard.language !== EVERY) || found.has(heard)) continue;
        const end = endOf(searched, at, heard.parts, BETWEEN[way]);
        if (end >= 0 && !isDeniedAt(searched, at, end)) found.set(heard, searched.slice(at, end).trim());
      }
  }
  return [...found].sort(([a], [b]) => a.rank - b.rank).map(([{ label }, piece]) => ({ label, piece }));
};
