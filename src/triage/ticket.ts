import type { OutcomeId } from '../knowledge/outcomes.ts';
import type { Fact } from '../machines/facts.ts';
import type { Detail } from '../machines/signs.ts';
import type { Activation } from './activation.ts';
import type { Symptom } from './symptom.ts';
import type { WhoActs } from './who.ts';

/** One ticket as an export or a mailbox has it. */
export interface Ticket {
  readonly id: string;
  readonly text: string;
  /** BCP 47; the text's own language counts more. */
  readonly locale?: string;
  /** When it came in, ISO 8601 in UTC. */
  readonly at?: string;
  /** Who wrote it. Only counted, never written out. */
  readonly from?: string;
}

/** What a ticket says and what is to be done, one JSON line each. */
export interface Triaged {
  readonly id: string;
  /** BCP 47; "und" where neither the words nor the ticket tell. */
  readonly language: string;
  readonly symptom: Symptom;
  readonly activation: Activation;
  readonly product: string | null;
  /** 0x and eight upper-case digits, in order of appearance. */
  readonly errorCodes: readonly string[];
  readonly facts: readonly { readonly fact: Fact | Detail; readonly value: string; readonly piece: string | null }[];
  /** When the time that an output shows is over, ISO 8601 in UTC; absent where the text shows none. */
  readonly deadline?: string;
  readonly outcome: OutcomeId | null;
  /** What is to be asked next, where no outcome is reached. */
  readonly next: string | null;
  /** Likeliest first, at most five. */
  readonly likely: readonly OutcomeId[];
  readonly whoActs: WhoActs;
  /** 0 to 1. */
  readonly confidence: number;
  readonly draft: string;
}
