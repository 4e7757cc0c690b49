import type { Question, Trial } from '../machines/facts.ts';
import type { Detail } from '../machines/signs.ts';

/** Something read in a text, with the piece of the text it was read from. */
export interface Finding {
  readonly name: Question | Trial | Detail;
  readonly value: string;
  readonly piece: string;
}

/** One of several readings that exclude each other, and what it is called where a person has to choose. */
export interface Reading {
  readonly value: string;
  readonly findings: readonly Finding[];
}
