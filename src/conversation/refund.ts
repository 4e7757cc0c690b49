import type { Saying } from '../language/saying.ts';
import { isQuestion, isTrial, QUESTIONS, triedOutcome } from '../machines/facts.ts';
import { answerLine, titleOf } from './ask.ts';
import { askAgain } from './put.ts';
import { known } from './record.ts';
import { saying } from './reply.ts';
import { type State, type Turned, tell } from './state.ts';

/** Something known, from a talk or from its case. */
interface Fact {
  readonly name: string;
  readonly value: string;
  /** ISO 8601, UTC. */
  readonly at?: string;
}

/** What a person needs to ask a seller for their money back. It promises nothing, and holds of the key the last five alone. */
export interface Refund {
  readonly timeline: readonly Saying[];
  readonly asks: readonly Saying[];
  /** Line by line; what only the buyer knows is left open to be written in. */
  readonly letter: readonly Saying[];
}

/** What belongs into the story of a purchase. */
const TOLD = ['symptom', 'seller.origin', 'seller.delivered', 'code', 'last5'];

const whatOf = ({ name, value }: Fact): Saying | undefined => {
  if (name === 'code') return saying('refund.code', { code: value });
  if (name === 'last5') return saying('refund.last5', { last5: value });
  if (isTrial(name))
    return saying('talk.summary.tried', { title: saying(`outcomes.${triedOutcome(name)}.title`), result: titleOf(name, value) });
  return isQuestion(name) && TOLD.includes(name) && value !== 'unknown' ? answerLine({ name, value }) : undefined;
};

const timelineOf = (facts: readonly Fact[], zone: string): readonly Saying[] =>
  facts.flatMap((fact) => {
    const what = whatOf(fact);
    return what === undefined || fact.at === undefined ? [] : [saying('refund.line', { at: { at: Date.parse(fact.at), zone }, what })];
  });

type Delivered = (typeof QUESTIONS)['seller.delivered'][number];
const isDelivered = (value: string | undefined): value is Delivered =>
  (QUESTIONS['seller.delivered'] as readonly string[]).includes(value ?? '');

/** The refund pack, where the facts tell of a purchase; undefined where they do not. */
export const refundOf = (facts: readonly Fact[], zone = 'UTC'): Refund | undefined => {
  const valueIn = (name: string) => facts.find((fact) => fact.name === name)?.value;
  const [delivered, office, code, last5] = ['seller.delivered', 'office', 'code', 'last5'].map(valueIn);
  if (!isDelivered(delivered) && valueIn('seller.origin') !== 'shop' && valueIn('symptom') !== 'bought') return undefined;
  return {
    timeline: timelineOf(facts, zone),
    asks: [saying('refund.ask.refund'), saying('refund.ask.proof'), saying('refund.ask.platform')],
    letter: [
      saying('refund.letter.subject'),
      saying('refund.letter.greeting'),
      office === undefined ? saying('refund.letter.bought') : saying('refund.letter.boughtOffice', { office }),
      ...(isDelivered(delivered) ? [saying(`refund.letter.delivered.${delivered}`)] : []),
      code === undefined ? saying('refund.letter.fails') : saying('refund.letter.failsCode', { code }),
      ...(last5 === undefined ? [] : [saying('refund.letter.key', { last5 })]),
      saying('refund.letter.please'),
      saying('refund.letter.enclosed'),
      saying('refund.letter.closing'),
    ],
  };
};

/** Says the refund pack, and puts the open question again. */
export const tellRefund = (state: State, now: string): Turned => {
  const refund = refundOf([...known(state.record).values()], state.record.zone);
  if (refund === undefined) return askAgain(tell(state, saying('refund.notBought')), now);
  const { timeline, asks, letter } = refund;
  const story = timeline.length === 0 ? [] : [saying('refund.timeline'), ...timeline];
  return askAgain({ ...tell(state, saying('refund.intro'), ...story, saying('refund.asks'), ...asks), letter }, now);
};
