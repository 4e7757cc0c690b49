import type { Hours } from '../desk/calendar.ts';
import type { ArticleId } from '../knowledge/articles.ts';
import type { CommandId } from '../knowledge/commands.ts';
import type { Language } from '../language/language.ts';
import type { Saying } from '../language/saying.ts';
import type { Record } from './record.ts';
import type { Effect, Reply } from './reply.ts';

/** What a turn may not make up by itself: the time, an id, the operator's settings. */
export interface World {
  /** ISO 8601, UTC. */
  readonly now: string;
  /** The number that a case gets if this turn opens one. */
  readonly caseNumber: string;
  /** For how many days a silent talk and a closed case are kept. */
  readonly kept: { readonly talks: number; readonly cases: number };
  /** The number of the person's case that is open, if there is one. */
  readonly openCase?: string | undefined;
  /** The language of whom no channel says it. */
  readonly language?: Language | undefined;
  /** A mail address or link of the helpdesk. */
  readonly contact?: string | undefined;
  /** Another system tells the helpdesk of every case. */
  readonly isNotified?: boolean | undefined;
  /** Is the helpdesk staffed; undefined where nobody promised that it ever is. */
  readonly hours?: Hours | undefined;
  /** Hosts and codes that break for many at once, as staff have switched it on: said at the welcome. */
  readonly outbreaks?: readonly string[] | undefined;
  /** A link by which an administrator comes to this talk's case, and when it ends (milliseconds since 1970, UTC). */
  readonly link?: { readonly url: string; readonly until: number } | undefined;
}

/** A turn under way: the record as it stands, and what has been said so far. */
export interface State {
  readonly record: Record;
  readonly says: readonly Saying[];
  readonly articles: readonly NonNullable<Reply['articles']>[number][];
  readonly commands?: readonly CommandId[];
  readonly other?: string;
  readonly letter?: Reply['letter'];
  readonly offers?: readonly Saying[];
  readonly effects: readonly Effect[];
  /** The open choice that was taken in this turn. */
  readonly chose?: Chose;
}

/** A question and what was chosen of its answers, in words: a card that shows its buttons still can show this instead. */
interface Chose {
  readonly ask: string;
  readonly title: Saying;
}

export interface Turned {
  readonly record: Record;
  readonly replies: readonly Reply[];
  readonly effects: readonly Effect[];
  readonly chose?: Chose | undefined;
}

export const begun = (record: Record): State => ({ record, says: [], articles: [], effects: [] });

export const tell = (state: State, ...says: readonly Saying[]): State => ({ ...state, says: [...state.says, ...says] });

export const article = (state: State, id: ArticleId, params?: Saying['params']): State => ({
  ...state,
  articles: [...state.articles, params === undefined ? { id } : { id, params }],
});

export const withRecord = (state: State, change: Partial<Record>): State => ({ ...state, record: { ...state.record, ...change } });

/** Says a thing once a talk; the name is remembered. */
export const once = (state: State, name: string, then: (state: State) => State): State =>
  state.record.told.includes(name) ? state : withRecord(then(state), { told: [...state.record.told, name] });

/** The same record with no question open. */
export const unasked = ({ asked: _asked, ...record }: Record): Record => record;

export const inLanguage = (record: Record, language: Language): Record => ({ ...record, language, chosen: true });
