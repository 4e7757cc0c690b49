import { OUTCOMES, type OutcomeId } from '../knowledge/outcomes.ts';
import type { Saying } from '../language/saying.ts';
import { isQuestion } from '../machines/facts.ts';
import type { Matter } from './case.ts';

const standOf = ({ outcome, ask, tried }: Pick<Matter, 'outcome' | 'ask' | 'tried'>): Saying => {
  if (outcome !== undefined && Object.hasOwn(OUTCOMES, outcome))
    // The check above the cast: only ids of outcomes come here.
    return { key: 'case.sentence.advised', params: { title: { key: `outcomes.${outcome as OutcomeId}.title` }, id: outcome } };
  if (ask !== undefined && isQuestion(ask)) return { key: 'case.sentence.asked', params: { label: { key: `questions.${ask}.label` } } };
  return { key: tried.some(({ result }) => result === 'yes') ? 'case.sentence.solved' : 'case.sentence.ended' };
};

/** A case in one sentence, for whoever reads the queue in whatever language. */
export const sentenceOf = ({ facts, ...matter }: Pick<Matter, 'facts' | 'outcome' | 'ask' | 'tried'>): Saying => {
  const detail = (name: string) => facts.find((fact) => fact.name === name)?.value;
  const code = detail('code');
  const many = detail('kms.others') === 'several';
  const params = { office: detail('office') ?? { key: 'case.sentence.office' as const }, stand: standOf(matter) };
  return code === undefined
    ? { key: many ? 'case.sentence.plainMany' : 'case.sentence.plain', params }
    : { key: many ? 'case.sentence.codeMany' : 'case.sentence.code', params: { ...params, code } };
};
