import type { Ticket } from '../ticket.ts';

/** A row that could not be read. What is wrong is told without the row: it may hold a key. */
interface Bad {
  readonly line: number;
  readonly why: string;
}
/** What comes out of an input, in its order. */
export type Row = { readonly ticket: Ticket } | { readonly bad: Bad };
