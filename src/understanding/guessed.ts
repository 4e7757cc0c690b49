import { type Language, languageOf } from '../language/language.ts';
import type { Finding } from './finding.ts';
import { isSilent, type Meant, meantAbroad, meantIn } from './meant.ts';
import { deniedIn } from './phrases.ts';

/** Beside these the text's own trouble is still to be told. */
const ASIDE: readonly string[] = [
  'version',
  'office',
  'bits',
  'product',
  'method',
  'administrator',
  'post.restarted',
  'kms.exists',
  'kms.others',
];

/** Where the rules found nothing that decides, what the words most likely mean. */
export const guessedIn = (text: string, language: Language, written: string | undefined, found: readonly Finding[]): Meant | undefined => {
  const names = found.map(({ name }) => name);
  const spoken = written === undefined ? language : languageOf(written);
  if (spoken === undefined) return meantAbroad(text, written, names);
  if (names.some((name) => !ASIDE.includes(name))) return undefined;
  const meant = meantIn(text, spoken, names, deniedIn(text, spoken));
  if (written !== undefined || !isSilent(meant)) return meant;
  const abroad = meantAbroad(text, undefined, names);
  return isSilent(abroad) ? meant : abroad;
};
