import { matterOf } from '../conversation/matter.ts';
import type { Record } from '../conversation/record.ts';
import type { Effect } from '../conversation/reply.ts';
import type { Case } from '../desk/case.ts';
import { about, happened, opened } from '../desk/life.ts';

interface Turned {
  readonly talk: string;
  readonly channel: string;
  readonly record: Record;
  readonly effects: readonly Effect[];
  /** ISO 8601, UTC. */
  readonly at: string;
}

const byWhom = (step: string): string =>
  ['idle', 'fail', 'expire'].includes(step) ? 'desk' : step === 'administratorActs' ? 'administrator' : 'person';

/** What a turn makes of the talk's case: a new one, one that goes on, or none. A case of another talk (after a merge) only hears of it. */
export const caseAfter = (before: Case | undefined, { talk, channel, record, effects, at }: Turned): Case | undefined => {
  const steps = effects.flatMap((effect) => (effect.kind === 'case' ? [effect.step] : []));
  const { caseNumber: number, handover = 'bot' } = record;
  if (number === undefined) return undefined;
  const openedBy = steps.includes('idle') ? 'idle' : 'person';
  const fresh = before === undefined && steps.length > 0;
  const known = fresh ? opened({ number, talk, channel, openedBy, openedAt: at, handover, matter: matterOf(record) }) : before;
  if (known === undefined) return undefined;
  // The first request is the opening itself.
  const later = steps.filter((step) => !(fresh && (step === 'idle' || step === 'personAsks')));
  const lived = later.reduce((each, step) => happened(each, step, { by: byWhom(step), at }), known);
  if (lived.talk !== talk) return lived;
  // Who started over has told nothing yet: what was known stays.
  const told = record.learned.length === 0 ? lived : about(lived, matterOf(record), at);
  return { ...told, handover };
};
