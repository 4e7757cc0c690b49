import { languageOf } from '../language/language.ts';
import { isQuestion, isTrial, type Question } from '../machines/facts.ts';
import { askOf, choicesOf, titleOf } from './ask.ts';
import { askChange, offerChange, tellChange } from './change.ts';
import { askForPerson } from './handover.ts';
import { hear } from './heard.ts';
import { answerForget } from './privacy.ts';
import { askAgain, goOnFresh } from './put.ts';
import { type Asked, learn, type Source } from './record.ts';
import { saying } from './reply.ts';
import { article, type State, type Turned, tell, unasked, type World, withRecord } from './state.ts';
import { cameBack, restart, speakIn } from './wishes.ts';

/** Takes one of the open choices. */
export const answer = (state: State, asked: Asked, value: string, from: Source, world: World): Turned => {
  const { now } = world;
  const title = choicesOf(asked, state.record).find((choice) => choice.value === value)?.title;
  const calm: State = {
    ...withRecord(state, { misunderstood: 0 }),
    ...(title === undefined ? {} : { chose: { ask: askOf(asked), title } }),
  };
  switch (asked.kind) {
    case 'fact': {
      if (value === 'difference') return askAgain(article(calm, 'difference'), now);
      const learned = { ...calm, record: learn(calm.record, [{ name: asked.fact, value }], from, now) };
      return goOnFresh(asked.changing && !isTrial(asked.fact) ? tellChange(learned, calm.record, asked.fact) : learned, now);
    }
    case 'conflict': {
      const settled = value === 'unknown' ? tell(calm, saying('talk.conflict.evidence')) : calm;
      const learned = { name: asked.fact, value: value === 'unknown' ? asked.evidence : value };
      return goOnFresh({ ...settled, record: learn(settled.record, [learned], from, now) }, now);
    }
    case 'meanings': {
      const meant = asked.meanings.find((meaning) => meaning.value === value);
      return goOnFresh(meant === undefined ? calm : hear(calm, meant.findings, from, world), now);
    }
    case 'change':
      return isQuestion(value) ? askChange(calm, value) : goOnFresh(calm, now);
    case 'forget':
      return answerForget(calm, asked, value, world);
    case 'language':
      return speakIn({ ...calm, record: unasked(calm.record) }, languageOf(value) ?? calm.record.language, world);
    case 'offer':
      if (value === 'yes') return askForPerson(calm, world);
      return value === 'change' ? offerChange(calm, (told) => goOnFresh(told, now)) : goOnFresh(calm, now);
    case 'solved':
      return value === 'again' ? cameBack(calm, world) : restart(calm, world);
  }
};

/** A button of a question that is not the open one: it changes that answer only after saying what the change would do. */
export const answerLate = (state: State, fact: Question, value: string): Turned =>
  askChange(tell(state, saying('talk.change.old', { title: titleOf(fact, value) })), fact);
