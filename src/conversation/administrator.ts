import type { Language } from '../language/language.ts';
import { isQuestion, isTrial, triedOutcome } from '../machines/facts.ts';
import { answerLine, titleOf } from './ask.ts';
import { tellAnswers } from './change.ts';
import { ownerOf } from './handover.ts';
import { goOn, goOnFresh } from './put.ts';
import { learn, newRecord, type Record } from './record.ts';
import { type Effect, saying, type Told } from './reply.ts';
import { begun, type State, type Turned, tell, type World, withRecord } from './state.ts';

/** Whom an administrator's link helps: the talk, its case, and what is known there. */
export interface Helped {
  readonly talk: string;
  readonly number: string;
  readonly learned: Record['learned'];
}

/** An administrator comes by a link: the same case at the same place, but for what only the person could not do. */
export const administratorArrives = (
  before: Record | undefined,
  helped: Helped | undefined,
  language: Language,
  { now }: World,
): Turned => {
  const record = before ?? newRecord(language);
  if (helped === undefined) return goOn(tell(begun(record), saying('handover.administrator.spent')), now);
  const { talk, number, learned } = helped;
  const state = begun({
    ...newRecord(record.language),
    turn: record.turn + 1,
    // What was learned there came in turns of that talk: here it all came before the first.
    learned: learned.filter(({ name, value }) => !(isTrial(name) && value === 'cannot')).map((entry) => ({ ...entry, turn: 0 })),
    helps: { talk, number },
  });
  const greeted = tell(state, saying('handover.administrator.greets', { number }));
  return goOn(tell(tellAnswers(greeted), saying('handover.administrator.returns')), now);
};

/** What an administrator has learned in this turn is told in the talk that they help. */
export const tellHelped = (before: Record | undefined, turned: Turned): Turned => {
  const { helps, turn, learned } = turned.record;
  if (helps === undefined || before?.helps === undefined || before.turn === turn) return turned;
  const told: readonly Told[] = learned
    .filter((entry) => entry.turn === turn && entry.from !== 'inferred')
    .map(({ name, value, piece }) => ({ name, value, ...(piece === undefined ? {} : { piece }) }));
  const effect: Effect = { kind: 'tell', talk: helps.talk, learned: told };
  return told.length === 0 ? turned : { ...turned, effects: [...turned.effects, effect] };
};

const lineOf = ({ name, value }: Told) => {
  if (isTrial(name))
    return saying('handover.administrator.tried', { title: saying(`outcomes.${triedOutcome(name)}.title`), result: titleOf(name, value) });
  return isQuestion(name) ? answerLine({ name, value }) : saying('talk.choices.code', { code: value });
};

/** The person's talk hears what their administrator did, and goes on with it; silently where staff own the talk. */
export const administratorActed = (before: Record, learned: readonly Told[], { now }: World): Turned => {
  const record = { ...before, turn: before.turn + 1 };
  const known = learn(record, learned, 'administrator', now);
  const effects: readonly Effect[] = [{ kind: 'case', step: 'administratorActs' }];
  if (ownerOf(before) === 'accepted') return { record: known, replies: [], effects };
  const state: State = withRecord({ ...begun(known), effects }, { misunderstood: 0 });
  return goOnFresh(tell(state, saying('handover.administrator.acted', { list: learned.map(lineOf) })), now);
};
