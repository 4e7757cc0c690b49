import { createHash } from 'node:crypto';
import { askOf } from '../conversation/ask.ts';
import type { Other } from '../conversation/other-turn.ts';
import { type Record, remember } from '../conversation/record.ts';
import type { Effect, Rated, Reply } from '../conversation/reply.ts';
import type { Turned, World } from '../conversation/state.ts';
import { type Input, turn } from '../conversation/turn.ts';
import { type Calendar, hoursAt } from '../desk/calendar.ts';
import type { Case, Said } from '../desk/case.ts';
import { wordsIn } from '../desk/terms.ts';
import type { Language } from '../language/language.ts';
import { isUnderWay } from '../machines/case.ts';
import type { Beside, StoredRow, StoredTurn } from '../storage/store.ts';
import type { Bell } from './bell.ts';
import { caseAfter } from './case-change.ts';
import { COPY, dataTexts } from './data.ts';
import { handoffOf } from './handoff.ts';
import { markOf } from './input.ts';
import { saidIn } from './said.ts';
import { senderOf } from './sender-name.ts';

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

/** What rings when any case has changed. */
export const DESK_BELL = 'desk';
/** What rings when a talk has something to tell another. */
export const LETTER_BELL = 'letter';

/** Rings for whoever waits for the talk, and for staff where its case has changed. */
export const ringFor = (bell: Bell, talk: string, { isCaseChanged, hasLetters }: Made): void => {
  bell.ring(talk);
  if (isCaseChanged) bell.ring(DESK_BELL);
  if (hasLetters) bell.ring(LETTER_BELL);
};

/** A link for an administrator works so long, in milliseconds. */
const LINK_LASTS = 7 * 24 * 3_600_000;

/** All that is stored of a token. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Made when it is first asked for. */
const once = <T>(make: () => T): (() => T) => {
  let made: { readonly it: T } | undefined;
  return () => {
    made ??= { it: make() };
    return made.it;
  };
};

/** Where the person last wrote from; what is sent there by itself answers no message of theirs. */
const whereOf = (address: unknown): unknown => {
  if (typeof address !== 'object' || address === null) return undefined;
  const { activityId: _answered, ...rest } = address as { readonly activityId?: string };
  return rest;
};

/** Do several read along where the person last wrote from, as Teams calls it. */
const typeIn = (address: unknown): string | undefined =>
  // What getConversationReference gave before it was stored.
  (address as { readonly conversation?: { readonly conversationType?: string } } | undefined)?.conversation?.conversationType;

/** Was a problem told that is neither solved nor with the helpdesk? */
const isUnsolved = ({ learned, asked, caseNumber, helps }: Record): boolean =>
  learned.length > 0 && asked?.kind !== 'solved' && caseNumber === undefined && helps === undefined;

const lettersIn = (effects: readonly Effect[], newId: () => string, at: string): NonNullable<Beside['letters']> =>
  effects.flatMap((effect) => (effect.kind === 'tell' ? [{ id: newId(), talk: effect.talk, learned: effect.learned, at }] : []));

/** The keys by which the bot says that it did not understand. */
const LOST: readonly string[] = ['talk.misunderstood', 'talk.offer'];

/** What was not understood of what a person wrote, for staff to look at. */
const lostIn = (
  coming: Coming,
  talk: string,
  number: number,
  before: Record | undefined,
  replies: readonly Reply[],
  at: string,
): Beside['notUnderstood'] =>
  coming.said === undefined || before === undefined || !replies.some(({ says }) => says.some(({ key }) => LOST.includes(key)))
    ? undefined
    : { talk, number, at, language: before.language, ask: before.asked && askOf(before.asked) };

/** Makes turns: decide, render, and one commit with all that follows. Gives the talk's new replies, or why nothing was written. */
export const createTurns = (outside: Outside) => {
  const { render, kept, now, newId, newCaseNumber, newToken, contact, isNotified, language, calendar, publicUrl, outbreaks, outgoing } =
    outside;

  return async (talk: string, stored: StoredTurn, coming: Coming): Promise<Made | 'stale'> => {
    const { input, activityId, channelId, isPersons = false, message, said, settled, decided, beside = {} } = coming;
    const { version, record: before, rows: count, openCase } = await stored.load();
    const time = now();
    const at = time.toISOString();
    const token = once(newToken);
    const until = time.getTime() + LINK_LASTS;
    const caseNumber = once(newCaseNumber);
    const world: World = {
      now: at,
      // Most turns want neither a number nor a link.
      get caseNumber() {
        return caseNumber();
      },
      get link() {
        const base = publicUrl();
        return base === undefined ? undefined : { url: new URL(`c/${token()}`, base).href, until };
      },
      contact,
      isNotified,
      language,
      kept,
      openCase,
      hours: calendar && hoursAt(calendar, time.getTime()),
      outbreaks: outbreaks(),
    };
    const turned = turn(before, input, world);
    const { record, replies, effects } = turned;
    const forget = effects.find((effect) => effect.kind === 'forget');
    const copies = effects.some(({ kind }) => kind === 'data') ? dataTexts(await stored.kept(), record.language) : [];
    const conversationType = coming.conversationType ?? typeIn(before?.address);
    const address = isPersons ? coming.address : whereOf(before?.address);
    // A merge has given the talk another case already.
    const number = decided?.number ?? record.caseNumber;
    const there = number === undefined ? undefined : await stored.case(number);
    const after = caseAfter(decided ?? there?.case, { talk, channel: channelId, record, effects, at });
    const persons = said === undefined ? [] : [{ from: 'person' as const, activity: said }];
    const desks = [
      ...((await settled?.(turned)) ?? []),
      ...render(replies, record.language, channelId, { conversationType, talk: markOf(talk) }),
      ...copies.map((text) => ({ type: 'message', text, textFormat: 'plain', channelData: COPY })),
      ...handoffOf(effects, { channelId, record, case: after }),
    ].map((activity) => ({
      from: 'desk' as const,
      activity: {
        ...activity,
        from: senderOf(replies.find(({ staff }) => staff !== undefined)?.staff),
        id: newId(),
        timestamp: at,
        ...(isPersons ? { replyToId: activityId } : {}),
      },
    }));
    const rows = [...persons, ...desks].map((row, index): StoredRow => ({ number: count + index + 1, ...row }));
    const letters = lettersIn(effects, newId, at);
    const stays = forget?.keepsOpenCase === true && there !== undefined && isUnderWay(there.case.state);
    // Of who is forgotten nothing else is written; what staff still work on keeps what was said in it.
    const frozen = stays ? { ...there.case, transcript: (await stored.rows()).map(saidIn) } : undefined;
    const changed = after !== undefined && JSON.stringify(after) !== JSON.stringify(there?.case);
    const heard = there === undefined && after !== undefined ? [...(await stored.rows()), ...rows] : rows;
    const texts = () => heard.filter(({ from }) => from === 'person').map((row) => saidIn(row).text);
    const words = after === undefined ? [] : wordsIn(texts().join(' '));
    const writes = after !== undefined && (changed || words.length > 0) ? [{ before: there, case: after, words }] : [];
    const written = await stored.commit({
      version,
      activityId,
      at,
      record: forget
        ? undefined
        : {
            ...(message === undefined ? record : remember(record, message)),
            trail: isPersons ? coming.trail : before?.trail,
            address: (isPersons ? coming.address : undefined) ?? before?.address,
          },
      rows,
      address,
      channel: channelId,
      isUnsolved: forget === undefined && isUnsolved(record),
      forget,
      // What was said to somebody who was forgotten has arrived: here is an answer.
      clears: before === undefined && version > 0,
      beside: {
        ...beside,
        cases: [
          ...(beside.cases ?? []),
          ...(forget === undefined ? writes : frozen === undefined ? [] : [{ before: there, case: frozen }]),
        ],
        letters: [...(beside.letters ?? []), ...letters],
        notUnderstood: lostIn(coming, talk, count + 1, before, replies, at),
        links:
          effects.some(({ kind }) => kind === 'link') && number !== undefined
            ? [{ hash: hashOf(token()), talk, number, until: new Date(until).toISOString() }]
            : [],
        outgoing: changed && forget === undefined ? outgoing(there?.case, after, there === undefined ? heard.map(saidIn) : []) : [],
      },
    });
    return written === 'committed'
      ? {
          rows: rows.filter(({ from }) => from === 'desk'),
          isCaseChanged: changed,
          hasLetters: letters.length > 0,
          rated: effects.find((effect) => effect.kind === 'rated'),
        }
      : written;
  };
};
export type Turns = ReturnType<typeof createTurns>;
