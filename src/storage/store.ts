import type { Record } from '../conversation/record.ts';
import type { Told } from '../conversation/reply.ts';
import type { StaffDoes } from '../conversation/staff.ts';
import type { Case } from '../desk/case.ts';
import type { Page, Query } from '../desk/desk.ts';
import type { CaseChange, StoredCase } from './cases.ts';
import type { Database, News } from './sql.ts';
import type { NotUnderstood } from './unheard.ts';

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
export interface Loaded {
  readonly version: number;
  readonly record?: Record;
  readonly rows: number;
  /** The channel of its last turn. */
  readonly channel?: string;
  /** The number of its case that nobody has closed. */
  readonly openCase?: string;
}

/** Something learned in one talk, on its way to another. */
export interface Letter {
  readonly id: string;
  readonly talk: string;
  /** What was learned elsewhere, or what staff did to the case that this talk's was merged into. */
  readonly learned: readonly Told[] | StaffDoes;
  readonly at: string;
}

/** A link that leads an administrator to a case, as the hash of its token; it works once. */
export interface CaseLink {
  readonly hash: string;
  readonly talk: string;
  readonly number: string;
  /** ISO 8601, UTC. */
  readonly until: string;
}

/** What another system has to be told, with the key under which it takes it once. */
export interface Outgoing {
  readonly id: string;
  readonly target: string;
  readonly number: string;
  /** The version of the case that it tells of: what is older goes first. */
  readonly version: number;
  readonly body: string;
  /** ISO 8601, UTC: not before. */
  readonly due: string;
  readonly tries: number;
}

/** What is written beside a talk's own rows, in the same transaction. */
export interface Beside {
  readonly cases?: readonly CaseChange[];
  readonly letters?: readonly Letter[];
  readonly links?: readonly CaseLink[];
  /** The hash of a link that is used up with this; it is stale where it was used already. */
  readonly spent?: string;
  /** The id of a letter that has arrived. */
  readonly delivered?: string;
  readonly audit?: readonly Noted[];
  readonly outgoing?: readonly Outgoing[];
  /** Something that the person said and the bot did not understand. */
  readonly notUnderstood?: NotUnderstood | undefined;
}

/** Everything that one turn changes, written together or not at all. */
export interface Commit {
  /** The version that was loaded. */
  readonly version: number;
  readonly activityId: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Undefined: nothing is known any more, and the next turn begins the talk anew. */
  readonly record: Record | undefined;
  readonly rows: readonly StoredRow[];
  /** Where the replies must be sent to; absent where they go back in the response or are fetched. */
  readonly address?: unknown;
  readonly channel: string;
  /** A problem was told that is neither solved nor with the helpdesk. */
  readonly isUnsolved: boolean;
  readonly beside?: Beside;
  /** The person is forgotten: everything of the talk goes before this turn is written, but for an open case that stays. */
  readonly forget?: { readonly keepsOpenCase: boolean } | undefined;
  /** What was left of a talk that had been forgotten goes before this turn is written. */
  readonly clears?: boolean;
}

/** Everything that is kept of a talk, table by table, each row with its columns. */
export type KeptOfTalk = Readonly<{
  [table in 'talk' | 'row' | 'not_understood' | 'outbox' | 'ledger' | 'letter' | 'case_link' | 'desk_case' | 'told']: readonly Columns[];
}>;
type Columns = Readonly<{ [column: string]: unknown }>;

/** What a turn reads and writes of its talk. */
export interface StoredTurn {
  /** The replies to an activity that was handled already; undefined where it was not. */
  seen(activityId: string): Promise<readonly StoredRow[] | undefined>;
  /** What is stored as this piece of work began; read once. */
  load(): Promise<Loaded>;
  /** All rows of the talk, in order. */
  rows(): Promise<readonly StoredRow[]>;
  /** Undefined where there is no such case. */
  case(number: string): Promise<StoredCase | undefined>;
  /** An administrator's link that is neither used nor expired. */
  link(hash: string, now: string): Promise<CaseLink | undefined>;
  /** What is known in another talk. */
  learnedIn(talk: string): Promise<Record['learned']>;
  /** "stale": another turn or another step of the case came between, or a new case's number is taken. Nothing is written then. */
  commit(commit: Commit): Promise<'committed' | 'stale'>;
  /** Writes what is no turn of the talk, as commit does. */
  put(beside: Beside): Promise<'committed' | 'stale'>;
  kept(): Promise<KeptOfTalk>;
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
  /** Addresses at which nobody was any more, and from which nobody wrote since. */
  gone(): Promise<readonly unknown[]>;
}

export interface Cases {
  /** Undefined where there is no such case. */
  case(number: string): Promise<Case | undefined>;
  /** The key of the talk that a case belongs to; undefined where there is no such case. */
  talkOfCase(number: string): Promise<string | undefined>;
  find(query: Query): Promise<Page>;
  /** How many cases a query asks for; beyond COUNTED nobody counts. */
  count(query: Query): Promise<number>;
  /** The numbers and talks of cases whose handover waits or is under way and that nobody touched since. */
  handovers(untouchedSince: string): Promise<readonly { readonly number: string; readonly talk: string; readonly handover: string }[]>;
  /** Talks with a problem that is neither solved nor with the helpdesk, and that are silent since then. */
  idle(silentSince: string): Promise<readonly { readonly talk: string; readonly channel: string }[]>;
  /** Cases under way that are due before then and not the most urgent yet. */
  pressing(before: string): Promise<readonly { readonly number: string; readonly talk: string }[]>;
}

export interface Banners {
  /** Hosts and codes that break for many, for which the welcome says so. */
  banners(): Promise<readonly string[]>;
  setBanner(about: string, on: boolean, at: string): Promise<void>;
}

export interface Letters {
  letters(): Promise<readonly Letter[]>;
}

export interface Outward {
  /** What is due, the oldest first. */
  due(now: string): Promise<readonly Outgoing[]>;
  told(id: string): Promise<void>;
  /** Not taken now: tried again when it is due. */
  later(id: string, due: string): Promise<void>;
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

/** Up to when each class of data goes: what is older than its time. ISO 8601, UTC. */
export interface Limits {
  readonly talks: string;
  /** What is left of a talk that was forgotten. */
  readonly forgotten: string;
  readonly cases: string;
  readonly ledger: string;
  readonly unsent: string;
  readonly audit: string;
}

export interface Retention {
  /** Deletes what is older than its limit, at most so many talks and so many rows of each other class. Gives how many; 0 where nothing is left to do. */
  sweep(limits: Limits, most: number): Promise<number>;
  /** Brings what was deleted out of the database's files, as far as the engine can. */
  scrub(): Promise<void>;
}

/** That somebody was forgotten. */
export interface Forgotten {
  readonly talk: string;
  readonly at: string;
  readonly keepsOpenCase: boolean;
}

export interface Forgetting {
  kept(talk: string): Promise<KeptOfTalk>;
  /** Forgets what was said in a talk up to that time, and its cases; nothing where the talk went on since. Gives how many rows went. */
  forget(forgotten: Forgotten): Promise<number>;
}

/** Who did what when with which: no text of anybody. */
export interface Noted {
  readonly at: string;
  readonly who: string;
  readonly what: string;
  readonly which: string;
  /** What became of it: done where this is left out, else "stale", or "refused: " and why in a word. */
  readonly result?: string;
}

/** What staff and people did with personal data. It is only ever added to; it goes with its retention. */
export interface Audit {
  note(noted: Noted): Promise<void>;
  /** The latest, the newest first. */
  noted(most: number): Promise<readonly Noted[]>;
}

export interface Monitored {
  /** What a monitor asks: replies that wait to be sent, since when, and cases that are open. */
  figures(): Promise<{ readonly unsent: number; readonly oldestUnsent?: string | undefined; readonly openCases: number }>;
}

/** What the desk keeps. Every method rejects only where the storage itself fails. */
export interface Store extends Talks, Outbox, Cases, Banners, Letters, Outward, Secrets, Leases, Retention, Forgetting, Audit, Monitored {
  readonly news: News;
  /** For what is asked of the same tables elsewhere. */
  readonly sql: Pick<Database, 'all' | 'run' | 'transaction'>;
  check(): Promise<void>;
  close(): Promise<void>;
}
