import { languageOf } from '../language/language.ts';
import { administratorActed, administratorArrives, type Helped } from './administrator.ts';
import { newRecord, type Record } from './record.ts';
import type { Told } from './reply.ts';
import { type StaffDoes, staffTurn } from './staff.ts';
import type { Turned, World } from './state.ts';

/** What happens in a talk without its person: the helpdesk acts, an administrator comes by a link or has acted, or it was silent for long. */
export type Other =
  | { readonly kind: 'staff'; readonly does: StaffDoes }
  | { readonly kind: 'administrator'; readonly helped?: Helped | undefined; readonly locale?: string }
  | { readonly kind: 'told'; readonly learned: readonly Told[] }
  | { readonly kind: 'idle' };

const silentFor = (record: Record, { caseNumber }: World): Turned => ({
  record: { ...record, caseNumber: record.caseNumber ?? caseNumber },
  replies: [],
  effects: [{ kind: 'case', step: 'idle' }],
});

/** A turn that is not the person's: told to them where there is something to tell. */
export const otherTurn = (before: Record | undefined, input: Other, world: World): Turned => {
  if (input.kind === 'administrator')
    return administratorArrives(before, input.helped, languageOf(input.locale) ?? world.language ?? 'en', world);
  const record = before ?? newRecord('en');
  if (input.kind === 'staff') return staffTurn(record, input.does, world);
  return input.kind === 'told' ? administratorActed(record, input.learned, world) : silentFor(record, world);
};
