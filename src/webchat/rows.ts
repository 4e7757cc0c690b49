import type { Row } from '../exchange/activity.ts';
import type { TalkOf } from '../exchange/talk.ts';
import { CHANNEL } from './posted.ts';
import type { Visitor } from './tokens.ts';

/** Was anything said in this talk yet? */
export type Has = (talk: TalkOf) => Promise<boolean>;
export type Rows = (talk: TalkOf, after: number) => Promise<readonly Row[]>;

/** Everything that is kept of a talk. */
export type Kept = (talk: TalkOf) => Promise<object>;

/** What Direct Line sends: activities, and the number of the last of them. */
interface ActivitySet {
  readonly activities: readonly Readonly<Record<string, unknown>>[];
  readonly watermark: string;
}

/** A talk of the page, as the store finds it. */
export const talkOf = ({ user, conv }: Visitor): TalkOf => ({ channelId: CHANNEL, conversationId: conv, userId: user });

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;
const objectIn = (value: unknown) => (isObject(value) ? value : {});

/** A stored row with the addresses of its talk, in the order of its number whatever the clocks say. */
const activityOf = ({ number, activity }: Row, { user, conv }: Visitor, shown: ReadonlySet<unknown>) => {
  const { replyToId, ...said } = activity;
  const from = objectIn(activity.from);
  return {
    ...said,
    // Web Chat holds a reply back for 5 seconds if it does not have what it replies to; an event and an arrival are no rows.
    ...(shown.has(replyToId) ? { replyToId } : {}),
    channelId: CHANNEL,
    conversation: { id: conv },
    // What a person typed is never read as Markdown or HTML.
    ...(from.role === 'user' ? { from: { ...from, id: user }, textFormat: 'plain' } : {}),
    channelData: { ...objectIn(activity.channelData), 'webchat:sequence-id': number },
  };
};

/** A watermark as it came in a query: the number of a row, or 0. */
export const watermarkIn = (text: string | null): number => (text !== null && /^\d{1,15}$/.test(text) ? Number(text) : 0);

/** What was said after a watermark. A watermark that no row has is somebody's guess, and gets the talk from its start. */
export const createSince =
  (rows: Rows) =>
  async (visitor: Visitor, watermark: number): Promise<ActivitySet> => {
    const talk = talkOf(visitor);
    const [anchor, ...later] = watermark > 0 ? await rows(talk, watermark - 1) : [];
    const fresh = anchor?.number === watermark ? later : await rows(talk, 0);
    const shown = new Set(fresh.map(({ activity }) => activity.id));
    return {
      activities: fresh.map((row) => activityOf(row, visitor, shown)),
      watermark: String(fresh.at(-1)?.number ?? anchor?.number ?? 0),
    };
  };
export type Since = ReturnType<typeof createSince>;
