import type { Record } from '../conversation/record.ts';
import type { FirstCase as Case } from '../desk/first-case.ts';

/** One stored activity of a talk, numbered from 1: what a person said (redacted) or what the desk replied. */
export interface StoredRow {
  readonly number: number;
  readonly from: 'person' | 'desk';
  readonly activity: Readonly<{ [field: string]: unknown }>;
}

/** A reply that still has to be sent, and where to: the channel's own address, which only the front end reads. */
export interface Unsent {
  readonly talk: string;
  readonly row: StoredRow;
  readonly address: unknown;
}

/** A talk as it is stored; version 0 is a talk that is not there yet. */
interface Loaded {
  readonly version: number;
  readonly record?: Record;
  readonly rows: number;
}

/** Everything that one turn changes, written together or not at all. */
export interface Commit {
  /** The talk's key: a hash, so that no id of a channel is stored. */
  readonly talk: string;
  /** The version that was loaded. */
  readonly version: number;
  readonly activityId: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly record: Record;
  readonly rows: readonly StoredRow[];
  /** Where the replies must be sent to; absent where they go back in the response or are fetched. */
  readonly address?: unknown;
  readonly case?: Case | undefined;
}

/** What the desk keeps. Every method rejects only where the storage itself fails. */
export interface Store {
  load(talk: string): Promise<Loaded>;
  /** The replies to an activity that was handled already; undefined where it was not. */
  seen(talk: string, activityId: string): Promise<readonly StoredRow[] | undefined>;
  /** "stale": another turn came between; nothing was written. "number taken": a case of another talk has that number. */
  commit(commit: Commit): Promise<'committed' | 'stale' | 'number taken'>;
  /** Was anything said in this talk yet? Reads none of its rows. */
  has(talk: string): Promise<boolean>;
  /** The rows of a talk after a number, in order. */
  rows(talk: string, after: number): Promise<readonly StoredRow[]>;
  /** Replies that were stored and not sent yet, of one talk or of all, in order. */
  unsent(talk?: string): Promise<readonly Unsent[]>;
  sent(talk: string, number: number): Promise<void>;
  /** The talks that are kept, the newest first. */
  talks(): Promise<readonly { readonly key: string; readonly at: string; readonly rows: number }[]>;
  cases(): Promise<readonly Case[]>;
  /** False where there is no such case. */
  closeCase(number: string, at: string): Promise<boolean>;
  /** Random bytes that outlive a restart, made at the first call. */
  secret(name: string, make: () => Uint8Array): Promise<Uint8Array>;
  /** Forgets talks that were silent since then, but for those with an open case. Gives how many. */
  forgetTalks(silentSince: string): Promise<number>;
  check(): Promise<void>;
  close(): Promise<void>;
}
