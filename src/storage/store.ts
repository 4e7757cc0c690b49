import type { Record } from '../conversation/record.ts';
import type { Case } from '../desk/case.ts';
import type { Database, News } from './sql.ts';

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
  /** When it was said, ISO 8601, UTC. */
  readonly at: string;
  /** How often it was tried. */
  readonly attempts: number;
}

/** What became of a reply that nobody tries to send any more: a dead letter, kept for a while so that it can be counted. */
export type Undelivered = 'unknown' | 'refused' | 'gone' | 'expired';

/** Who sends, and until when the replies are his alone; times are ISO 8601, UTC. */
export interface Sending {
  readonly holder: string;
  readonly now: string;
  readonly until: string;
}

/** A talk as it is stored; version 0 is a talk that is not there yet. */
interface Loaded {
  readonly version: number;
  readonly record?: Record;
  readonly rows: number;
}

/** Everything that one turn changes, written together or not at all. */
export interface Commit {
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

/** What a turn reads and writes of its talk. */
export interface StoredTurn {
  /** The replies to an activity that was handled already; undefined where it was not. */
  seen(activityId: string): Promise<readonly StoredRow[] | undefined>;
  load(): Promise<Loaded>;
  /** All rows of the talk, in order. */
  rows(): Promise<readonly StoredRow[]>;
  /** "stale": another turn came between. "number taken": a case of another talk has that number. Either way nothing is written. */
  commit(commit: Commit): Promise<'committed' | 'stale' | 'number taken'>;
}

export interface Talks {
  /**
   * Runs a turn of a talk in one transaction, while no other turn of that talk runs in any instance: what it commits counts once this
   * resolves. The talk's key is a hash, so that no id of a channel is stored.
   */
  turn<T>(talk: string, work: (stored: StoredTurn) => Promise<T>): Promise<T>;
  /** Was anything said in this talk yet? Reads none of its rows. */
  has(talk: string): Promise<boolean>;
  /** The rows of a talk after a number, in order. */
  rows(talk: string, after: number): Promise<readonly StoredRow[]>;
  /** The talks that are kept, the newest first. */
  talks(): Promise<readonly { readonly key: string; readonly at: string; readonly rows: number }[]>;
}

export interface Outbox {
  /** Replies that were stored and not sent yet, of one talk or of all, in order. */
  unsent(talk?: string): Promise<readonly Unsent[]>;
  /** Takes the next few replies of a talk, in order, for one sender; none where another has them or their time has not come. */
  takeUnsent(talk: string, sending: Sending): Promise<readonly Unsent[]>;
  /** One reply of each talk that a sender may take now. */
  waiting(sending: Pick<Sending, 'holder' | 'now'>): Promise<readonly Unsent[]>;
  /** A reply has been sent; `as`: the id that its channel gave it, which the row keeps as `sentAs`. */
  sent(talk: string, number: number, as?: string): Promise<void>;
  /** Not before then; it was tried so often. */
  postpone(talk: string, number: number, attempts: number, due: string): Promise<void>;
  undelivered(talk: string, number: number, why: Undelivered): Promise<void>;
  /** Forgets the dead letters of before then. */
  forgetUndelivered(before: string): Promise<void>;
}

export interface Cases {
  cases(): Promise<readonly Case[]>;
  /** The key of the talk that a case belongs to; undefined where there is no such case. */
  talkOfCase(number: string): Promise<string | undefined>;
  /** False where there is no such case. */
  closeCase(number: string, at: string): Promise<boolean>;
}

export interface Secrets {
  /** Random bytes that outlive a restart, the same in every instance, made at the first call. */
  secret(name: string, make: () => Uint8Array): Promise<Uint8Array>;
}

export interface Claim {
  readonly name: string;
  /** Who claims: an id of this process. */
  readonly holder: string;
  /** ISO 8601, UTC, both. */
  readonly now: string;
  readonly until: string;
}

export interface Leases {
  /** True where nobody else holds it: it was free, its time was over, or it was the holder's own and now lasts longer. */
  claim(claim: Claim): Promise<boolean>;
  release(name: string, holder: string): Promise<void>;
}

export interface Retention {
  /** Forgets talks that were silent since then, but for those with an open case. Gives how many. */
  forgetTalks(silentSince: string): Promise<number>;
}

/** What the desk keeps. Every method rejects only where the storage itself fails. */
export interface Store extends Talks, Outbox, Cases, Secrets, Leases, Retention {
  readonly news: News;
  /** For what is asked of the same tables elsewhere. */
  readonly sql: Pick<Database, 'all' | 'run' | 'transaction'>;
  check(): Promise<void>;
  close(): Promise<void>;
}
