import { askOf } from '../conversation/ask.ts';
import { type Record, remember } from '../conversation/record.ts';
import type { Effect, Reply } from '../conversation/reply.ts';
import { turn } from '../conversation/turn.ts';
import { wordsIn } from '../desk/terms.ts';
import { isUnderWay } from '../machines/case.ts';
import type { Beside, StoredRow, StoredTurn } from '../storage/store.ts';
import { caseAfter } from './case-change.ts';
import type { Coming, Made, Outside } from './coming.ts';
import { COPY, dataTexts } from './data.ts';
import { handoffOf } from './handoff.ts';
import { markOf } from './input.ts';
import { isLost } from './lost.ts';
import { saidIn } from './said.ts';
import { senderOf } from './sender-name.ts';
import { hashOf, worldAt } from './world.ts';

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

/** What was not understood of what a person wrote, for staff to look at. */
const lostIn = (
  coming: Coming,
  talk: string,
  number: number,
  before: Record | undefined,
  replies: readonly Reply[],
  at: string,
): Beside['notUnderstood'] =>
  coming.said === undefined || before === undefined || !replies.some(({ says }) => isLost(says.map(({ key }) => key)))
    ? undefined
    : { talk, number, at, language: before.language, ask: before.asked && askOf(before.asked) };

/** Makes turns: decide, render, and one commit with all that follows. Gives the talk's new replies, or why nothing was written. */
export const createTurns = (outside: Outside) => {
  const { render, now, newId, outgoing } = outside;

  return async (talk: string, stored: StoredTurn, coming: Coming): Promise<Made | 'stale'> => {
    const { input, activityId, channelId, isPersons = false, message, said, settled, decided, beside = {} } = coming;
    const { version, record: before, rows: count, openCase } = await stored.load();
    const time = now();
    const at = time.toISOString();
    const { world, token, until } = worldAt(outside, time, openCase);
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
        links: effects.some(({ kind }) => kind === 'link') && number !== undefined ? [{ hash: hashOf(token()), talk, number, until }] : [],
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
