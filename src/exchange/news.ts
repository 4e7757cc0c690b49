import type { Reply } from '../conversation/reply.ts';
import type { Case } from '../desk/case.ts';
import type { Language } from '../language/language.ts';
import type { Saying } from '../language/saying.ts';
import type { StoredRow, Talks } from '../storage/store.ts';

interface Desk {
  readonly store: Pick<Talks, 'turn'>;
  readonly render: (replies: readonly Reply[], language: Language, channelId: string) => readonly object[];
  readonly now: () => Date;
  readonly newId: () => string;
}

/** What happened to a person's case while they were away. */
export const caseNews = {
  taken: (number: string): Saying => ({ key: 'teams.news.taken', params: { number } }),
  answered: (number: string, text: string): Saying => ({ key: 'teams.news.answered', params: { number, text } }),
  closed: (number: string): Saying => ({ key: 'teams.news.closed', params: { number } }),
} as const satisfies Readonly<Record<string, (number: Case['number'], text: string) => Saying>>;

const TRIES = 5;

/** Where the person last wrote from, as it was stored; the news answers no message of theirs. */
const addressIn = (address: unknown): { readonly channelId: string; readonly address?: unknown } => {
  if (typeof address !== 'object' || address === null) return { channelId: 'webchat' };
  const { activityId: _answered, ...rest } = address as { readonly activityId?: string; readonly channelId?: string };
  return { channelId: rest.channelId ?? 'webchat', address: rest };
};

/**
 * Tells a person something that they did not ask for, in their language: a row of their talk, and a reply to be sent to where they last
 * wrote from. False where there is no such talk, or the person has removed the app. Throws where it cannot be stored.
 */
export const createNews = ({ store, render, now, newId }: Desk) => {
  const tell = (talk: string, news: Saying) =>
    store.turn(talk, async (stored) => {
      const { version, record, rows: count } = await stored.load();
      if (record === undefined || record.away) return false;
      const at = now().toISOString();
      const { channelId, address } = addressIn(record.address);
      const rows = render([{ says: [news] }], record.language, channelId).map(
        (message, index): StoredRow => ({
          number: count + index + 1,
          from: 'desk',
          activity: { ...message, id: newId(), timestamp: at, from: { id: 'activation-desk', name: 'Activation Desk', role: 'bot' } },
        }),
      );
      // A note about a case leaves the talk as it was.
      return stored.commit({ version, activityId: `news ${newId()}`, at, record, rows, address, channel: channelId, isUnsolved: false });
    });

  return async (talk: string, news: Saying): Promise<boolean> => {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const result = await tell(talk, news);
      if (typeof result === 'boolean') return result;
      if (result === 'committed') return true;
    }
    throw new Error('the news could not be stored');
  };
};
