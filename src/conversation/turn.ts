import { type Language, languageOf } from '../language/language.ts';
import { isQuestion, isTrial, isValueOf } from '../machines/facts.ts';
import { currentName } from '../machines/renamed.ts';
import type { Secret } from '../redaction/redact.ts';
import { writtenIn } from '../understanding/other-language.ts';
import { type Understood, understand } from '../understanding/understand.ts';
import { tellHelped } from './administrator.ts';
import { answer, answerLate } from './answer.ts';
import { askOf, choicesOf, openOf, textOf, titleOf } from './ask.ts';
import { withCase, withLink } from './case-steps.ts';
import { ownerOf } from './handover.ts';
import { conflictOf, hear, hearSecrets, versionCorrected } from './heard.ts';
import { listen } from './listen.ts';
import { arrives, mentionLanguage, noKeys, otherIn, outbreaksIn, retracted, seenAt, warnShared, welcomed } from './manners.ts';
import { type Other, otherTurn } from './other-turn.ts';
import { left } from './privacy.ts';
import { askAgain, closeWith, goOn, goOnFresh, put } from './put.ts';
import { type Asked, forgetMessage, known, learn, newRecord, type Record } from './record.ts';
import { type Rated, saying } from './reply.ts';
import { standingOf } from './standing.ts';
import { article, begun, inLanguage, type State, type Turned, tell, unasked, type World, withRecord } from './state.ts';
import { stillOpen } from './still-open.ts';
import { verify } from './verify.ts';
import { grant, isArticle, speakIn } from './wishes.ts';

/** A button of a card, with the question that it belongs to. */
interface Pressed {
  readonly ask: string;
  readonly value: string;
}
interface Message {
  readonly kind: 'message';
  readonly text: string;
  readonly locale?: string;
  /** A time zone that Intl knows. */
  readonly zone?: string;
  readonly secrets: readonly Secret[];
  readonly pressed?: Pressed;
  readonly hasFiles?: boolean;
  /** Others read along; where the person can write to the desk alone, if it is known. */
  readonly shared?: { readonly privately?: string };
}
/** What comes in: a person arrives, leaves, chooses a language on the page, or says something. Secrets are removed already. */
export type Input =
  | { readonly kind: 'arrived'; readonly locale?: string; readonly shared?: object }
  | { readonly kind: 'left' }
  | { readonly kind: 'language'; readonly locale: string }
  /** Pressed the buttons of somebody else's card. */
  | { readonly kind: 'foreign'; readonly locale?: string }
  /** Changed an earlier message, which is named by its id. */
  | (Omit<Message, 'kind'> & { readonly kind: 'edited'; readonly of: string })
  | { readonly kind: 'retracted'; readonly of: string }
  /** A thumb on an advice. */
  | ({ readonly kind: 'rated' } & Rated)
  | Message;

const firstLanguage = (locale: string | undefined, text: string, { language = 'en' }: World): Language =>
  languageOf(locale) ?? languageOf(writtenIn(text)) ?? language;

/** The question of the tree that waits behind another one. */
const waitingIn = (record: Record): Asked | undefined => {
  const { rest } = standingOf(record);
  if ('end' in rest) return undefined;
  return { kind: 'fact', fact: 'ask' in rest ? rest.ask : `tried.${rest.outcome}` };
};

/** Nothing was understood: the question in other words first, then a person is offered. */
const lost = (state: State, { now }: World): Turned => {
  // Who was offered a person and still is not understood gets the question again, not the same offer.
  if (state.record.asked?.kind === 'offer')
    return goOn(withRecord({ ...state, record: unasked(state.record) }, { misunderstood: 0 }), now, true);
  if (state.record.asked?.kind === 'solved') return put(tell(state, saying('talk.goodbye')), { kind: 'solved' });
  const misunderstood = state.record.misunderstood + 1;
  const counted = withRecord(state, { misunderstood });
  if (misunderstood >= 2) return put(tell(counted, saying('talk.offer')), { kind: 'offer' }, { question: saying('talk.offerAsk') });
  return askAgain(counted.other === undefined ? tell(counted, saying('talk.misunderstood')) : counted, now, true);
};

/** Shows both sides of a contradiction and asks once. */
const settleConflict = (state: State, { fact, said, read }: NonNullable<ReturnType<typeof conflictOf>>): Turned =>
  put(tell(state, saying('talk.conflict.both', { label: textOf(fact, 'label'), said: titleOf(fact, said), read: titleOf(fact, read) })), {
    kind: 'conflict',
    fact,
    evidence: read,
  });

const heard = (state: State, understood: Understood, world: World): Turned => {
  const { wanted, findings, choose, from } = understood;
  const about =
    wanted !== undefined && isArticle(wanted.wish) ? findings.filter(({ name }) => name === 'code' || name === 'version') : findings;
  // What was said in the same message as an output is known before the output, as what was said in an earlier one is.
  const said = learn(
    state.record,
    understood.contrary?.filter(({ name }) => isQuestion(name) || name === 'version') ?? [],
    'said',
    world.now,
  );
  const calm = withRecord(mentionLanguage({ ...state, record: said }, understood.written), { misunderstood: 0 });
  const read = about.length === 0 ? calm : hear(calm, about, from, world);
  const learned = from === 'pasted' ? verify(calm.record, tell(read, ...versionCorrected(calm.record, about)), about, world) : read;
  const conflict = from === 'pasted' ? conflictOf(calm.record, about) : undefined;
  if (conflict !== undefined) return settleConflict(learned, conflict);
  if (wanted !== undefined) return grant(about.length === 0 ? learned : { ...learned, record: unasked(learned.record) }, world, wanted);
  if (choose !== undefined) return put(learned, { kind: 'meanings', meanings: choose });
  return goOnFresh(learned, world.now);
};

/** A button of the open question answers it; one of another question of the tree offers to change the answer there. */
const pressedOn = (state: State, asked: Asked | undefined, { ask: askedThen, value }: Pressed, world: World): Turned => {
  const { name: ask } = currentName({ name: askedThen });
  const choices = asked === undefined ? [] : choicesOf(asked, state.record);
  if (asked !== undefined && ask === askOf(asked) && choices.some((choice) => choice.value === value))
    return answer(state, asked, value, 'button', world);
  // Pressed twice: it was answered so already, and the person sees that the second press did nothing more.
  if ((isQuestion(ask) || isTrial(ask)) && known(state.record).get(ask)?.value === value)
    return askAgain(tell(state, saying('talk.chosen', { title: titleOf(ask, value) })), world.now);
  if (isQuestion(ask) && isValueOf(ask, value)) return answerLate(state, ask, value);
  return askAgain(state, world.now);
};

const understoodOf = ({ text }: Message, asked: Asked | undefined, record: Record, { now }: World): Understood =>
  understand(text, record.language, asked && openOf(asked, record), now);

const answered = (state: State, asked: Asked | undefined, input: Message, understood: Understood, world: World): Turned => {
  const { text, secrets, hasFiles, shared } = input;
  const noticed = warnShared(hearSecrets(state, secrets, world), secrets, shared);
  // Who was offered a person may answer the question instead.
  const isTaken = understood.answer !== undefined && understood.partly !== true;
  const waiting = asked?.kind === 'offer' && !isTaken ? waitingIn(state.record) : undefined;
  const late = waiting && understoodOf(input, waiting, state.record, world).answer;
  if (waiting !== undefined && late !== undefined) return answer(noticed, waiting, late.value, 'said', world);
  if (understood.answer !== undefined && asked !== undefined) return answer(noticed, asked, understood.answer.value, 'said', world);
  const nothing = understood.wanted === undefined && understood.findings.length === 0 && understood.choose === undefined;
  if (understood.elsewhere && understood.wanted === undefined) return askAgain(article(noticed, 'off-topic'), world.now);
  if (!nothing) return heard(noticed, understood, world);
  if (secrets.length > 0) return goOnFresh(withRecord(noticed, { misunderstood: 0 }), world.now);
  if (text.trim() === '') return askAgain(hasFiles ? tell(state, saying('talk.attachment')) : state, world.now);
  if (understood.odd !== undefined) return askAgain(tell(state, saying('talk.oddCode', { code: understood.odd })), world.now);
  return lost(mentionLanguage(state, understood.written), world);
};

const goesOn = (state: State, input: Message, world: World): Turned => {
  const { record } = state;
  const asked = stillOpen(record);
  const today: State = { ...state, record: asked === undefined ? unasked(record) : { ...record, asked } };
  const here = asked === undefined && record.asked !== undefined ? tell(today, saying('talk.renamed')) : today;
  if (input.pressed !== undefined) return pressedOn(here, asked, input.pressed, world);
  return answered(here, asked, input, understoodOf(input, asked, record, world), world);
};

/** The first words may be a greeting or nothing yet: then the welcome is the whole answer. */
const begins = (state: State, input: Message, world: World): Turned => {
  const asked: Asked = { kind: 'fact', fact: 'symptom' };
  const first = understoodOf(input, asked, state.record, world);
  const silent =
    first.answer === undefined &&
    first.findings.length === 0 &&
    first.choose === undefined &&
    !first.elsewhere &&
    first.odd === undefined &&
    input.secrets.length === 0;
  const greeted = silent && (first.wanted === undefined || first.wanted.wish === 'hello' || first.wanted.wish === 'help');
  if (greeted) {
    const welcome = welcomed(mentionLanguage(state, first.written ?? otherIn(input.locale)), world);
    return goOn(input.hasFiles ? tell(welcome, saying('talk.attachment')) : welcome, world.now);
  }
  const met = mentionLanguage(withRecord(state, { asked }), otherIn(input.locale));
  const told = tell(met, saying('talk.welcome'), ...outbreaksIn(world), noKeys(world));
  return input.pressed === undefined ? answered(told, asked, input, first, world) : pressedOn(told, asked, input.pressed, world);
};

/** What a changed message said before is forgotten; what it says now is read against the question that is open then. */
const saidAnew = (state: State, { of, ...message }: Input & { readonly kind: 'edited' }, world: World): Turned => {
  const input: Message = { ...message, kind: 'message' };
  const forgotten = forgetMessage(state.record, of);
  if (forgotten === undefined) return goesOn(state, input, world);
  const asked = waitingIn(forgotten);
  const record = { ...unasked(forgotten), ...(asked === undefined ? {} : { asked }) };
  return goesOn(tell({ ...state, record }, saying('teams.edited')), input, world);
};

/** The latest thumb on an advice is the one that is kept; the same again is no new one. */
const rated = (nothing: Turned, { outcome, up }: Rated): Turned => {
  const { thumbs } = nothing.record;
  const thumb = up ? 'up' : 'down';
  if (thumbs?.[outcome] === thumb) return nothing;
  return { ...nothing, record: { ...nothing.record, thumbs: { ...thumbs, [outcome]: thumb } }, effects: [{ kind: 'rated', outcome, up }] };
};

const personTurn = (before: Record | undefined, input: Input, world: World): Turned => {
  const locale = 'locale' in input ? languageOf(input.locale) : undefined;
  const {
    away,
    lost: isLost,
    ...old
  } = before ?? newRecord(firstLanguage('locale' in input ? input.locale : undefined, 'text' in input ? input.text : '', world));
  const placed = input.kind === 'message' || input.kind === 'edited' ? seenAt(old, input) : old;
  const followed = old.chosen || old.learned.length > 0 || locale === undefined ? placed : { ...placed, language: locale };
  const fresh = begun({ ...followed, turn: old.turn + 1 });
  const state = isLost ? tell(fresh, saying('talk.lost')) : fresh;
  const nothing: Turned = { record: before ?? old, replies: [], effects: [] };
  const isNew = before === undefined || away === true;
  if (ownerOf(old) === 'accepted') {
    if (input.kind === 'message' || input.kind === 'edited') return listen(state, input, world);
    if (input.kind === 'language') return { ...nothing, record: locale === undefined ? old : inLanguage(old, locale) };
  }
  switch (input.kind) {
    case 'language':
      return locale === undefined ? nothing : speakIn(state, locale, world);
    case 'arrived':
      return isNew ? arrives(state, input, world) : nothing;
    case 'left':
      return before === undefined ? nothing : left(state);
    case 'foreign':
      return closeWith({ ...tell(state, saying('teams.notYours')), record: isNew ? { ...state.record, away: true } : state.record });
    case 'rated':
      return rated(nothing, input);
    case 'retracted':
      return retracted(state, input.of, nothing, world);
    case 'edited':
      return isNew ? begins(state, { ...input, kind: 'message' }, world) : saidAnew(state, input, world);
    case 'message':
      return isNew && old.learned.length === 0 ? begins(state, input, world) : goesOn(state, input, world);
  }
};

/**
 * One turn of talk: from what is known and what comes in to what is known then, what is said, and what is to be done.
 * Pure: time, ids and settings are arguments, so it can be run again on a conflict, replayed, and tested without a server.
 */
export const turn = (before: Record | undefined, input: Input | Other, world: World): Turned => {
  switch (input.kind) {
    case 'staff':
    case 'administrator':
    case 'told':
    case 'idle':
      return withLink(otherTurn(before, input, world), world);
    default:
      return tellHelped(before, withCase(before, withLink(personTurn(before, input, world), world)));
  }
};
