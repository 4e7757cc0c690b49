import { OUTCOMES } from '../knowledge/outcomes.ts';
import { isTrial, triedOutcome } from '../machines/facts.ts';
import { askOf, choicesOf, questionOf } from './ask.ts';
import { type Asked, detailsOf, known, type Record } from './record.ts';
import { remark } from './remarks.ts';
import { type Reply, saying } from './reply.ts';
import { standingOf } from './standing.ts';
import { once, type State, type Turned, tell, unasked } from './state.ts';
import { summaryOf } from './summary.ts';
import { isProved } from './verify.ts';
import { wayOf } from './way.ts';

const spoken = ({ record, says, articles, commands, other, offers, letter }: State): Reply => ({
  says,
  ...(letter === undefined ? {} : { letter }),
  ...(commands === undefined ? {} : { commands, details: detailsOf(record) }),
  ...(articles.length === 0 ? {} : { articles }),
  ...(other === undefined ? {} : { other }),
  ...(offers === undefined ? {} : { offers }),
});

const isSilent = ({ says, articles, commands, other }: State) =>
  says.length === 0 && articles.length === 0 && commands === undefined && other === undefined;

/** Ends the turn with these replies. What was said last can be asked for again. */
export const end = (state: State, replies: readonly Reply[], record: Record = state.record): Turned => ({
  record: { ...record, last: replies },
  replies,
  effects: state.effects,
  chose: state.chose,
});

/** Ends the turn with what was said and with this question open. */
export const put = (state: State, asked: Asked, more: Partial<Reply> = {}, again = false): Turned => {
  const record: Record = { ...state.record, asked };
  const closing: Omit<Reply, 'says'> = {
    question: questionOf(asked, again),
    ask: askOf(asked),
    choices: choicesOf(asked, record),
    ...more,
  };
  // An outcome is a card of its own; everything else is one message.
  const replies =
    closing.outcome === undefined || isSilent(state) ? [{ ...spoken(state), ...closing }] : [spoken(state), { says: [], ...closing }];
  return end({ ...state, record }, replies);
};

/** Goes on in the tree: asks the open question, gives the advice, or ends. */
export const goOn = (state: State, today: string, again = false): Turned => {
  const standing = standingOf(state.record);
  const remarked = remark(state, standing, today);
  const { rest, mostQuestionsLeft } = standing;
  if ('ask' in rest) return put(remarked, { kind: 'fact', fact: rest.ask }, { mostQuestionsLeft }, again);
  if ('outcome' in rest) {
    const { outcome } = rest;
    const offered =
      OUTCOMES[outcome].refund === 'seller' || OUTCOMES[outcome].refund === 'payment'
        ? once(remarked, 'refund', (told) => tell(told, saying('refund.hint')))
        : remarked;
    const summary = isHandover(outcome) ? { summary: summaryOf(remarked.record, standing), ...requestIn(remarked.record) } : {};
    return put(
      offered,
      { kind: 'fact', fact: `tried.${outcome}` },
      { outcome, details: detailsOf(state.record), way: wayOf(standing), mostQuestionsLeft, ...summary },
      again,
    );
  }
  if (rest.end === 'solved')
    return put(tell(remarked, saying(isProved(remarked.record) ? 'talk.proved' : 'talk.solved')), { kind: 'solved' });
  return put(
    remarked,
    { kind: 'offer' },
    { outcome: 'ESC-03', details: detailsOf(state.record), summary: summaryOf(remarked.record, standing) },
  );
};

/** What the person could not do is what somebody else is asked for; the last of it where there is more. */
const requestIn = (record: Record): Pick<Reply, 'request'> => {
  const left = [...known(record).values()].filter(({ name, value }) => isTrial(name) && value === 'cannot').at(-1);
  return left === undefined || !isTrial(left.name) || isHandover(triedOutcome(left.name)) ? {} : { request: triedOutcome(left.name) };
};

const isHandover = (outcome: string) => outcome === 'KMS-02' || outcome === 'TYPE-01' || outcome.startsWith('ESC-');

/** Puts the question that is open once more, after a help, an explanation or a word in between; without one the tree goes on. */
export const askAgain = (state: State, today: string, again = false): Turned => {
  const { asked } = state.record;
  if (asked === undefined || asked.kind === 'offer' || asked.kind === 'solved') return goOn(state, today, again);
  if (asked.kind !== 'fact' || asked.changing) return put(state, asked, {}, again);
  const { mostQuestionsLeft } = standingOf(state.record);
  return put(state, asked, { mostQuestionsLeft }, again);
};

/** Ends the turn with what was said and no question repeated; the one that was open stays so, and is what "repeat" says again. */
export const closeWith = (state: State, more: Partial<Reply> = {}): Turned => ({
  record: state.record,
  replies: [{ ...spoken(state), ...more }],
  effects: state.effects,
  chose: state.chose,
});

/** Forgets which question was open, and goes on in the tree. */
export const goOnFresh = (state: State, today: string): Turned => goOn({ ...state, record: unasked(state.record) }, today);
