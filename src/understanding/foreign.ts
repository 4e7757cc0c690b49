import { ELSEWHERE_HEARD, type Label, phrases } from '../language/words.ts';
import { isDenied } from './denial.ts';
import { plain } from './plain.ts';

/** Accents are often left out, and languages without spaces have no words to look up. */
const bare = (text: string): string => plain(text).normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC');

const UNSPACED: readonly string[] = ['zh', 'ja', 'ko'];

/** So much of a text is searched: what it is about is said early. */
const SEARCHED_AT_MOST = 2_000;
/** Between two parts of a phrase, where it has "*", so many letters may stand. */
const BETWEEN = { spaced: 32, unspaced: 12 } as const;

interface Heard {
  readonly label: Label;
  readonly language: string;
  readonly parts: readonly string[];
}

/** Words end in many ways, so a part may be the beginning of one. */
const partsOf = (phrase: string, language: string): readonly string[] =>
  phrase.split('*').map((part) => (UNSPACED.includes(language) ? bare(part).replaceAll(' ', '') : ` ${bare(part)}`));

const HEARD: readonly Heard[] = (Object.keys(ELSEWHERE_HEARD) as Label[]).flatMap((label) =>
  Object.entries(ELSEWHERE_HEARD[label] ?? {}).flatMap(([language, entry]) =>
    phrases(entry).map((phrase) => ({ label, language, parts: partsOf(phrase, language) })),
  ),
);

/** Where a phrase stands in a text: its parts in their order, little between them. */
const pieceOf = (
  text: string,
  [first = '', ...rest]: readonly string[],
  between: number,
): readonly [at: number, end: number] | undefined => {
  for (let at = text.indexOf(first); at >= 0; at = text.indexOf(first, at + 1)) {
    let end = at + first.length;
    const isWhole = rest.every((part) => {
      const next = text.indexOf(part, end);
      if (next < 0 || next - end > between) return false;
      end = next + part.length;
      return true;
    });
    if (isWhole) return [at, end];
  }
  return undefined;
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
  const spaced = ` ${bare(text.slice(0, SEARCHED_AT_MOST))} `;
  const unspaced = spaced.replaceAll(' ', '');
  return HEARD.flatMap(({ label, language, parts }) => {
    if (written !== undefined && written !== language) return [];
    const searched = UNSPACED.includes(language) ? unspaced : spaced;
    const place = pieceOf(searched, parts, UNSPACED.includes(language) ? BETWEEN.unspaced : BETWEEN.spaced);
    return place === undefined || isDeniedAt(searched, ...place) ? [] : [{ label, piece: searched.slice(...place).trim() }];
  });
};
