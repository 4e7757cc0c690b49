/** What a column holds. Times are ISO 8601 in UTC, so that they compare as text; true and false are not used. */
export type Cell = string | number | null | Uint8Array;

/** Statements that both engines understand, with $1, $2, … for what comes in. */
export interface Sql {
  all(statement: string, values?: readonly Cell[]): Promise<readonly Readonly<Record<string, Cell>>[]>;
  /** Gives how many rows were changed. */
  run(statement: string, values?: readonly Cell[]): Promise<number>;
}

/** A transaction: everything or nothing. `work` waits for nothing but the statements that it is given. */
export interface Work<T> {
  readonly work: (sql: Sql) => Promise<T>;
  /** Whether what was written counts; it does where this is left out. What throws never counts. */
  readonly keeps?: (result: T) => boolean;
  /** Names what no other transaction may be at, in any process, from its first statement on. */
  readonly alone?: string;
}

/** Tells the other instances on the same database that a talk has new rows, and hears it from them. */
export interface News {
  readonly tell: (talk: string) => void;
  /** Undefined is heard where news may have been missed: it may be any talk. */
  readonly hear: (heard: (talk: string | undefined) => void) => void;
}

/** A database, embedded or a server: what the desk keeps is written once, over this. */
export interface Database extends Sql {
  transaction<T>(work: Work<T>): Promise<T>;
  /** The number of the last migration that it went through, within the transaction that sees to the next ones. */
  readonly version: { read(sql: Sql): Promise<number>; write(sql: Sql, version: number): Promise<void> };
  /** What the engine calls the types and tables of a migration. */
  readonly dialect: { readonly name: 'sqlite' | 'postgres'; readonly of: (statement: string) => string };
  readonly news: News;
  /** Brings what was deleted out of the files, as far as the engine can. */
  scrub(): Promise<void>;
  close(): Promise<void>;
}
