import type { Staff } from '../desk/staff.ts';

/** A search that a member of staff keeps under a name. */
export interface SavedView {
  readonly name: string;
  readonly search: string;
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
}
