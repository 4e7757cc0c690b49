import type { Language } from '../language/language.ts';
import type { CaseState, CaseStep } from '../machines/case.ts';
import type { HandoverState } from '../machines/handover.ts';
import type { Priority } from './priority.ts';

/** One thing said in a talk, redacted. */
export interface Said {
  readonly from: 'person' | 'desk' | 'staff';
  readonly at: string;
  readonly text: string;
  /** The name of who wrote, where staff did. */
  readonly by?: string;
}

/** One thing known: an answer, a trial or a detail, and whether it was pressed, said, pasted, read off a picture, inferred or given by staff. */
export interface CaseFact {
  readonly name: string;
  readonly value: string;
  readonly from: string;
  /** When it was learned, ISO 8601, UTC; cases from before this was kept lack it. */
  readonly at?: string;
  readonly piece?: string;
}

/** What a case is about, as the talk itself tells it: taken anew with each of its turns. */
export interface Matter {
  readonly language: Language;
  /** The advice at which the talk rests, or the question that the bot would ask next; neither at the tree's end. */
  readonly outcome?: string;
  readonly ask?: string;
  readonly facts: readonly CaseFact[];
  /** A person said one thing, an output showed another. */
  readonly contradictions: readonly { readonly name: string; readonly said: string; readonly read: string }[];
  /** The way through the tree: each place, and the fact that decided there. */
  readonly path: readonly { readonly place: string; readonly fact?: string; readonly value?: string }[];
  readonly tried: readonly { readonly outcome: string; readonly result: string; readonly at?: string }[];
  /** When Office stops working or begins to complain, ISO 8601, UTC. */
  readonly deadline?: string;
}

/** One step in a case's life. */
export interface Step {
  /** The case's version after the step: what a stale reader has not seen are the steps above his version. */
  readonly version: number;
  readonly at: string;
  readonly step: CaseStep | 'open';
  /** The name of staff; "person", "administrator" or "desk". */
  readonly by: string;
  /** What the step was about, in the words of code: a new owner, a reason, a fact and its value, a case's number. Never free text. */
  readonly about?: string;
}

/** What staff tell each other; never said to the person. Redacted. */
export interface Note {
  readonly at: string;
  readonly by: string;
  readonly text: string;
}

/** Why a case ends. */
export const CLOSE_REASONS = ['solved', 'unanswered', 'withdrawn', 'elsewhere', 'no-matter', 'duplicate'] as const;
export type CloseReason = (typeof CLOSE_REASONS)[number];

/** Whether a text could be a case's number, such as AD-7K3F-9QX2. */
export const isCaseNumber = (text: string): boolean => /^AD-\w{4}-\w{4}$/.test(text);

/** A talk that a person at the helpdesk takes over, with everything that is known. */
export interface Case {
  readonly number: string;
  /** The key of its talk: a hash. */
  readonly talk: string;
  readonly channel: string;
  /** Counts the steps; who acts on an older one is told what happened since. */
  readonly version: number;
  readonly state: CaseState;
  readonly handover: HandoverState;
  /** The id of the staff member whose case it is, and the name to show. */
  readonly owner?: { readonly id: string; readonly name: string };
  /** Asked for by the person, or found idle and unsolved. */
  readonly openedBy: 'person' | 'idle';
  readonly openedAt: string;
  readonly updatedAt: string;
  readonly closedAt?: string;
  readonly closedBecause?: CloseReason;
  /** The case that this one was merged into. */
  readonly mergedInto?: string;
  readonly matter: Matter;
  readonly priority: Priority;
  /** Worked out from the facts, and those that staff added. */
  readonly tags: readonly string[];
  readonly ownTags: readonly string[];
  /** What was said, where the person's talk has been forgotten and this case was still worked on; else the talk itself tells. */
  readonly transcript?: readonly Said[];
  readonly notes: readonly Note[];
  readonly history: readonly Step[];
}
