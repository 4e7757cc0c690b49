import { OUTCOMES } from '../knowledge/outcomes.ts';
import { isQuestion, isTrial, type Question, type Trial, triedOutcome } from '../machines/facts.ts';
import { currentName } from '../machines/renamed.ts';
import { type Asked, isDetail, type Record } from './record.ts';

const questionNow = (fact: string): Question | undefined => {
  const { name } = currentName({ name: fact });
  return isQuestion(name) ? name : undefined;
};

const factNow = (fact: string): Question | Trial | undefined => {
  const { name } = currentName({ name: fact });
  return isTrial(name) && Object.hasOwn(OUTCOMES, triedOutcome(name)) ? name : questionNow(name);
};

/** What was last put to the person, by today's names, as far as today's tree still knows it. The program may be newer than the question. */
export const stillOpen = ({ asked }: Pick<Record, 'asked'>): Asked | undefined => {
  switch (asked?.kind) {
    case 'fact': {
      const fact = factNow(asked.fact);
      return fact && { ...asked, fact };
    }
    case 'conflict': {
      const fact = questionNow(asked.fact);
      return fact && { ...asked, fact };
    }
    case 'change': {
      const facts = asked.facts.map(questionNow).filter((fact) => fact !== undefined);
      return facts.length === 0 ? undefined : { ...asked, facts };
    }
    case 'meanings': {
      const meanings = asked.meanings.filter(({ findings }) => findings.every(({ name }) => isDetail(name) || factNow(name) !== undefined));
      return meanings.length === 0 ? undefined : { ...asked, meanings };
    }
    default:
      return asked;
  }
};
