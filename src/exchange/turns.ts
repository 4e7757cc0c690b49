import { createHash } from 'node:crypto';
import type { Other } from '../conversation/other-turn.ts';
import type { Record } from '../conversation/record.ts';
import type { Effect, Reply } from '../conversation/reply.ts';
import type { World } from '../conversation/state.ts';
import { type Input, turn } from '../conversation/turn.ts';
import { type Calendar, hoursAt } from '../desk/calendar.ts';
import type { Case } from '../desk/case.ts';
import { wordsIn } from '../desk/terms.ts';
import type { Language } from '../language/language.ts';
import type { Beside, StoredRow, StoredTurn } from '../storage/store.ts';
import { caseAfter } from './case-change.ts';
import { handoffOf } from './handoff.ts';
import { saidIn } from './said.ts';
import { senderOf } from './sender-name.ts';

/** What a turn needs of the world outside. */
export interface Outside {
  readonly render: (reply: Reply, language: Language, channelId: string) => object;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly newCaseNumber: () => string;
  /** Random, too long to be guessed, and fit for an address. */
  readonly newToken: () => string;
  readonly contact?: string | undefined;
  /** Absent where nobody promised when the helpdesk is staffed. */
  readonly calendar?: Calendar | undefined;
  /** Where people reach this desk, such as https://desk.example.org/; without it no links are given. */
  readonly publicUrl?: string | undefined;
  /** Hosts and codes that staff have switched a banner on for. */
  readonly outbreaks: () => readonly string[];
  /** What other systems are told of a case that has changed. */
  readonly outgoing: (before: Case | undefined, after: Case) => NonNullable<Beside['outgoing']>;
}

/** One turn to be made: what comes in, and what is written beside it in the same transaction. */
export interface Coming {
  readonly input: Input | Other;
  readonly activityId: string;
  readonly channelId: string;
  /** Where replies must be sent; absent where they go back in the response or are fetched. */
  readonly address?: unknown;
  /** What the person said, as a row. */
  readonly said?: StoredRow['activity'];
  readonly trail?: Record['trail'];
  /** What staff have made of the talk's case already. */
  readonly decided?: Case | undefined;
  readonly beside?: Beside;
}

/** A link for an administrator works so long, in milliseconds. */
const LINK_LASTS = 7 * 24 * 3_600_000;

/** All that is stored of a token. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Was a problem told that is neither solved nor with the helpdesk? */
const isUnsolved = ({ learned, asked, caseNumber, helps }: Record): boolean =>
  learned.length > 0 && asked?.kind !== 'solved' && caseNumber === undefined && helps === undefined;

const lettersIn = (effects: readonly Effect[], newId: () => string, at: string): NonNullable<Beside['letters']> =>
  effects.flatMap((effect) => (effect.kind === 'tell' ? [{ id: newId(), talk: effect.talk, learned: effect.learned, at }] : []));

/** Makes turns: decide, render, and one commit with all that follows. Gives the talk's new replies, or why nothing was written. */
export const createTurns = (outside: Outside) => {
  const { render, now, newId, newCaseNumber, newToken, contact, calendar, publicUrl, outbreaks, outgoing } = outside;

  return async (talk: string, stored: StoredTurn, coming: Coming): Promise<readonly StoredRow[] | 'stale' | 'number taken'> => {
    const { input, activityId, channelId, said, decided, beside = {} } = coming;
    const { version, record: before, rows: count, address: known } = await stored.load();
    const time = now();
    const at = time.toISOString();
    const token = newToken();
    const until = time.getTime() + LINK_LASTS;
    const world: World = {
      now: at,
      caseNumber: newCaseNumber(),
      contact,
      hours: calendar && hoursAt(calendar, time.getTime()),
      outbreaks: outbreaks(),
      link: publicUrl === undefined ? undefined : { url: new URL(`c/${token}`, publicUrl).href, until },
    };
    const { record, replies, effects } = turn(before, input, world);
    const number = record.caseNumber;
    const there = number === undefined ? undefined : await stored.case(number);
    const after = caseAfter(decided ?? there?.case, { talk, channel: channelId, record, effects, at });
    const persons = said === undefined ? [] : [{ from: 'person' as const, activity: said }];
    const desks = [
      ...replies.map((reply) => ({ ...render(reply, record.language, channelId), from: senderOf(reply.staff) })),
      ...handoffOf(effects, { channelId, record, case: after, transcript: () => [] }),
    ].map((activity) => ({
      from: 'desk' as const,
      activity: { ...activity, id: newId(), timestamp: at, ...(said === undefined ? {} : { replyToId: activityId }) },
    }));
    const rows = [...persons, ...desks].map((row, index): StoredRow => ({ number: count + index + 1, ...row }));
    const changed = after !== undefined && JSON.stringify(after) !== JSON.stringify(there?.case);
    const heard = there === undefined && after !== undefined ? [...(await stored.rows()), ...rows] : rows;
    const words = wordsIn(
      heard
        .filter(({ from }) => from === 'person')
        .map((row) => saidIn(row).text)
        .join(' '),
    );
    const written = await stored.commit({
      version,
      activityId,
      at,
      record: { ...record, trail: said === undefined ? before?.trail : coming.trail },
      rows,
      address: coming.address ?? (said === undefined ? known : undefined),
      channel: channelId,
      isUnsolved: isUnsolved(record),
      beside: {
        ...beside,
        cases: [
          ...(beside.cases ?? []),
          ...(changed || (after !== undefined && words.length > 0) ? [{ before: there, case: after, words }] : []),
        ],
        letters: lettersIn(effects, newId, at),
        links:
          effects.some(({ kind }) => kind === 'link') && number !== undefined
            ? [{ hash: hashOf(token), talk, number, until: new Date(until).toISOString() }]
            : [],
        outgoing: changed ? outgoing(there?.case, after) : [],
      },
    });
    return written === 'committed' ? rows.filter(({ from }) => from === 'desk') : written;
  };
};
export type Turns = ReturnType<typeof createTurns>;
