import type { Other } from '../conversation/other-turn.ts';
import type { Record } from '../conversation/record.ts';
import type { Rated, Reply } from '../conversation/reply.ts';
import type { Turned, World } from '../conversation/state.ts';
import type { Input } from '../conversation/turn.ts';
import type { Calendar } from '../desk/calendar.ts';
import type { Case, Said } from '../desk/case.ts';
import type { Language } from '../language/language.ts';
import type { Beside, StoredRow } from '../storage/store.ts';

/** What a turn needs of the world outside. */
export interface Outside {
  /** Puts the replies of a turn into words; `talk` is the mark that its buttons carry. */
  readonly render: (
    replies: readonly Reply[],
    language: Language,
    channelId: string,
    place?: { readonly conversationType: string | undefined; readonly talk: string },
  ) => readonly object[];
  /** For how many days talks and cases are kept. */
  readonly kept: World['kept'];
  readonly now: () => Date;
  readonly newId: () => string;
  readonly newCaseNumber: () => string;
  /** Random, too long to be guessed, and fit for an address. */
  readonly newToken: () => string;
  readonly contact?: string | undefined;
  /** Another system tells the helpdesk of every case. */
  readonly isNotified?: boolean | undefined;
  /** The language of whom no channel says it. */
  readonly language?: Language | undefined;
  /** Absent where nobody promised when the helpdesk is staffed. */
  readonly calendar?: Calendar | undefined;
  /** Where people reach this desk, with a slash at its end, such as https://desk.example.org/; without it no links are given. */
  readonly publicUrl: () => string | undefined;
  /** Hosts and codes that staff have switched a banner on for. */
  readonly outbreaks: () => readonly string[];
  /** What other systems are told of a case that has changed. */
  readonly outgoing: (before: Case | undefined, after: Case, said: readonly Said[]) => NonNullable<Beside['outgoing']>;
}

/** One turn to be made: what comes in, and what is written beside it in the same transaction. */
export interface Coming {
  readonly input: Input | Other;
  readonly activityId: string;
  readonly channelId: string;
  readonly conversationType?: string | undefined;
  /** Where replies must be sent; absent where they go back in the response or are fetched. */
  readonly address?: unknown;
  /** The person's own turn, so that replies answer their activity and the address is theirs. */
  readonly isPersons?: true;
  /** What the person said, as a row. */
  readonly said?: StoredRow['activity'];
  readonly trail?: Record['trail'];
  /** The id of the person's message, by which it can be changed or taken back. */
  readonly message?: string;
  /** Messages of before that this turn changes. */
  readonly settled?: (turned: Turned) => Promise<readonly object[]>;
  /** What staff have made of the talk's case already. */
  readonly decided?: Case | undefined;
  readonly beside?: Beside;
}

/** What a turn has made: the talk's new replies, and whether staff see something new. */
export interface Made {
  readonly rows: readonly StoredRow[];
  readonly isCaseChanged: boolean;
  /** Something was learned that another talk has to hear. */
  readonly hasLetters: boolean;
  /** A thumb that was not there before. */
  readonly rated?: Rated | undefined;
}
