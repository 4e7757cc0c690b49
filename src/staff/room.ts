import type { Desk } from '../desk/desk.ts';
import type { Deed } from './deeds.ts';
import type { Kept } from './kept.ts';

/** What staff see or take out, for the audit; what they do to cases is written down with the case itself. */
export interface Looked {
  readonly at: string;
  readonly who: string;
  readonly what: Deed | 'signIn' | 'signOut' | 'saveView' | 'forgetView';
  /** A case's number, or the format of an export; never what a person wrote. */
  readonly about?: string;
  /** Why it was refused; done where this is left out. */
  readonly result?: `refused: ${string}`;
}

/** Everything that the pages stand on. */
export interface Room {
  readonly desk: Desk;
  readonly kept: Kept;
  readonly audit: (looked: Looked) => Promise<void>;
  readonly now: () => Date;
}
