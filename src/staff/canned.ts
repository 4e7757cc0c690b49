import type { Case } from '../desk/case.ts';
import type { MessageKey } from '../language/keys.ts';
import { type Language, say } from '../language/language.ts';
import { outcomeTitle } from './matter.ts';

/** Ready-made replies and the outcomes that they fit, by the beginning of their ids; those without fit every case. */
const CANNED = {
  looking: [],
  output: [],
  screenshot: [],
  solved: [],
  nothing: [],
  host: ['KMS-', 'HOST-', 'AD-'],
  network: ['KMS-'],
  key: ['MAK-', 'TYPE-'],
  seller: ['SELLER-', 'RETAIL-', 'MAK-'],
  telephone: ['PHONE-'],
} as const satisfies Record<string, readonly string[]>;
export type CannedId = keyof typeof CANNED;
const IDS = Object.keys(CANNED) as readonly CannedId[];

export const isCanned = (id: string): id is CannedId => Object.hasOwn(CANNED, id);

const rank = (id: CannedId, outcome: string | undefined): number => {
  const fits: readonly string[] = CANNED[id];
  if (fits.length === 0) return 1;
  return outcome !== undefined && fits.some((start) => outcome.startsWith(start)) ? 0 : 2;
};

/** The ready-made replies for a case: those for its outcome first, then those for every case. */
export const cannedFor = ({ matter }: Pick<Case, 'matter'>): readonly CannedId[] =>
  IDS.filter((id) => rank(id, matter.outcome) < 2).sort((a, b) => rank(a, matter.outcome) - rank(b, matter.outcome));

export const cannedTitle = (id: CannedId, language: Language): string => say(language, `desk.canned.${id}.title`);

/**
 * A ready-made reply in the person's language, filled in from the case. What the case does not know stays as a variable in double braces,
 * which nobody can send.
 */
export const cannedText = (id: CannedId, { number, matter, owner }: Case): string => {
  const fact = (name: string) => matter.facts.find((each) => each.name === name)?.value;
  const known: Readonly<Record<string, string | undefined>> = {
    number,
    name: owner?.name,
    code: fact('code'),
    host: fact('host') ?? fact('dnsHost'),
    product: fact('office'),
    advice: matter.outcome === undefined ? undefined : outcomeTitle(matter.outcome, matter.language),
  };
  const key: MessageKey = `desk.canned.${id}.text`;
  const open = Object.fromEntries(Object.entries(known).map(([name, value]) => [name, value ?? `{{${name}}}`]));
  return say(matter.language, key, open);
};

/** A variable that is still open in a text; undefined where none is. */
export const openVariable = (text: string): string | undefined => /\{\{[^}]*\}\}/.exec(text)?.[0];
