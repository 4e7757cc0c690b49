import type { Rated } from '../conversation/reply.ts';
import type { Turned } from '../conversation/state.ts';
import type { Input } from '../conversation/turn.ts';
import type { Language } from '../language/language.ts';
import { speak } from '../language/saying.ts';
import { redactAfter } from '../redaction/across.ts';
import { redactAll } from '../redaction/activity.ts';
import type { StoredRow, StoredTurn, Talks } from '../storage/store.ts';
import type { ByDoor, Inbound, Receive } from './activity.ts';
import type { Bell } from './bell.ts';
import { ringFor } from './bell.ts';
import { tokenIn } from './case-link.ts';
import type { Coming, Made, Outside } from './coming.ts';
import { whoseIn } from './handoff.ts';
import { inputOf, pressedIn } from './input.ts';
import { createQueue } from './queue.ts';
import { idsIn } from './said.ts';
import { talkKey } from './talk.ts';
import type { Turns } from './turns.ts';
import { hashOf } from './world.ts';

interface Exchange extends Pick<Outside, 'now' | 'newId'> {
  readonly store: Pick<Talks, 'turn'>;
  readonly turns: Turns;
  readonly bell: Bell;
  /** Hears of each new thumb on an advice. */
  readonly rated?: (thumb: Rated) => void;
  /** What a message with open buttons turns into once one was chosen; undefined where it has none. */
  readonly settle: (activity: StoredRow['activity'], chosen: string, language: Language) => object | undefined;
}

/** One activity on its way through a turn. */
interface Arrived {
  readonly talk: string;
  readonly activity: Inbound;
  readonly byDoor: ByDoor;
  readonly activityId: string;
}

const TRIES = 5;
const NOTHING: Made = { rows: [], isCaseChanged: false, hasLetters: false };

/** What a person said, as a row of the talk: redacted, without an address, with the mark by which Web Chat knows its own message again. */
const echoOf = ({ type, text, value, channelData }: Inbound, id: string, timestamp: string) => ({
  type,
  id,
  timestamp,
  from: { role: 'user' },
  ...(text === undefined ? {} : { text }),
  // A button without words is told by what it answers.
  ...(pressedIn(value).pressed === undefined ? {} : { value: pressedIn(value).pressed }),
  ...(channelData?.clientActivityID === undefined ? {} : { channelData: { clientActivityID: channelData.clientActivityID } }),
});

/** Makes the only way in which a person's turn happens: redact, seen before?, decide, render, and one transaction with all of it. */
export const createReceive = ({ store, turns, settle, bell, rated, now, newId }: Exchange): Receive => {
  const queue = createQueue();

  /** A thumb on a message of this talk that was an advice. */
  const ratingIn = async ({ thumb }: Inbound, stored: StoredTurn): Promise<Input | undefined> => {
    if (thumb === undefined) return undefined;
    const row = (await stored.rows()).findLast(({ activity }) => activity.sentAs === thumb.on);
    const outcome = row && idsIn(row).outcome;
    return outcome === undefined ? undefined : { kind: 'rated', outcome, up: thumb.up };
  };

  /** The message whose question this turn answered, without its buttons: where messages are sent, they can be changed too. */
  const settledBy = async ({ byDoor, activity }: Arrived, { chose, record }: Turned, stored: StoredTurn): Promise<readonly object[]> => {
    if (chose === undefined || byDoor.address === undefined) return [];
    const rows = (await stored.rows()).filter((row) => row.activity.replaces === undefined && idsIn(row).ask === chose.ask);
    const row = rows.findLast(({ activity: { sentAs } }) => sentAs !== undefined && sentAs === activity.replyToId) ?? rows.at(-1);
    const changed = row && settle(row.activity, speak(record.language, chose.title), record.language);
    return changed === undefined ? [] : [{ ...changed, replaces: row?.number }];
  };

  /** What comes in, as a turn reads it; undefined where it means nothing. */
  const inputIn = async (
    { talk, activity, byDoor }: Arrived,
    secrets: NonNullable<ByDoor['secrets']>,
    stored: StoredTurn,
  ): Promise<Pick<Coming, 'beside'> & { readonly input: Coming['input'] | undefined }> => {
    const token = tokenIn(activity);
    if (token === undefined)
      return { input: inputOf(activity, [...(byDoor.secrets ?? []), ...secrets], talk) ?? (await ratingIn(activity, stored)) };
    const link = await stored.link(hashOf(token), now().toISOString());
    const helped = link && { ...link, learned: await stored.learnedIn(link.talk) };
    const input = { kind: 'administrator' as const, helped, ...(activity.locale === undefined ? {} : { locale: activity.locale }) };
    return { input, ...(link === undefined ? {} : { beside: { spent: link.hash } }) };
  };

  const attempt = async (arrived: Arrived, stored: StoredTurn, isFirst: boolean): Promise<Made | 'stale'> => {
    const { talk, activity: whole, byDoor, activityId } = arrived;
    // What was handled already is not written again: only after that need anybody look for it.
    const before = isFirst ? undefined : await stored.seen(activityId);
    if (before !== undefined) return { rows: before, isCaseChanged: true, hasLetters: true };
    const { record } = await stored.load();
    const time = now();
    // A key may come in pieces: what the last message ended in tells whether this one goes on with it.
    const { trail, text, found } = redactAfter(record?.trail, whole.text ?? '', time.getTime());
    const activity: Inbound = whole.text === undefined ? whole : { ...whole, text };
    const { input, beside } = await inputIn({ ...arrived, activity }, found, stored);
    // Of somebody who leaves and was never here nothing need be kept either.
    if (input === undefined || (input.kind === 'left' && record === undefined)) return NOTHING;
    const isSaid = input.kind === 'message' || input.kind === 'edited';
    return turns(talk, stored, {
      input,
      activityId,
      channelId: activity.channelId,
      conversationType: activity.conversation.conversationType,
      address: byDoor.address,
      isPersons: true,
      message: activity.changes ?? activityId,
      trail: whole.text === undefined ? record?.trail : trail,
      settled: (turned) => settledBy(arrived, turned, stored),
      ...(isSaid ? { said: echoOf(activity, activityId, time.toISOString()) } : {}),
      ...(beside === undefined ? {} : { beside }),
    });
  };

  const take = async (arrived: Arrived, tries: number): Promise<readonly StoredRow[]> => {
    const result = await store.turn(arrived.talk, (stored) => attempt(arrived, stored, tries === TRIES));
    if (result !== 'stale') {
      // Also for a repeat: the first time may have ended before anybody was told.
      ringFor(bell, arrived.talk, result);
      if (result.rated !== undefined) rated?.(result.rated);
      return result.rows;
    }
    if (tries <= 1) throw new Error('the turn could not be stored: stale');
    return take(arrived, tries - 1);
  };

  return async (raw, byDoor = {}) => {
    // Ids are not redacted: they address the talk, are hashed before they are stored, and are said to nobody.
    const { text, value, name, locale, channelData, attachments } = raw;
    const { value: safe, found } = redactAll({ text, value, name, locale, channelData, attachments: attachments?.slice(0, 10) });
    const activity: Inbound = { ...raw, ...safe };
    const talk = talkKey(whoseIn(raw));
    return queue.run(talk, () =>
      take({ talk, activity, byDoor: { ...byDoor, secrets: [...(byDoor.secrets ?? []), ...found] }, activityId: raw.id || newId() }, TRIES),
    );
  };
};
