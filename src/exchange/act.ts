import { isAnswer, type StaffDoes } from '../conversation/staff.ts';
import { type Action, HARMLESS } from '../desk/action.ts';
import type { Case } from '../desk/case.ts';
import { decide, mergedInto } from '../desk/decide.ts';
import type { Acted } from '../desk/desk.ts';
import type { Staff } from '../desk/staff.ts';
import { redact } from '../redaction/redact.ts';
import type { CaseChange } from '../storage/cases.ts';
import type { Beside, Noted, Store, StoredTurn } from '../storage/store.ts';
import type { Bell } from './bell.ts';
import { DESK_BELL, LETTER_BELL } from './bell.ts';
import type { Outside } from './coming.ts';
import { mergedCases } from './merged.ts';
import type { Turns } from './turns.ts';

interface Acting extends Pick<Outside, 'now' | 'newId' | 'outgoing'> {
  readonly store: Pick<Store, 'turn' | 'case' | 'note'>;
  readonly turns: Turns;
  readonly bell: Bell;
  /** Sends a talk's new rows, where its channel does not fetch them. */
  readonly send: (talk: string) => void;
}

const TRIES = 5;

/** Keys and ids that staff copied into a text go the same way as those of a person. */
const clean = (action: Action): Action => ('text' in action ? { ...action, text: redact(action.text).text } : action);

/** What an action on a case means for its talk; undefined where the person is not concerned. */
const saidTo = (action: Action, { name }: Staff, { owner, state }: Case): StaffDoes | undefined => {
  switch (action.does) {
    // Who hands a case on among colleagues has nothing new to tell.
    case 'take':
    case 'assign':
      return owner === undefined || state === 'reopened' ? { does: 'take' } : undefined;
    case 'accept':
      return { does: 'accept', name };
    case 'reply':
      return { does: 'reply', name, text: action.text };
    case 'answer':
    case 'reask':
    case 'merge':
      return action;
    case 'handBack':
    case 'askAdministrator':
    case 'solve':
    case 'close':
      return { does: action.does };
    default:
      return undefined;
  }
};

/** What everybody hears whose case was merged into another: what is said to the person of that one, and how it ends. */
const FOR_ALL: readonly Action['does'][] = ['accept', 'reply', 'handBack', 'solve', 'close'];

/** Lets staff act: on the version that they saw, with case, talk, replies and audit in one transaction. */
export const createAct = ({ store, turns, bell, send, now, newId, outgoing }: Acting) => {
  /** The talks of other people whose cases were merged into this one. */
  const mergedTalks = async (here: Case, stored: StoredTurn): Promise<readonly string[]> => {
    const merged = await mergedCases(here, async (number) => (await stored.case(number))?.case);
    return [...new Set(merged.map(({ talk }) => talk))].filter((talk) => talk !== here.talk);
  };

  const attempt = async (number: string, version: number, staff: Staff, action: Action, stored: StoredTurn): Promise<Acted | 'again'> => {
    const before = await stored.case(number);
    if (before === undefined) return { kind: 'unknown' };
    const { case: here } = before;
    if (here.version !== version && !HARMLESS.includes(action.does))
      return { kind: 'stale', case: here, since: here.history.filter((step) => step.version > version) };
    if (action.does === 'answer' && !isAnswer(action.fact, action.value)) return { kind: 'refused', why: 'fact', case: here };
    const at = now().toISOString();
    const other = action.does === 'merge' ? await stored.case(action.into) : undefined;
    const decided = decide(here, staff, action, at, other?.case);
    if ('refused' in decided) return { kind: 'refused', why: decided.refused, case: here };
    const target: readonly CaseChange[] =
      other === undefined ? [] : [{ before: other, case: mergedInto(other.case, here, { by: staff.name, at }) }];
    const audit: readonly Noted[] = [{ at, who: staff.id, what: action.does, which: number }];
    const does = saidTo(action, staff, here);
    const letters: NonNullable<Beside['letters']> =
      does === undefined || !FOR_ALL.includes(action.does)
        ? []
        : (await mergedTalks(here, stored)).map((talk) => ({ id: newId(), talk, learned: does, at }));
    const { channel, record } = await stored.load();
    // Somebody who was forgotten, or has gone, is told nothing.
    if (does !== undefined && channel !== undefined && record !== undefined && !record.away) {
      const coming = { input: { kind: 'staff' as const, does }, activityId: newId(), channelId: channel };
      const written = await turns(here.talk, stored, { ...coming, decided: decided.case, beside: { audit, letters, cases: target } });
      if (written === 'stale') return 'again';
    } else {
      const beside: Beside = {
        audit,
        letters,
        cases: [{ before, case: decided.case }, ...target],
        outgoing: outgoing(here, decided.case, []),
      };
      if ((await stored.put(beside)) === 'stale') return 'again';
    }
    return { kind: 'done', case: (await stored.case(number))?.case ?? decided.case };
  };

  /** What was not done is written down too, with the reason; of what was asked for only what a number of a case can be. */
  const noteDown = (staff: Staff, { does }: Action, number: string, acted: Exclude<Acted, { kind: 'done' }>) => {
    const result = acted.kind === 'stale' ? 'stale' : `refused: ${acted.kind === 'refused' ? acted.why : 'unknown'}`;
    const which = acted.kind === 'unknown' ? '' : number;
    return store.note({ at: now().toISOString(), who: staff.id, what: does, which, result });
  };

  return async (number: string, version: number, staff: Staff, wanted: Action): Promise<Acted> => {
    const action = clean(wanted);
    const found = await store.case(number);
    if (found === undefined) {
      await noteDown(staff, action, number, { kind: 'unknown' });
      return { kind: 'unknown' };
    }
    for (let tries = TRIES; tries > 0; tries -= 1) {
      const acted = await store.turn(found.talk, (stored) => attempt(number, version, staff, action, stored));
      if (acted === 'again') continue;
      if (acted.kind === 'done') {
        bell.ring(found.talk);
        bell.ring(DESK_BELL);
        bell.ring(LETTER_BELL);
        send(found.talk);
      } else await noteDown(staff, action, number, acted);
      return acted;
    }
    throw new Error('the action could not be stored');
  };
};
