import type { ArticleId } from '../knowledge/articles.ts';
import type { CommandId } from '../knowledge/commands.ts';
import type { OutcomeId } from '../knowledge/outcomes.ts';
import type { MessageKey } from '../language/keys.ts';
import type { Saying } from '../language/saying.ts';
import type { CaseStep } from '../machines/case.ts';
import type { Details } from '../machines/signs.ts';
import type { Choice } from '../understanding/answer.ts';
import type { Learned } from './record.ts';

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
  /** It is for an administrator: a link to the case belongs into its summary. */
  readonly forAdministrator?: true;
  /** A summary to copy, line by line, and where it can be sent. */
  readonly summary?: readonly Saying[];
  readonly contact?: string | undefined;
  /** A letter to copy, line by line. */
  readonly letter?: readonly Saying[] | undefined;
  /** The name of who at the helpdesk says it. */
  readonly staff?: string;
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

/** What a person thinks of an advice: a thumb up or down. */
export interface Rated {
  readonly outcome: string;
  readonly up: boolean;
}

/** What is to be done beside answering, as data. */
export type Effect =
  /** A step in the life of the talk's case, which is made where there is none. */
  | { readonly kind: 'case'; readonly step: CaseStep }
  /** The Bot Framework's own word for a hub, on channels that take it. */
  | { readonly kind: 'handoff'; readonly state: 'initiate' | 'accepted' | 'completed' | 'failed' }
  /** The link that the world gave was said: it counts from now on, for the talk's case. */
  | { readonly kind: 'link' }
  /** Another talk hears what was learned in this one. */
  | { readonly kind: 'tell'; readonly talk: string; readonly learned: readonly Told[] }
  /** A thumb that the person had not given this advice yet is counted. */
  | ({ readonly kind: 'rated' } & Rated)
  /** Everything that is kept of the person is shown. */
  | { readonly kind: 'data' }
  /** The person is forgotten, but for an open case where that stays. */
  | { readonly kind: 'forget'; readonly keepsOpenCase: boolean };

/** Something learned, on its way to another talk. */
export type Told = Pick<Learned, 'name' | 'value' | 'piece'>;

export const saying = (key: MessageKey, params?: Saying['params']): Saying => (params === undefined ? { key } : { key, params });
