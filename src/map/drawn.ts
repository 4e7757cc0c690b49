import type { Language } from '../language/language.ts';
import { type Branch, branches } from './graph.ts';
import { type Picture, pictureOf } from './layout.ts';
import { type Entry, outline } from './outline.ts';

/** A branch as pages show it: as a picture and in words. */
export interface Drawn {
  readonly branch: Branch;
  readonly picture: Picture;
  readonly entries: readonly Entry[];
}

const kept = new Map<Language, Promise<readonly Drawn[]>>();

/** Every branch laid out, once for each language; between two of them other requests have their turn. */
export const drawnIn = (language: Language): Promise<readonly Drawn[]> => {
  const draw = async () => {
    const drawn: Drawn[] = [];
    for (const branch of branches()) {
      drawn.push({ branch, picture: pictureOf(branch, language), entries: outline(branch, language) });
      await new Promise((resolve) => setImmediate(resolve));
    }
    return drawn;
  };
  const drawn = kept.get(language) ?? draw();
  kept.set(language, drawn);
  return drawn;
};

/** The branches that a way goes through; all where there is no way. */
export const drawnOn = (drawn: readonly Drawn[], places: ReadonlySet<string>): readonly Drawn[] => {
  const on = new Set([...places].map((place) => place.split('.')[1]));
  return on.size === 0 ? drawn : drawn.filter(({ branch }) => on.has(branch.name));
};
