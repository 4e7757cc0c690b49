import type { Action, Refusal } from './action.ts';
import type { Case } from './case.ts';
import { stepped, type Taken } from './life.ts';
import { mayActAs, type Staff } from './staff.ts';

/** A text that is said to somebody or noted holds something, fits, and has no variable left open. */
const LONGEST = 4_000;
const isSayable = (text: string): boolean => text.trim() !== '' && text.length <= LONGEST && !/\{\{|\}\}/.test(text);

/** Actions that speak for the helpdesk or end its work: the case's own, a lead's, or nobody's yet. */
const OWNERS: readonly Action['does'][] = [
  'take',
  'release',
  'accept',
  'reply',
  'answer',
  'reask',
  'handBack',
  'askAdministrator',
  'solve',
  'close',
  'merge',
];
/** Who does this has the case from then on, where nobody had it. */
const TAKES: readonly Action['does'][] = ['take', 'accept', 'reply', 'answer', 'reask', 'askAdministrator'];

const tagged = (tags: readonly string[]): readonly string[] => [
  ...new Set(tags.map((tag) => tag.trim().toLowerCase().replace(/\s+/g, '-').slice(0, 40)).filter((tag) => tag !== '')),
];

const aboutOf = (action: Action): string | undefined => {
  switch (action.does) {
    case 'assign':
      return action.to.name;
    case 'close':
      return action.because;
    case 'answer':
      return `${action.fact}=${action.value}`;
    case 'reask':
      return action.fact;
    case 'merge':
      return action.into;
    case 'tag':
      return tagged(action.tags).join(', ');
    default:
      return undefined;
  }
};

const refusalOf = (before: Case, { id, ...staff }: Staff, action: Action, other: Case | undefined): Refusal | undefined => {
  if (!mayActAs({ id, ...staff }, 'agent')) return 'role';
  const { owner } = before;
  if (OWNERS.includes(action.does) && owner !== undefined && owner.id !== id && staff.role !== 'lead') return 'owner';
  if ('text' in action && !isSayable(action.text)) return 'text';
  if (action.does === 'handBack' && before.handover !== 'accepted') return 'state';
  if (action.does === 'reask' && !before.matter.facts.some(({ name }) => name === action.fact)) return 'fact';
  if (action.does === 'merge' && (other === undefined || other.number === before.number || other.state === 'merged')) return 'other-case';
  return undefined;
};

/** What an action makes of a case, or why not. Pure: what it means for the talk is the turn's matter. */
export const decide = (
  before: Case,
  staff: Staff,
  action: Action,
  now: string,
  other?: Case,
): { readonly case: Case } | { readonly refused: Refusal } => {
  const refused = refusalOf(before, staff, action, other);
  if (refused !== undefined) return { refused };
  const taken: Taken = { by: staff.name, at: now, about: aboutOf(action) };
  const after = stepped(before, action.does, taken);
  if (after === undefined) return { refused: 'state' };
  const me = { id: staff.id, name: staff.name };
  const owned: Case = before.owner === undefined && TAKES.includes(action.does) ? { ...after, owner: me } : after;
  switch (action.does) {
    case 'take':
      return { case: { ...owned, owner: me } };
    case 'assign':
      return { case: { ...owned, owner: action.to } };
    case 'release': {
      const { owner: _owner, ...free } = owned;
      return { case: free };
    }
    case 'note':
      return { case: { ...owned, notes: [...owned.notes, { at: now, by: staff.name, text: action.text }] } };
    case 'tag':
      return { case: { ...owned, ownTags: tagged(action.tags) } };
    case 'close':
      return { case: { ...owned, closedBecause: action.because } };
    case 'merge':
      return { case: { ...owned, mergedInto: action.into } };
    default:
      return { case: owned };
  }
};

/** The case that another was merged into remembers it. */
export const mergedInto = (target: Case, merged: Case, { by, at }: Taken): Case => ({
  ...target,
  version: target.version + 1,
  updatedAt: at,
  history: [...target.history, { version: target.version + 1, at, step: 'merge', by, about: merged.number }],
});
