import { kept } from '../language/kept.ts';
import type { MessageKey } from '../language/keys.ts';
import { LANGUAGES } from '../language/language.ts';
import type { Saying } from '../language/saying.ts';
import { type Fact, isQuestion, isSign, isTrial, QUESTIONS, type Question, TRIED, type Trial, triedOutcome } from '../machines/facts.ts';
import type { Choice, Open } from '../understanding/answer.ts';
import { codesIn } from '../understanding/codes.ts';
import type { Reading } from '../understanding/finding.ts';
import { forgetChoices } from './privacy.ts';
import { type Asked, answersOf, type Record } from './record.ts';
import { saying } from './reply.ts';

/** A text of a question. */
export const textOf = (fact: Question | Trial, text: 'label' | 'ask' | 'again' | 'why' | 'what' | 'where'): Saying =>
  isTrial(fact)
    ? text === 'label'
      ? saying('talk.tried.label', { title: saying(`outcomes.${triedOutcome(fact)}.title`) })
      : saying(`talk.tried.${text}`)
    : saying(`questions.${fact}.${text}`);

const ownUnknown: readonly Question[] = ['symptom', 'trouble'];

/** What a fact is called. */
export const labelOf = (fact: Fact): Saying => (isSign(fact) ? saying(`map.signs.${fact}.label`) : textOf(fact, 'label'));

/** What a value of a fact is called. */
export const titleOf = (fact: Fact, value: string): Saying => {
  // Values of signs come from SIGNS; the locale test holds a text for each.
  if (isSign(fact)) return saying(`map.signs.${fact}.values.${value}` as MessageKey);
  if (isTrial(fact)) return saying(`talk.tried.${value as (typeof TRIED)[number]}`);
  if (value === 'unknown' && !ownUnknown.includes(fact)) return saying('talk.choices.unknown');
  // Values come from QUESTIONS; the locale test holds a text for each.
  return saying(`questions.${fact}.values.${value}` as MessageKey);
};

/** An answer in a line: what its question is called, and what was answered. */
export const answerLine = ({ name, value }: { readonly name: Question; readonly value: string }): Saying =>
  saying('talk.answers.line', { label: textOf(name, 'label'), value: titleOf(name, value) });

/** One thing that was learned, in a line: a fact or trial in its words, a detail or a name of an older tree as it is. */
export const learnedLine = ({
  name,
  value,
  at,
  piece,
}: { readonly [part in 'name' | 'value' | 'at']: string } & { readonly piece?: string }): Saying => {
  const known = isQuestion(name) || isTrial(name);
  const params = { label: known ? textOf(name, 'label') : name, value: known ? titleOf(name, value) : value, at };
  return piece === undefined ? saying('talk.data.fact', params) : saying('talk.data.piece', { ...params, piece });
};

const choice = (value: string, title: Saying): Choice => ({ value, title });

const choicesMade = (fact: Question | Trial): readonly Choice[] => {
  const values: readonly string[] = isTrial(fact) ? TRIED : [...QUESTIONS[fact], 'unknown'];
  const titled = values.map((value) => choice(value, titleOf(fact, value)));
  // One of the six starts is not an answer but a question of the person's own: it is answered and the symptom asked again.
  return fact === 'symptom'
    ? [...titled.slice(0, -1), choice('difference', saying('talk.choices.difference')), ...titled.slice(-1)]
    : titled;
};

/** Always the same of a fact: there are no more than facts. */
const choicesOfFact = kept(choicesMade, (fact) => fact, Number.POSITIVE_INFINITY);

/** The one answer that a reading comes to; undefined where it is a code or a licence, which is its own name. */
const answerIn = ({ findings: [first, ...more] }: Reading): { readonly name: Question; readonly value: string } | undefined =>
  first === undefined || more.length > 0 || !isQuestion(first.name) ? undefined : { name: first.name, value: first.value };

const meaningOf = (meaning: Reading): Saying => {
  const answer = answerIn(meaning);
  return answer === undefined ? saying('talk.choices.code', { code: meaning.value }) : answerLine(answer);
};

/** Is it codes, or licences, that have to be chosen from, or what was meant at all? */
const isAboutCodes = ({ meanings }: Asked & { readonly kind: 'meanings' }): boolean =>
  meanings.every((meaning) => answerIn(meaning) === undefined);

/** The choices that are open, in the order in which they are numbered. */
export const choicesOf = (asked: Asked, record: Record): readonly Choice[] => {
  switch (asked.kind) {
    case 'fact':
    case 'conflict':
      return choicesOfFact(asked.fact);
    case 'meanings':
      return [...asked.meanings.map((meaning) => choice(meaning.value, meaningOf(meaning))), choice('none', saying('talk.choices.none'))];
    case 'change':
      return answersOf(record)
        .filter(({ name }) => asked.facts.includes(name))
        .map((answer) => choice(answer.name, answerLine(answer)));
    case 'forget':
      return forgetChoices(asked);
    case 'language':
      return LANGUAGES.map((language) => choice(language, saying(`talk.names.${language}`)));
    case 'offer':
      return [
        choice('yes', saying('talk.choices.person')),
        choice('change', saying('talk.choices.change')),
        choice('no', saying('talk.choices.goOn')),
      ];
    case 'solved':
      return [choice('again', saying('talk.choices.again')), choice('restart', saying('talk.choices.restart'))];
  }
};

/** What an open question is called in a reply's ask: the fact's id, or what else is being asked. */
export const askOf = (asked: Asked): string =>
  asked.kind === 'fact' || asked.kind === 'conflict' ? asked.fact : asked.kind === 'meanings' && isAboutCodes(asked) ? 'code' : asked.kind;

/** The open question as a message is read against it. */
export const openOf = (asked: Asked, record: Record): Open => ({
  ask: askOf(asked),
  choices: choicesOf(asked, record),
  ...('fact' in asked ? { fact: asked.fact } : {}),
});

/** How the open question is put: at first, or in other words for somebody who did not understand. */
export const questionOf = (asked: Asked, again = false): Saying => {
  switch (asked.kind) {
    case 'fact':
    case 'conflict':
      return textOf(asked.fact, again ? 'again' : 'ask');
    case 'meanings':
      if (isAboutCodes(asked) && asked.meanings.every(({ value }) => codesIn(value).length === 0))
        return saying(again ? 'talk.licencesAgain' : 'talk.licencesAsk');
      if (isAboutCodes(asked)) return saying(again ? 'talk.codesAgain' : 'talk.codesAsk');
      return saying(again ? 'talk.meaningsAgain' : 'talk.meaningsAsk');
    case 'change':
      return saying('talk.change.ask');
    case 'forget':
      return saying(again ? 'talk.forget.again' : 'talk.forget.ask');
    case 'language':
      return saying('talk.language.ask');
    case 'offer':
      return saying('talk.offerEnd');
    case 'solved':
      return saying('talk.solvedNext');
  }
};
