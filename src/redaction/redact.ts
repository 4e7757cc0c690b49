import { mayHoldSecret } from './glance.ts';
import { groupsIn, without } from './groups.ts';
import type { Hit, Kind, Rule } from './hit.ts';
import { isWellFormed } from './key.ts';
import { RULES } from './rules.ts';

/** What was removed, and all that may be known of it. */
export interface Secret {
  readonly kind: Kind;
  /** The last five characters of a whole key, upper case. */
  readonly last5?: string;
  /** Does it hold only what product keys hold, five times five? A key typed with O or 1 does not. */
  readonly wellFormed?: boolean;
}

export interface Redacted {
  readonly text: string;
  readonly found: readonly Secret[];
}

const FEWEST_SYMBOLS = 10;

const secretOf = ({ kind, key }: Hit): Secret =>
  key === undefined ? { kind } : { kind, last5: key.slice(-5), wellFormed: isWellFormed(key) };
const markOf = ({ kind, last5 }: Secret): string => (last5 === undefined ? `[${kind}]` : `[key …${last5}]`);

const hitsIn = (text: string, rules: readonly Rule[]): readonly Hit[] => {
  let groups = groupsIn(text);
  const hits: Hit[] = [];
  for (const rule of rules) {
    const found = rule(groups);
    if (found.length === 0) continue;
    hits.push(...found);
    groups = without(groups, found);
  }
  return hits.sort((a, b) => a.from - b.from);
};

/** The redactor of some rules; `redact` is the one of all. */
export const redactBy =
  (rules: readonly Rule[]) =>
  (text: string): Redacted => {
    const hits = text.length < FEWEST_SYMBOLS ? [] : hitsIn(text, rules);
    if (hits.length === 0) return { text, found: [] };
    const found = hits.map(secretOf);
    const marks = found.map(markOf);
    let at = 0;
    const parts = hits.map(({ from, to }, index) => {
      const before = text.slice(at, from);
      at = to;
      return before + marks[index];
    });
    return { text: parts.join('') + text.slice(at), found };
  };

const byRules = redactBy(RULES);

/** Takes product keys, installation and confirmation IDs out of a text; of a key only its last five characters stay. Linear in time; a second pass changes nothing. */
export const redact = (text: string): Redacted => (mayHoldSecret(text) ? byRules(text) : { text, found: [] });

/** Does a text hold nothing that would have to go? */
export const isCleanText = (text: string): boolean => redact(text).found.length === 0;
