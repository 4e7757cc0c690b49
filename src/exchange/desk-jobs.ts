import { type Calendar, hoursAt } from '../desk/calendar.ts';
import { about } from '../desk/life.ts';
import type { Store } from '../storage/store.ts';
import type { Bell } from './bell.ts';
import { DESK_BELL } from './bell.ts';
import type { Happen } from './happen.ts';

interface Jobs {
  readonly store: Store;
  readonly happen: Happen;
  readonly bell: Bell;
  readonly calendar?: Calendar | undefined;
  /** A talk that its person leaves unsolved is a case after so long, in milliseconds. */
  readonly idleAfter: number;
  /** A handover that nobody touches ends after so long, in milliseconds. */
  readonly handoverEnds: number;
}

const DAY = 24 * 3_600_000;

/** What the desk does by the clock. Each looks again within its own transaction, so that it may run in several instances and be broken off anywhere. */
export const createDeskJobs = ({ store, happen, bell, calendar, idleAfter, handoverEnds }: Jobs) => {
  const before = (now: Date, milliseconds: number) => new Date(now.getTime() - milliseconds).toISOString();

  /** What an administrator has done comes to the talk that they help, and what staff say to a case comes to the talks that were merged into it. */
  const deliver = async (): Promise<void> => {
    for (const { id, talk, learned } of await store.letters())
      await happen(talk, async () => ({
        input: 'does' in learned ? { kind: 'staff', does: learned } : { kind: 'told', learned },
        id,
        beside: { delivered: id },
      }));
  };

  /** Talks that were left unsolved become cases. */
  const openIdle = async (now: Date): Promise<void> => {
    const since = before(now, idleAfter);
    for (const { talk } of await store.idle(since))
      await happen(talk, async (stored) => {
        const { record } = await stored.load();
        return record?.caseNumber === undefined ? { input: { kind: 'idle' } } : undefined;
      });
  };

  /** Handovers that nobody touched for too long end; those that wait are told apart by the helpdesk's hours. */
  const endHandovers = async (now: Date): Promise<void> => {
    const late = before(now, handoverEnds);
    for (const { number, talk } of await store.handovers(late))
      await happen(talk, async (stored) => {
        const there = await stored.case(number);
        return there === undefined || there.case.updatedAt >= late ? undefined : { input: { kind: 'staff', does: { does: 'expire' } } };
      });
    if (calendar === undefined) return;
    const does = hoursAt(calendar, now.getTime()).open ? 'queue' : 'nobody';
    const waits = does === 'queue' ? 'nobody' : 'queued';
    for (const { number, talk } of (await store.handovers(now.toISOString())).filter(({ handover }) => handover === waits))
      await happen(talk, async (stored) =>
        (await stored.case(number))?.case.handover === waits ? { input: { kind: 'staff', does: { does } } } : undefined,
      );
  };

  /** As days run out cases become more urgent by themselves. */
  const press = async (now: Date): Promise<void> => {
    let changed = false;
    for (const { number, talk } of await store.pressing(before(now, -5 * DAY))) {
      const result = await store.turn(talk, async (stored) => {
        const there = await stored.case(number);
        const after = there && about(there.case, there.case.matter, now.toISOString());
        if (there === undefined || after === undefined || after.priority === there.case.priority) return 'same';
        return stored.put({ cases: [{ before: there, case: after }] });
      });
      changed ||= result === 'committed';
    }
    if (changed) bell.ring(DESK_BELL);
  };

  return { deliver, openIdle, endHandovers, press };
};
export type DeskJobs = ReturnType<typeof createDeskJobs>;
