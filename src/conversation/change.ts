import type { Facts, Question } from '../machines/facts.ts';
import { answerLine, choicesOf, textOf } from './ask.ts';
import { put } from './put.ts';
import { type Asked, answersOf, factsOf, type Record } from './record.ts';
import { saying } from './reply.ts';
import { type Standing, standingOf, standingWith } from './standing.ts';
import { type State, type Turned, tell } from './state.ts';
import { detailLines } from './summary.ts';

/** What becomes of the other answers when one is changed: which still count, and which are not needed on the new way. */
const compare = (record: Record, before: Standing, after: Standing, changed: Question) => {
  const on = (standing: Standing) => new Set<string>(standing.path.map(({ fact }) => fact));
  const [was, is] = [on(before), on(after)];
  const others = answersOf(record).filter(({ name }) => name !== changed && was.has(name));
  return { kept: others.filter(({ name }) => is.has(name)), aside: others.filter(({ name }) => !is.has(name)) };
};

const withAnswer = (record: Record, fact: Question, value: string): Facts => ({ ...factsOf(record), [fact]: value });

/** Puts a question again whose answer is to be changed, and says of each other answer what it would keep and still ask. */
export const askChange = (state: State, fact: Question): Turned => {
  const { record } = state;
  const before = standingOf(record);
  const asked: Asked = { kind: 'fact', fact, changing: true };
  const now = factsOf(record)[fact];
  const previews = choicesOf(asked, record)
    .filter(({ value }) => value !== now && value !== 'difference')
    .map(({ value, title }) => {
      const after = standingWith(withAnswer(record, fact, value));
      const { kept, aside } = compare(record, before, after, fact);
      return saying('talk.change.preview', { title, kept: kept.length, aside: aside.length, left: after.mostQuestionsLeft });
    });
  return put(tell(state, ...previews), asked);
};

/** Says what was kept and what was set aside by a change that has been made. */
export const tellChange = (state: State, before: Record, fact: Question): State => {
  const { kept, aside } = compare(before, standingOf(before), standingOf(state.record), fact);
  const names = (answers: typeof kept) =>
    answers.length === 0 ? saying('talk.change.nobody') : answers.map(({ name }) => textOf(name, 'label'));
  return tell(state, saying('talk.change.done', { kept: names(kept), aside: names(aside) }));
};

/** Lists the answers, each of which can be chosen to be changed. */
export const offerChange = (state: State, goOn: (state: State) => Turned): Turned => {
  const facts = answersOf(state.record).map(({ name }) => name);
  return facts.length === 0 ? goOn(tell(state, saying('talk.change.none'))) : put(state, { kind: 'change', facts });
};

/** Says what is known, each answer in a line. */
export const tellAnswers = (state: State): State => {
  const lines = [...detailLines(state.record), ...answersOf(state.record).map(answerLine)];
  return lines.length === 0 ? tell(state, saying('talk.answers.none')) : tell(state, saying('talk.answers.title'), ...lines);
};
