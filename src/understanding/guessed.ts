import { type Language, languageOf } from '../language/language.ts';
import type { Finding } from './finding.ts';
import { isSilent, type Meant, meantAbroad, meantIn, NOTHING } from './meant.ts';
import { pairedIn } from './paired.ts';
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

/** That an error is seen, or that there is a contract, tells little of the trouble. */
const LITTLE: readonly string[] = ['symptom.error', 'trouble.contract'];
const tells = ({ name, value }: Finding): boolean => !ASIDE.includes(name) && !LITTLE.includes(`${name}.${value}`);

/** What two words near each other tell beside what was found, where nothing of that tells much. */
export const pairedBeside = (text: string, found: readonly Finding[]): readonly Finding[] =>
  found.some(tells) ? [] : pairedIn(text).filter(({ name }) => !found.some((finding) => finding.name === name));

/** The same for what was guessed. */
const orPaired = (meant: Meant, text: string, found: readonly Finding[]): Meant => {
  if (meant.wish !== undefined || meant.elsewhere || meant.findings.some(tells)) return meant;
  const paired = pairedBeside(text, found);
  if (paired.length === 0) return meant;
  const others = meant.findings.filter(({ name }) => paired.every((each) => each.name !== name));
  return { findings: [...paired, ...others], elsewhere: false };
};

/** Where the rules found nothing that decides, what the words most likely mean; `sparing`, what is only guessed by their likeness teaches nothing. */
export const guessedIn = (
  text: string,
  language: Language,
  written: string | undefined,
  found: readonly Finding[],
  sparing: boolean,
): Meant => {
  const names = found.map(({ name }) => name);
  const spoken = written === undefined ? language : languageOf(written);
  if (spoken === undefined) return orPaired(meantAbroad(text, written, names), text, found);
  if (names.some((name) => !ASIDE.includes(name))) return orPaired(NOTHING, text, found);
  const likely = meantIn(text, spoken, names, deniedIn(text, spoken));
  const meant = sparing ? { ...likely, findings: [] } : likely;
  if (!isSilent(meant)) return meant;
  const abroad = written === undefined ? meantAbroad(text, undefined, names) : meant;
  return orPaired(isSilent(abroad) ? meant : abroad, text, found);
};
