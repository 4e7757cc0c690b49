import { type HandoverState, type HandoverStep, stepHandover } from '../machines/handover.ts';
import { askAgain, closeWith } from './put.ts';
import type { Record } from './record.ts';
import { type Effect, saying } from './reply.ts';
import { standingOf } from './standing.ts';
import { type State, type Turned, tell, type World, withRecord } from './state.ts';
import { summaryOf } from './summary.ts';

/** Who owns a talk. */
export const ownerOf = ({ handover = 'bot' }: Record): HandoverState => handover;

/** Takes steps of the handover, each where it may be taken; undefined where the first may not. */
export const stepped = (record: Record, first: HandoverStep, ...more: readonly HandoverStep[]): Record | undefined => {
  const begun = stepHandover(ownerOf(record), first);
  if (begun === undefined) return undefined;
  const { handover: _before, ...rest } = record;
  const owner = more.reduce((here: HandoverState, step) => stepHandover(here, step) ?? here, begun);
  return owner === 'bot' ? rest : { ...rest, handover: owner };
};

/** Says who is there and when, only where somebody promised hours, and who is told, only where somebody is: true at any hour. */
const promise = ({ hours, contact, isNotified = false }: World) => {
  const written = contact === undefined ? [] : [saying('talk.person.contact', { contact })];
  if (hours === undefined && isNotified) return [saying('talk.person.notified'), ...written];
  if (hours === undefined) return contact === undefined ? [saying('talk.person.nobody')] : written;
  if (hours.open) return [saying('handover.queued'), ...written];
  const { opens, zone } = hours;
  return [
    opens === undefined ? saying('handover.closedLong') : saying('handover.closed', { opens: { at: opens, zone, exact: true }, zone }),
    ...written,
  ];
};

/** Asks the helpdesk for a person: a case in this very turn, its number, and a summary to copy. No question is put; the one that was open stays so. */
export const askForPerson = (state: State, world: World): Turned => {
  const { record } = state;
  const { hours, contact, caseNumber } = world;
  const number = record.caseNumber ?? caseNumber;
  const again = ownerOf(record) !== 'bot';
  // Where nobody promised hours a case is opened, and no owner changes: nobody can be waited for.
  const requested = hours === undefined ? record : stepped(record, 'request', hours.open ? 'queue' : 'nobody');
  const here = withRecord({ ...state, record: requested ?? record }, { caseNumber: number, misunderstood: 0 });
  const told = tell(
    here,
    saying(record.caseNumber === undefined ? 'talk.person.done' : 'talk.person.known', { number }),
    ...(again ? [saying('handover.already')] : []),
    saying('talk.person.goOn'),
    ...promise(world),
    ...(hours === undefined ? [] : [saying('handover.withdrawHint')]),
  );
  const effects: readonly Effect[] = [
    { kind: 'case', step: 'personAsks' },
    ...(again ? [] : [{ kind: 'handoff', state: 'initiate' } as const]),
  ];
  return closeWith(
    { ...told, effects: [...told.effects, ...effects] },
    { summary: summaryOf(here.record, standingOf(here.record)), contact },
  );
};

/** The person no longer wants one: told, recorded, and back to the same question. */
export const withdraw = (state: State, { now }: World): Turned => {
  const record = stepped(state.record, 'withdraw', 'back');
  if (record === undefined) return askAgain(tell(state, saying('handover.nothing')), now);
  const told = tell({ ...state, record }, saying('handover.withdrawn'));
  return askAgain({ ...told, effects: [...told.effects, { kind: 'case', step: 'personWithdraws' }] }, now);
};
