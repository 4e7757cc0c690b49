import type { Matter } from './case.ts';

/** How soon somebody should look, the most urgent first. */
export const PRIORITIES = ['urgent', 'high', 'normal', 'low'] as const;
export type Priority = (typeof PRIORITIES)[number];

type Rule = { readonly priority: Priority } & (
  | { readonly fact: string; readonly is: readonly string[] }
  /** So many days are left, or fewer. */
  | { readonly days: number }
);

/** The first row that holds decides. */
const RULES: readonly Rule[] = [
  { priority: 'urgent', fact: 'kms.others', is: ['several'] },
  { priority: 'urgent', days: 1 },
  // A host serves a whole organisation.
  { priority: 'high', fact: 'symptom', is: ['host'] },
  { priority: 'high', fact: 'kms.cloned', is: ['yes'] },
  { priority: 'high', fact: 'host.computers', is: ['many', 'clones'] },
  { priority: 'high', days: 5 },
  { priority: 'low', fact: 'trouble', is: ['fine'] },
];

const DAY = 24 * 3_600_000;

/** A case's priority, from its facts alone: how many people it is about, and how many days are left. */
export const priorityOf = ({ facts, deadline }: Pick<Matter, 'facts' | 'deadline'>, now: string): Priority => {
  const holds = (rule: Rule): boolean =>
    'days' in rule
      ? deadline !== undefined && Date.parse(deadline) - Date.parse(now) <= rule.days * DAY
      : facts.some(({ name, value }) => name === rule.fact && rule.is.includes(value));
  return RULES.find(holds)?.priority ?? 'normal';
};
