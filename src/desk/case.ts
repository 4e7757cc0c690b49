import type { Language } from '../language/language.ts';

/** One thing said in a talk, redacted. */
export interface Said {
  readonly from: 'person' | 'desk';
  readonly at: string;
  readonly text: string;
}

/** A talk as it is handed to a person: everything that is known, redacted. */
export interface Case {
  readonly number: string;
  readonly openedAt: string;
  readonly updatedAt: string;
  readonly closedAt?: string;
  readonly language: Language;
  readonly channel: string;
  readonly outcome?: string;
  readonly ask?: string;
  readonly facts: readonly { readonly name: string; readonly value: string; readonly from: string; readonly piece?: string }[];
  readonly path: readonly string[];
  readonly summary: readonly string[];
  readonly transcript: readonly Said[];
}
