/** How long each class of data is kept, in milliseconds. */
export interface Kept {
  /** A talk, after its last message; one with an open case stays until that is closed. */
  readonly talks: number;
  /** A case, after it was closed. */
  readonly cases: number;
  /** That an activity was handled, so that it is not handled again. */
  readonly ledger: number;
  /** Where a reply was sent to, after it was sent. */
  readonly sent: number;
  /** A reply that no channel takes. */
  readonly deadLetters: number;
  readonly audit: number;
}
