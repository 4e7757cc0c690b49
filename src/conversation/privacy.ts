import type { Saying } from '../language/saying.ts';
import type { Choice } from '../understanding/answer.ts';
import { askAgain, closeWith, goOnFresh, put } from './put.ts';
import { type Asked, newRecord } from './record.ts';
import { saying } from './reply.ts';
import { type State, type Turned, tell, type World } from './state.ts';

/** A number of days in words. */
export const daysOf = (count: number): Saying => saying('talk.days', { count });

const OFFERS = [saying('talk.data.offer'), saying('talk.forget.offer')];

/** Says what is kept and for how long, and offers to show it or to delete it. */
export const tellPrivacy = (state: State, { now, kept }: World): Turned =>
  askAgain(tell({ ...state, offers: OFFERS }, saying('talk.privacy', { talks: daysOf(kept.talks), cases: daysOf(kept.cases) })), now);

/** Shows everything that is kept of a person: the rows are read by who does what the turn decides. The question that was open stays so. */
export const showData = (state: State): Turned => {
  const { says, ...rest } = tell(state, saying('talk.data.title'));
  return closeWith({ ...rest, says, effects: [...state.effects, { kind: 'data' }] }, { file: true, offers: [saying('talk.forget.offer')] });
};

/** Says what goes and what stays, and asks once. A case that is open is told, and asked about. */
export const askForget = (state: State, { openCase, kept }: World): Turned => {
  const told = tell(
    state,
    saying('talk.forget.will'),
    ...(openCase === undefined ? [] : [saying('talk.forget.case', { number: openCase, days: daysOf(kept.cases) })]),
  );
  return put(told, { kind: 'forget', ...(openCase === undefined ? {} : { openCase }) });
};

export const forgetChoices = ({ openCase }: Asked & { readonly kind: 'forget' }): readonly Choice[] => {
  const values = openCase === undefined ? (['yes', 'no'] as const) : (['all', 'talk', 'no'] as const);
  return values.map((value) => ({ value, title: saying(`talk.forget.${value}`) }));
};

/** Forgets the person, or keeps all. What is left of the talk is that it has been forgotten, for as long as the reply takes to arrive. */
export const answerForget = (state: State, { openCase }: Asked & { readonly kind: 'forget' }, value: string, world: World): Turned => {
  if (value === 'no') return goOnFresh(tell(state, saying('talk.forget.kept')), world.now);
  // A case was closed or opened since: what was answered was another question.
  if (world.openCase !== openCase) return askForget(state, world);
  const keeps = value === 'talk' && openCase !== undefined;
  const done = keeps ? saying('talk.forget.doneBut', { number: openCase }) : saying('talk.forget.done');
  return {
    record: { ...newRecord(state.record.language), turn: state.record.turn },
    replies: [{ says: [done] }],
    effects: [{ kind: 'forget', keepsOpenCase: keeps }],
  };
};

/** Somebody took the desk out of the channel: what was asked for in a talk is done without asking, but an open case is worked on. */
export const left = (state: State): Turned => ({
  record: state.record,
  replies: [],
  effects: [{ kind: 'forget', keepsOpenCase: true }],
});
