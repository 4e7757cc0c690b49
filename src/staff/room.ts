import type { Desk } from '../desk/desk.ts';
import type { Kept } from './kept.ts';

/** What staff see or take out, for the audit; what they do to cases is written down with the case itself. */
export interface Looked {
  readonly at: string;
  readonly who: string;
  readonly what: 'view' | 'export' | 'audit' | 'review' | 'banner' | 'signIn' | 'signOut';
  /** A case's number, or the format of an export; never what a person wrote. */
  readonly about?: string;
}

/** Everything that the pages stand on. */
export interface Room {
  readonly desk: Desk;
  readonly kept: Kept;
  readonly audit: (looked: Looked) => Promise<void>;
  readonly now: () => Date;
}
