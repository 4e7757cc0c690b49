import type { ArticleId } from '../knowledge/articles.ts';
import type { CommandId } from '../knowledge/commands.ts';
import type { OutcomeId } from '../knowledge/outcomes.ts';
import type { MessageKey } from '../language/keys.ts';
import type { Language } from '../language/language.ts';
import type { Saying } from '../language/saying.ts';
import type { Details } from '../machines/signs.ts';
import type { Choice } from '../understanding/answer.ts';

/** One message of the desk as data: what is said, what is asked, which choices are open. Rendering gives it words and a shape. */
export interface Reply {
  readonly says: readonly Saying[];
  /** Whole articles and remarks, after what is said. */
  readonly articles?: readonly { readonly id: ArticleId; readonly params?: Saying['params'] }[];
  /** Commands that are explained; of many each in a line. */
  readonly commands?: readonly CommandId[];
  /** A language of the person's that the desk does not speak: one sentence in it. */
  readonly other?: string;
  readonly outcome?: OutcomeId;
  /** For exact commands: the person's version, bitness and code. */
  readonly details?: Details;
  /** The facts that led to the outcome, in order: its way through the tree can be shown from them. */
  readonly way?: readonly (readonly [string, string])[];
  /** An advice that somebody else is asked to carry out: its steps stand ready below the summary. */
  readonly request?: OutcomeId;
  /** A summary to copy, line by line, and where it can be sent. */
  readonly summary?: readonly Saying[];
  readonly contact?: string | undefined;
  /** The question that closes the message. */
  readonly question?: Saying;
  readonly ask?: string;
  readonly choices?: readonly Choice[];
  /** Buttons beside the choices: each says its words. */
  readonly offers?: readonly Saying[];
  /** What is kept of the person is to be had as a file too, where the channel has a way to it. */
  readonly file?: true;
  readonly mostQuestionsLeft?: number;
}

/** A case to be stored with the turn: everything that the desk knows, for whoever takes over. */
export interface OpenCase {
  readonly kind: 'case';
  readonly number: string;
  readonly language: Language;
  readonly outcome?: OutcomeId;
  readonly ask?: string;
  readonly facts: readonly { readonly name: string; readonly value: string; readonly from: string; readonly piece?: string }[];
  readonly path: readonly string[];
  readonly summary: readonly Saying[];
}
/** What is to be done beside answering, as data: a case opened, everything shown that is kept of the person, or the person forgotten. */
export type Effect = OpenCase | { readonly kind: 'data' } | { readonly kind: 'forget'; readonly keepsOpenCase: boolean };

export const saying = (key: MessageKey, params?: Saying['params']): Saying => (params === undefined ? { key } : { key, params });
