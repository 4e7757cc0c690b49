import { answersOf, detailsOf, known, type Record } from '../conversation/record.ts';
import { standingOf } from '../conversation/standing.ts';
import type { Case } from '../desk/case.ts';
import type { Language } from '../language/language.ts';
import { isTrial, triedOutcome } from '../machines/facts.ts';

/** A talk as the overview looks at it. */
export interface Looked {
  readonly record: Record;
  /** Its case, where it has one. */
  readonly case?: Pick<Case, 'openedAt' | 'history'> | undefined;
}

/**
 * What is counted of talks: each talk once, those that were solved without a person, those with one, each advice, each success and
 * each thumb in a language, each question that was answered, and each at which a talk without a person rests.
 */
export type Count =
  | 'talk'
  | 'solved'
  | 'person'
  | `advised ${string} ${Language}`
  | `solvedBy ${string} ${Language}`
  | `${'up' | 'down'} ${string} ${Language}`
  | `answered ${string}`
  | `rests ${string}`;

/** What one talk tells: it counts one for each of these. */
export interface Told {
  readonly counts: readonly Count[];
  readonly code?: string | undefined;
  readonly host?: string | undefined;
  /** From its case's opening to the first reply of staff, in seconds. */
  readonly waited?: number | undefined;
}

const REPLIES: readonly string[] = ['reply', 'accept'];

const waitOf = ({ openedAt, history }: Pick<Case, 'openedAt' | 'history'>): number | undefined => {
  const first = history.find(({ step }) => REPLIES.includes(step));
  return first && Math.round((Date.parse(first.at) - Date.parse(openedAt)) / 1_000);
};

/** What a talk tells. Costs a settle. */
export const toldBy = ({ record, case: handed }: Looked): Told => {
  const { rest } = standingOf(record);
  const tried = [...known(record).values()].flatMap(({ name, value }) => (isTrial(name) ? [{ outcome: triedOutcome(name), value }] : []));
  const { language, caseNumber, thumbs = {} } = record;
  const isAlone = caseNumber === undefined;
  const advised = new Set([...tried.map(({ outcome }) => outcome), ...('outcome' in rest ? [rest.outcome] : []), ...Object.keys(thumbs)]);
  const solvedBy = isAlone ? tried.filter(({ value }) => value === 'yes') : [];
  const { code, host } = detailsOf(record);
  return {
    counts: [
      'talk',
      ...(solvedBy.length > 0 ? (['solved'] as const) : []),
      ...(isAlone ? [] : (['person'] as const)),
      ...[...advised].map((outcome) => `advised ${outcome} ${language}` as const),
      ...solvedBy.map(({ outcome }) => `solvedBy ${outcome} ${language}` as const),
      ...Object.entries(thumbs).map(([outcome, thumb]) => `${thumb} ${outcome} ${language}` as const),
      ...answersOf(record).map(({ name }) => `answered ${name}` as const),
      ...(isAlone && 'ask' in rest ? ([`rests ${rest.ask}`] as const) : []),
    ],
    code,
    host,
    waited: handed && waitOf(handed),
  };
};
