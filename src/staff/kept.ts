import type { Staff } from '../desk/staff.ts';
import type { Language } from '../language/language.ts';
import type { Says } from '../transcript/chat.ts';
import type { Tally } from './overview.ts';
import type { Looked, Told } from './told.ts';

/** A search that a member of staff keeps under a name. */
export interface SavedView {
  readonly name: string;
  readonly search: string;
}

/** Something that a person said and the bot did not understand. Redacted, as it is stored. */
export interface Unheard {
  readonly id: string;
  readonly at: string;
  readonly language: Language;
  /** The question that was open. */
  readonly ask?: string;
  readonly text: string;
  /** What the person had said before it in the same talk, in order. */
  readonly before: readonly Says[];
}

/** A row of the audit: who did what to which case, and what became of it. */
export interface Audited {
  readonly id: string;
  readonly at: string;
  /** The id of a staff member, or "desk". */
  readonly who: string;
  readonly what: string;
  readonly about: string;
  /** "done", "stale", or "refused: " and why in a word. */
  readonly result: string;
}

/** What the desk's pages keep beside the cases. Every method rejects only where the storage itself fails. Times are ISO 8601, UTC. */
export interface Kept {
  /** Everybody who signed in before, by name: whom a case can be assigned to. */
  members(): Promise<readonly Staff[]>;
  remember(staff: Staff, at: string): Promise<void>;
  views(member: string): Promise<readonly SavedView[]>;
  saveView(member: string, view: SavedView): Promise<void>;
  forgetView(member: string, name: string): Promise<void>;
  /** Somebody has a case open just now. */
  here(number: string, staff: Staff, at: string): Promise<void>;
  /** Who had a case open since then. */
  whoIsHere(number: string, since: string): Promise<readonly Pick<Staff, 'id' | 'name'>[]>;
  /** Hosts and codes that break for many, for which the bot's welcome says so. */
  banners(): Promise<readonly string[]>;
  setBanner(about: string, on: boolean, at: string): Promise<void>;
  /** What was not understood and not looked at yet, the latest first. */
  unheard(limit: number): Promise<readonly Omit<Unheard, 'before'>[]>;
  unheardAt(id: string): Promise<Unheard | undefined>;
  reviewed(id: string): Promise<void>;
  /** Rows of the audit from before another, the latest first, at most so many. */
  audited(before: Pick<Audited, 'at' | 'id'> | undefined, limit: number): Promise<readonly Audited[]>;
  /** Counts some of the talks that changed since they were counted last, and says where to go on; undefined where all are counted. */
  tally(tell: (looked: Looked) => Told, after?: Tallied): Promise<Tallied | undefined>;
  /** How often talks told each count, from a day on. */
  counts(since: string): Promise<ReadonlyMap<string, number>>;
  /** The same of talks that changed since a moment. */
  lately(since: string): Promise<ReadonlyMap<string, number>>;
  waits(since: string): Promise<Tally['waits']>;
  /** Who named which host or code since then, the latest first, at most so many talks. */
  namings(since: string, limit: number): Promise<Tally['namings']>;
}

/** The last talk that was counted. */
export interface Tallied {
  readonly at: string;
  readonly talk: string;
}
