import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { LANGUAGES, type Language } from '../language/language.ts';
import { type Learned, learn } from '../understanding/classifier.ts';
import { examplesIn, take } from '../understanding/meant.ts';

/** Where `npm install` puts what the desk learned from its examples. */
const FOLDER = join(import.meta.dirname, '../../dist/learned');

type Model = Learned<ReturnType<typeof examplesIn>[number]['label']>;

/** What was learned, and the hash of what it was learned from. */
interface Shelved {
  readonly from: string;
  readonly learned: Model;
}

const hashOf = (language: Language): string =>
  createHash('sha256')
    .update(JSON.stringify(examplesIn(language)))
    .digest('hex');
const fileOf = (language: Language, folder: string): string => join(folder, `${language}.model`);

/** What lies there of these very examples; undefined where nothing does, or something else. */
const shelvedIn = (language: Language, folder: string): Model | undefined => {
  try {
    // Written by nobody but `shelve`.
    const { from, learned } = deserialize(readFileSync(fileOf(language, folder))) as Shelved;
    return from === hashOf(language) ? learned : undefined;
  } catch {
    // Not there, or broken: it can be learned again.
    return undefined;
  }
};

/** Learns in every language and stores it, where it does not lie there yet. Gives the languages that were learned. */
export const shelve = (folder = FOLDER): readonly Language[] => {
  mkdirSync(folder, { recursive: true });
  const missing = LANGUAGES.filter((language) => shelvedIn(language, folder) === undefined);
  for (const language of missing) {
    const file = fileOf(language, folder);
    writeFileSync(`${file}.new`, serialize({ from: hashOf(language), learned: learn(examplesIn(language)) } satisfies Shelved));
    renameSync(`${file}.new`, file);
  }
  return missing;
};

/** Takes what was learned before, in every language; where the examples are others by now it is learned anew, which takes about a second each. */
export const recall = (folder = FOLDER): void => {
  for (const language of LANGUAGES) take(language, shelvedIn(language, folder) ?? learn(examplesIn(language)));
};
