import type { CloseReason } from './case.ts';

/** What staff can do to a case. Free text is redacted before anything is stored. */
export type Action =
  /** Somebody has the case: said to the person where nobody had it before, also by "assign". */
  | { readonly does: 'take' }
  | { readonly does: 'assign'; readonly to: { readonly id: string; readonly name: string } }
  | { readonly does: 'release' }
  /** For colleagues only. */
  | { readonly does: 'note'; readonly text: string }
  | { readonly does: 'tag'; readonly tags: readonly string[] }
  /** Takes over the talk: from here on the bot is silent. Said to the person. */
  | { readonly does: 'accept' }
  /** Said to the person, in their channel; who replies has accepted. */
  | { readonly does: 'reply'; readonly text: string }
  /** An answer to a question of the tree, given for the person. */
  | { readonly does: 'answer'; readonly fact: string; readonly value: string }
  /** Opens a question on the path again, and hands the talk back so that the bot asks it. */
  | { readonly does: 'reask'; readonly fact: string }
  /** Hands the talk back: the bot goes on with all that was learned. */
  | { readonly does: 'handBack' }
  /** Sends the person the ready-written request for their administrator, with a link that works once. */
  | { readonly does: 'askAdministrator' }
  | { readonly does: 'solve' }
  | { readonly does: 'close'; readonly because: CloseReason }
  | { readonly does: 'reopen' }
  | { readonly does: 'merge'; readonly into: string };

/** Actions that hurt nobody who has not seen the latest: they are taken on any version. */
export const HARMLESS: readonly Action['does'][] = ['note', 'tag'];

/** Why an action was refused, to be said in the reader's language. */
export type Refusal =
  | 'role'
  /** The case's state does not allow it. */
  | 'state'
  /** Somebody else's case. */
  | 'owner'
  /** An empty or too long text, or one with variables left open. */
  | 'text'
  /** No such fact, value, or question on the path. */
  | 'fact'
  /** No such case to merge with, or the same one. */
  | 'other-case';
