import type { Effect, OpenCase, Reply } from '../conversation/reply.ts';
import type { World } from '../conversation/state.ts';
import { turn } from '../conversation/turn.ts';
import type { Case } from '../desk/case.ts';
import type { Language } from '../language/language.ts';
import { speak } from '../language/saying.ts';
import { redactAfter } from '../redaction/across.ts';
import { redactAll } from '../redaction/activity.ts';
import type { StoredRow, StoredTurn, Talks } from '../storage/store.ts';
import type { ByDoor, Inbound, Receive } from './activity.ts';
import type { Bell } from './bell.ts';
import { COPY, dataTexts } from './data.ts';
import { inputOf, pressedIn } from './input.ts';
import { createQueue } from './queue.ts';
import { saidIn } from './said.ts';
import { talkKey } from './talk.ts';

interface Exchange {
  readonly store: Pick<Talks, 'turn'>;
  readonly render: (reply: Reply, language: Language, channelId: string) => object;
  readonly bell: Bell;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly newCaseNumber: () => string;
  readonly contact?: string | undefined;
  /** For how many days talks and cases are kept. */
  readonly kept: World['kept'];
}

/** One activity on its way through a turn. */
interface Coming {
  readonly talk: string;
  readonly activity: Inbound;
  readonly byDoor: ByDoor;
  readonly activityId: string;
}

const TRIES = 5;

const caseOf = (opening: OpenCase, channel: string, at: string, rows: readonly StoredRow[]): Case => {
  const { kind: _kind, summary, ...known } = opening;
  return {
    ...known,
    openedAt: at,
    updatedAt: at,
    channel,
    summary: summary.map((line) => speak(known.language, line)),
    transcript: rows.map(saidIn),
  };
};

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

/** What a turn wants done, by kind. */
const doneBy = (effects: readonly Effect[]) => ({
  opening: effects.find((effect) => effect.kind === 'case'),
  forget: effects.find((effect) => effect.kind === 'forget'),
  shows: effects.some(({ kind }) => kind === 'data'),
});

/** Makes the only way in which a turn happens: redact, seen before?, decide, render, and one transaction with all of it. */
export const createReceive = ({ store, render, bell, now, newId, newCaseNumber, contact, kept }: Exchange): Receive => {
  const turns = createQueue();

  const attempt = async ({ activity: whole, byDoor, activityId }: Coming, stored: StoredTurn) => {
    const before = await stored.seen(activityId);
    if (before !== undefined) return before;
    const { version, record, rows: count } = await stored.load();
    const time = now();
    const at = time.toISOString();
    // A key may come in pieces: what the last message ended in tells whether this one goes on with it.
    const { trail, text, found } = redactAfter(record?.trail, whole.text ?? '', time.getTime());
    const activity: Inbound = whole.text === undefined ? whole : { ...whole, text };
    const input = inputOf(activity, [...(byDoor.secrets ?? []), ...found]);
    // Of somebody who leaves and was never here nothing need be kept either.
    if (input === undefined || (input.kind === 'left' && record === undefined)) return [];
    const world = { now: at, caseNumber: newCaseNumber(), contact, kept, openCase: await stored.openCase() };
    const turned = turn(record, input, world);
    const said = input.kind === 'message' ? [{ from: 'person' as const, activity: echoOf(activity, activityId, at) }] : [];
    const { opening, forget, shows } = doneBy(turned.effects);
    const rendered = turned.replies.map((reply) => render(reply, turned.record.language, activity.channelId));
    const texts = shows ? dataTexts(await stored.kept(), turned.record.language) : [];
    const copies = texts.map((each) => ({ type: 'message', text: each, textFormat: 'plain', channelData: COPY }));
    const replied = [...rendered, ...copies].map((reply) => ({
      from: 'desk' as const,
      activity: {
        ...reply,
        id: newId(),
        timestamp: at,
        replyToId: activityId,
        from: { id: 'activation-desk', name: 'Activation Desk', role: 'bot' },
      },
    }));
    const rows = [...said, ...replied].map((row, index): StoredRow => ({ number: count + index + 1, ...row }));
    const opened = opening && caseOf(opening, activity.channelId, at, [...(await stored.rows()), ...rows]);
    const written = await stored.commit({
      version,
      activityId,
      at,
      record: forget ? undefined : { ...turned.record, trail: whole.text === undefined ? record?.trail : trail },
      rows,
      address: byDoor.address,
      case: opened,
      forget,
      // What was said to somebody who was forgotten has arrived: here is an answer.
      clears: record === undefined && version > 0,
    });
    return written === 'committed' ? rows.filter(({ from }) => from === 'desk') : written;
  };

  const take = async (coming: Coming, tries: number): Promise<readonly StoredRow[]> => {
    const result = await store.turn(coming.talk, (stored) => attempt(coming, stored));
    if (typeof result !== 'string') {
      // Also for a repeat: the first time may have ended before anybody was told.
      bell.ring(coming.talk);
      return result;
    }
    if (tries <= 1) throw new Error(`the turn could not be stored: ${result}`);
    return take(coming, tries - 1);
  };

  return async (raw, byDoor = {}) => {
    // Ids are not redacted: they address the talk, are hashed before they are stored, and are said to nobody.
    const { text, value, name, locale, channelData, attachments } = raw;
    const { value: safe, found } = redactAll({ text, value, name, locale, channelData, attachments: attachments?.slice(0, 10) });
    const activity: Inbound = { ...raw, ...safe };
    const talk = talkKey({ channelId: raw.channelId, conversationId: raw.conversation.id, userId: raw.from.id });
    return turns.run(talk, () =>
      take({ talk, activity, byDoor: { ...byDoor, secrets: [...(byDoor.secrets ?? []), ...found] }, activityId: raw.id || newId() }, TRIES),
    );
  };
};
