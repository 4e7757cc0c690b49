import { ELSEWHERE_HEARD, type Heard as Label, phrases } from '../language/words.ts';
import { plain } from './plain.ts';

/** Accents are often left out, and languages without spaces have no words to look up. */
const bare = (text: string): string => plain(text).normalize('NFD').replace(/\p{M}/gu, '');

const UNSPACED: readonly string[] = ['zh', 'ja'];
/** Their words end in many ways, so a phrase may be the beginning of one. */
const INFLECTED: readonly string[] = ['pl', 'ru', 'tr'];

const asSearched = (phrase: string, language: string): string => {
  if (UNSPACED.includes(language)) return bare(phrase).replaceAll(' ', '');
  return INFLECTED.includes(language) ? ` ${bare(phrase)}` : ` ${bare(phrase)} `;
};

interface Heard {
  readonly label: Label;
  readonly language: string;
  readonly phrase: string;
  readonly searched: string;
}
const HEARD: readonly Heard[] = (Object.keys(ELSEWHERE_HEARD) as Label[]).flatMap((label) =>
  Object.entries(ELSEWHERE_HEARD[label] ?? {}).flatMap(([language, entry]) =>
    phrases(entry).map((phrase) => ({ label, language, phrase, searched: asSearched(phrase, language) })),
  ),
);

/** The labels that a text says in a language which the desk hears and does not speak; in any of them where its language is not known. */
export const foreignIn = (text: string, written: string | undefined): readonly { readonly label: Label; readonly piece: string }[] => {
  const spaced = ` ${bare(text)} `;
  const unspaced = spaced.replaceAll(' ', '');
  return HEARD.filter(
    ({ language, searched }) =>
      (written === undefined || written === language) && (UNSPACED.includes(language) ? unspaced : spaced).includes(searched),
  ).map(({ label, phrase }) => ({ label, piece: phrase }));
};
