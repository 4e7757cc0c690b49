import { OUTCOMES } from '../knowledge/outcomes.ts';
import { isQuestion, isTrial, isValueOf, type Question, TRIED, type Trial, triedOutcome } from '../machines/facts.ts';
import { textOf, titleOf } from './ask.ts';
import { ownerOf, stepped } from './handover.ts';
import { closeWith, goOnFresh, put } from './put.ts';
import { detailsOf, learn, type Record } from './record.ts';
import { type Reply, saying } from './reply.ts';
import { standingOf } from './standing.ts';
import { begun, type State, type Turned, tell, type World, withRecord } from './state.ts';
import { summaryOf } from './summary.ts';

/** What the helpdesk does to a talk. What it says was redacted before. */
export type StaffDoes =
  | { readonly does: 'accept'; readonly name: string }
  | { readonly does: 'reply'; readonly name: string; readonly text: string }
  | { readonly does: 'answer'; readonly fact: string; readonly value: string }
  | { readonly does: 'reask'; readonly fact: string }
  | { readonly does: 'take' | 'handBack' | 'solve' | 'close' | 'fail' | 'expire' | 'queue' | 'nobody' | 'askAdministrator' }
  | { readonly does: 'merge'; readonly into: string };

const silent = (record: Record): Turned => ({ record, replies: [], effects: [] });

/** Is this a question of the tree or a trial, and a value of it? */
export const isAnswer = (fact: string, value: string): fact is Question | Trial =>
  isTrial(fact)
    ? Object.hasOwn(OUTCOMES, triedOutcome(fact)) && (TRIED as readonly string[]).includes(value)
    : isQuestion(fact) && isValueOf(fact, value);

const numberOf = ({ caseNumber = '' }: Record) => ({ number: caseNumber });

/** The talk is the bot's again: the end is recorded and a hub is told. */
const returned = (state: State, how: 'complete' | 'fail' | 'expire'): State => {
  const record = stepped(state.record, how, 'back');
  if (record === undefined) return state;
  return { ...state, record, effects: [...state.effects, { kind: 'handoff', state: how === 'complete' ? 'completed' : 'failed' }] };
};

const accepted = (state: State, name: string): State => {
  if (ownerOf(state.record) === 'accepted') return state;
  const told = tell({ ...state, record: stepped(state.record, 'accept') ?? state.record }, saying('handover.accepted', { name }));
  return { ...told, effects: [...told.effects, { kind: 'handoff', state: 'accepted' }] };
};

/** The request for an administrator, with what has to be done where an advice is open. */
const request = (state: State): Turned => {
  const standing = standingOf(state.record);
  const { rest } = standing;
  const more: Partial<Reply> = {
    summary: summaryOf(state.record, standing),
    forAdministrator: true,
    ...('outcome' in rest ? { request: rest.outcome, details: detailsOf(state.record) } : {}),
  };
  return closeWith(tell(state, saying('handover.administrator.asked')), more);
};

/** A turn that the helpdesk makes in a person's talk. Gives no reply where there is nothing that the person should be told. */
export const staffTurn = (record: Record, input: StaffDoes, { now }: World): Turned => {
  const state = begun({ ...record, turn: record.turn + 1 });
  const owned = ownerOf(record) === 'accepted';
  switch (input.does) {
    case 'take':
      return closeWith(tell(state, saying('handover.taken', numberOf(record))));
    case 'accept':
      return owned ? silent(record) : closeWith(accepted(state, input.name));
    case 'reply': {
      const { name, text } = input;
      return closeWith(tell(accepted(state, name), saying('handover.says', { name, text })), { staff: name });
    }
    case 'answer': {
      const { fact, value } = input;
      if (!isAnswer(fact, value)) return silent(record);
      const learned = { ...state, record: learn(state.record, [{ name: fact, value }], 'staff', now) };
      // While a person owns the talk nothing is said; what was learned counts when it comes back.
      if (owned) return silent(learned.record);
      return goOnFresh(tell(learned, saying('handover.answered', { label: textOf(fact, 'label'), value: titleOf(fact, value) })), now);
    }
    case 'reask': {
      const forgotten = withRecord(returned(state, 'complete'), { learned: record.learned.filter(({ name }) => name !== input.fact) });
      return goOnFresh(tell(forgotten, saying('handover.reask')), now);
    }
    case 'handBack':
      return goOnFresh(tell(returned(state, 'complete'), saying('handover.completed')), now);
    case 'solve':
      return put(tell(returned(state, 'complete'), saying('handover.solved', numberOf(record))), { kind: 'solved' });
    case 'close':
      return goOnFresh(tell(returned(state, 'complete'), saying('handover.ended', numberOf(record))), now);
    case 'fail':
    case 'expire': {
      const back = returned(state, input.does);
      if (back === state) return silent(record);
      const told = tell(back, saying(input.does === 'fail' ? 'handover.failed' : 'handover.expired', numberOf(record)));
      return goOnFresh({ ...told, effects: [...told.effects, { kind: 'case', step: input.does }] }, now);
    }
    case 'queue':
    case 'nobody':
      return silent(stepped(record, input.does) ?? record);
    case 'askAdministrator':
      return request(state);
    case 'merge':
      return closeWith(tell(withRecord(state, { caseNumber: input.into }), saying('handover.merged', { number: input.into })));
  }
};
