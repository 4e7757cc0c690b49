import type { Language } from '../language/language.ts';
import { metaOf } from '../machines/distance.ts';
import { type Branch, linksFrom, nameOf } from './graph.ts';
import { linkWords, placeWords, targetWords } from './words.ts';

/** A place in words: what it is called, what it is about, and where each answer leads. */
export interface Entry {
  readonly id: string;
  /** What builders call it. */
  readonly name: string;
  readonly outcome?: string;
  readonly words: string;
  readonly leads: readonly { readonly answer: string; readonly to: string }[];
}

/** A branch in words, for whoever does not see a picture. Nothing is left out. */
export const outline = ({ name, places }: Branch, language: Language): readonly Entry[] =>
  places.map((place) => ({
    id: place.id,
    name: nameOf(place),
    ...('outcome' in metaOf(place) ? { outcome: targetWords(place, name, language) } : {}),
    words: placeWords(place, language),
    leads: linksFrom(place).map((link) => ({ answer: linkWords(link, language), to: targetWords(link.to, name, language) })),
  }));
