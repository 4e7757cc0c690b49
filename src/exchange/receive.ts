import type { OpenCase, Reply } from '../conversation/reply.ts';
import { turn } from '../conversation/turn.ts';
import type { FirstCase as Case } from '../desk/first-case.ts';
import type { Language } from '../language/language.ts';
import { speak } from '../language/saying.ts';
import { redactAfter } from '../redaction/across.ts';
import { redactAll } from '../redaction/activity.ts';
import type { Store, StoredRow } from '../storage/store.ts';
import type { ByDoor, Inbound, Receive } from './activity.ts';
import type { Bell } from './bell.ts';
import { inputOf, pressedIn } from './input.ts';
import { createQueue } from './queue.ts';
import { saidIn } from './said.ts';
import { talkKey } from './talk.ts';

interface Exchange {
  readonly store: Store;
  readonly render: (reply: Reply, language: Language, channelId: string) => object;
  readonly bell: Bell;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly newCaseNumber: () => string;
  readonly contact?: string | undefined;
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

/** Makes the only way in which a turn happens: redact, seen before?, decide, render, and one transaction with all of it. */
export const createReceive = ({ store, render, bell, now, newId, newCaseNumber, contact }: Exchange): Receive => {
  const turns = createQueue();

  const attempt = async (coming: Coming, tries: number): Promise<readonly StoredRow[]> => {
    const { talk, activity: whole, byDoor, activityId } = coming;
    const before = await store.seen(talk, activityId);
    if (before !== undefined) return before;
    const { version, record, rows: count } = await store.load(talk);
    const time = now();
    const at = time.toISOString();
    // A key may come in pieces: what the last message ended in tells whether this one goes on with it.
    const { trail, text, found } = redactAfter(record?.trail, whole.text ?? '', time.getTime());
    const activity: Inbound = whole.text === undefined ? whole : { ...whole, text };
    const input = inputOf(activity, [...(byDoor.secrets ?? []), ...found]);
    if (input === undefined) return [];
    const turned = turn(record, input, { now: at, caseNumber: newCaseNumber(), contact });
    const said = input.kind === 'message' ? [{ from: 'person' as const, activity: echoOf(activity, activityId, at) }] : [];
    const replied = turned.replies.map((reply) => ({
      from: 'desk' as const,
      activity: {
        ...render(reply, turned.record.language, activity.channelId),
        id: newId(),
        timestamp: at,
        replyToId: activityId,
        from: { id: 'activation-desk', name: 'Activation Desk', role: 'bot' },
      },
    }));
    const rows = [...said, ...replied].map((row, index): StoredRow => ({ number: count + index + 1, ...row }));
    const [opening] = turned.effects;
    const opened = opening && caseOf(opening, activity.channelId, at, [...(await store.rows(talk, 0)), ...rows]);
    const written = await store.commit({
      talk,
      version,
      activityId,
      at,
      record: { ...turned.record, trail: whole.text === undefined ? record?.trail : trail },
      rows,
      address: byDoor.address,
      case: opened,
    });
    if (written !== 'committed') {
      if (tries <= 1) throw new Error(`the turn could not be stored: ${written}`);
      return attempt(coming, tries - 1);
    }
    bell.ring(talk);
    return rows.filter(({ from }) => from === 'desk');
  };

  return async (raw, byDoor = {}) => {
    // Ids are not redacted: they address the talk, are hashed before they are stored, and are said to nobody.
    const { text, value, name, locale, channelData, attachments } = raw;
    const { value: safe, found } = redactAll({ text, value, name, locale, channelData, attachments: attachments?.slice(0, 10) });
    const activity: Inbound = { ...raw, ...safe };
    const talk = talkKey({ channelId: raw.channelId, conversationId: raw.conversation.id, userId: raw.from.id });
    return turns.run(talk, () =>
      attempt(
        { talk, activity, byDoor: { ...byDoor, secrets: [...(byDoor.secrets ?? []), ...found] }, activityId: raw.id || newId() },
        TRIES,
      ),
    );
  };
};
