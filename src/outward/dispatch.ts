import type { Case, Said } from '../desk/case.ts';
import type { Outgoing, Outward } from '../storage/store.ts';
import { messageOf } from './message.ts';
import type { OutwardSettings } from './settings.ts';
import { type Tell, tellWebhook } from './webhook.ts';
import { tellZammad } from './zammad.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** What waits to be told is tried again after so long: twice as long each time, at most an hour, for as long as it takes. */
const pauseAfter = (tries: number): number => Math.min(HOUR, MINUTE * 2 ** tries);

interface Dispatch {
  readonly store: Outward;
  readonly settings: OutwardSettings;
  readonly now: () => Date;
  readonly failed: (error: unknown) => void;
}

/** Tells other systems of cases: what has to be told is written with the case, and sent after it. Nothing is lost while one is away. */
export const createDispatch = ({ store, settings, now, failed }: Dispatch) => {
  const { webhook, zammad } = settings;
  const targets: ReadonlyMap<string, Tell> = new Map([
    ...(webhook === undefined ? [] : [['webhook', tellWebhook({ ...webhook, now })] as const]),
    ...(zammad === undefined ? [] : [['zammad', tellZammad(zammad)] as const]),
  ]);

  /** What has to be told of a case that has changed: nothing where no step was taken, and nothing back to who told it us. */
  const outgoing = (before: Case | undefined, after: Case, said: readonly Said[]): readonly Outgoing[] => {
    if (before?.version === after.version) return [];
    const body = JSON.stringify(messageOf(before, after, said));
    const by = after.history.at(-1)?.by;
    return [...targets.keys()]
      .filter((target) => target !== by)
      .map((target) => {
        const { number, version } = after;
        return { id: `${target}:${number}:${version}`, target, number, version, body, due: now().toISOString(), tries: 0 };
      });
  };

  /** Tells what is due. What belongs to one case goes out in its order. */
  const run = async (): Promise<void> => {
    for (const each of await store.due(now().toISOString())) {
      const tell = targets.get(each.target);
      // A system that is no longer set keeps what it was to be told, for when it is set again.
      if (tell === undefined) continue;
      try {
        await tell(each);
        await store.told(each.id);
      } catch (error) {
        failed(error);
        await store.later(each.id, new Date(now().getTime() + pauseAfter(each.tries)).toISOString());
      }
    }
  };
  return { outgoing, run };
};
export type DispatchOf = ReturnType<typeof createDispatch>;
