import { type CaseStep, isUnderWay, stepCase } from '../machines/case.ts';
import type { Case, CloseReason, Matter, Step } from './case.ts';
import { priorityOf } from './priority.ts';
import { tagsOf } from './tags.ts';

/** Who took a step, when, and what it was about. */
export interface Taken {
  readonly by: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly about?: string | undefined;
}

const ENDS: { readonly [S in CaseStep]?: CloseReason } = { solve: 'solved', personWithdraws: 'withdrawn', merge: 'duplicate' };

/** The case after a step that its life allows; undefined where it may not be taken. */
export const stepped = (before: Case, step: CaseStep, { by, at, about }: Taken): Case | undefined => {
  const state = stepCase(before.state, step);
  if (state === undefined) return undefined;
  const entry: Step = { version: before.version + 1, at, step, by, ...(about === undefined ? {} : { about }) };
  const { closedAt, closedBecause, ...open } = before;
  const ended = isUnderWay(state) ? {} : { closedAt: closedAt ?? at, closedBecause: ENDS[step] ?? closedBecause ?? 'solved' };
  return { ...open, ...ended, state, version: entry.version, updatedAt: at, history: [...before.history, entry] };
};

/** A new case of a talk. */
export const opened = (known: Pick<Case, 'number' | 'talk' | 'channel' | 'openedBy' | 'openedAt' | 'matter' | 'handover'>): Case => ({
  ...known,
  version: 1,
  state: 'new',
  updatedAt: known.openedAt,
  priority: priorityOf(known.matter, known.openedAt),
  tags: tagsOf(known.matter),
  ownTags: [],
  notes: [],
  history: [{ version: 1, at: known.openedAt, step: 'open', by: known.openedBy === 'person' ? 'person' : 'desk' }],
});

/** The same case about what its talk tells now. */
export const about = (before: Case, matter: Matter, now: string): Case => ({
  ...before,
  matter,
  priority: priorityOf(matter, now),
  tags: tagsOf(matter),
});

/** Steps that staff should see whatever they change. */
const ALWAYS: readonly CaseStep[] = ['administratorActs', 'fail', 'expire'];

/**
 * The case after the person, the administrator or the desk itself took a step. What changes nothing and what nobody waits for is no
 * step: so that staff who read are not told of every answer that the bot gets.
 */
export const happened = (before: Case, step: CaseStep, taken: Taken): Case => {
  const then = stepped(before, step, taken);
  if (then === undefined) return before;
  const matters = then.state !== before.state || before.handover === 'accepted' || ALWAYS.includes(step);
  return matters ? then : before;
};
