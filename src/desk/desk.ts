import type { Language } from '../language/language.ts';
import type { Saying } from '../language/saying.ts';
import type { CaseState } from '../machines/case.ts';
import type { Action, Refusal } from './action.ts';
import type { Case, Said, Step } from './case.ts';
import type { Priority } from './priority.ts';
import type { Staff } from './staff.ts';

/** Which cases, in which order. What is left away does not narrow. */
export interface Query {
  readonly states?: readonly CaseState[];
  /** The id of a staff member; null for cases that nobody has. */
  readonly owner?: string | null;
  readonly priorities?: readonly Priority[];
  readonly language?: Language;
  readonly code?: string;
  readonly host?: string;
  /** An Office version ("2021"). */
  readonly product?: string;
  readonly outcome?: string;
  readonly tag?: string;
  /** Days ("2026-11-24", UTC): opened before this one, and not before this one. */
  readonly openedBefore?: string;
  readonly openedSince?: string;
  /** Beginnings of words in what was said and in the case's number; all of them must be there. */
  readonly text?: string;
  /** By priority (then the oldest first), by deadline (the next first; those without last), by age (the oldest first) or by change (the latest first). */
  readonly sort?: 'priority' | 'deadline' | 'age' | 'change';
  /** Where the page before ended. */
  readonly after?: string;
  /** At most so many, 50 without it. */
  readonly limit?: number;
}

/** A line of the queue. */
export type Line = Pick<
  Case,
  'number' | 'version' | 'state' | 'handover' | 'owner' | 'openedAt' | 'updatedAt' | 'channel' | 'priority' | 'tags' | 'ownTags'
> & {
  readonly language: Language;
  readonly outcome?: string;
  readonly ask?: string;
  readonly code?: string;
  readonly host?: string;
  readonly product?: string;
  readonly deadline?: string;
  /** The case in one sentence. */
  readonly sentence: Saying;
};

export interface Page {
  readonly lines: readonly Line[];
  /** Give it as the next query's "after"; absent on the last page. */
  readonly next?: string;
}

/** A case with what was said in its talk, in order, redacted. */
export interface Opened {
  readonly case: Case;
  readonly transcript: readonly Said[];
}

export type Acted =
  | { readonly kind: 'done'; readonly case: Case }
  /** Somebody or the person came between: the case as it is now, and the steps that were not seen. Nothing was changed. */
  | { readonly kind: 'stale'; readonly case: Case; readonly since: readonly Step[] }
  | { readonly kind: 'refused'; readonly why: Refusal; readonly case: Case }
  | { readonly kind: 'unknown' };

/** More are not counted: "999+" says enough. */
export const COUNTED = 1_000;

/** What the pages of the helpdesk see of it, and all that they can do. */
export interface Desk {
  find(query: Query): Promise<Page>;
  /** How many cases each view has, at most COUNTED. */
  counts(views: readonly Query[]): Promise<readonly number[]>;
  /** Undefined where there is no such case. */
  open(number: string): Promise<Opened | undefined>;
  /** One action of one staff member on the version that they saw: case, talk, replies and audit in one transaction. */
  act(number: string, version: number, staff: Staff, action: Action): Promise<Acted>;
  /** Rings for everybody who listens: somebody has opened a case. */
  ring(): void;
  /** Rings when any case has changed, in any instance. Gives the way to stop listening. */
  listen(heard: () => void): () => void;
}
