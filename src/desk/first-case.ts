import type { Language } from '../language/language.ts';
import type { Said } from './case.ts';

/** A case as the first version of the desk stored it, frozen at its opening. */
export interface FirstCase {
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
