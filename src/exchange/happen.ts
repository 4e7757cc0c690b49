import type { Other } from '../conversation/other-turn.ts';
import type { Beside, StoredTurn, Talks } from '../storage/store.ts';
import type { Bell } from './bell.ts';
import { ringFor } from './bell.ts';
import type { Outside } from './coming.ts';
import type { Turns } from './turns.ts';

interface Happening extends Pick<Outside, 'newId'> {
  readonly store: Pick<Talks, 'turn'>;
  readonly turns: Turns;
  readonly bell: Bell;
  /** Sends a talk's new rows, where its channel does not fetch them. */
  readonly send: (talk: string) => void;
}

/** What happens in a talk without its person, and what is written with it. */
export interface Happens {
  readonly input: Other;
  /** Makes it happen once, however often it is tried. */
  readonly id?: string;
  readonly beside?: Beside;
}

const TRIES = 5;

/** Makes a turn in a talk that is not its person's. `what` looks at the talk again within the transaction; it gives undefined where nothing has to happen any more. */
export const createHappen =
  ({ store, turns, bell, send, newId }: Happening) =>
  async (talk: string, what: (stored: StoredTurn) => Promise<Happens | undefined>): Promise<void> => {
    for (let tries = TRIES; tries > 0; tries -= 1) {
      const result = await store.turn(talk, async (stored) => {
        const { channel, record } = await stored.load();
        const happens = channel === undefined || record === undefined || record.away ? undefined : await what(stored);
        if (channel === undefined || happens === undefined) return undefined;
        const { input, id = newId(), beside = {} } = happens;
        if ((await stored.seen(id)) !== undefined) return undefined;
        return turns(talk, stored, { input, activityId: id, channelId: channel, beside });
      });
      if (result === 'stale') continue;
      if (result !== undefined) {
        ringFor(bell, talk, result);
        if (result.rows.length > 0) send(talk);
      }
      return;
    }
    throw new Error('what happened in a talk could not be stored');
  };
export type Happen = ReturnType<typeof createHappen>;
