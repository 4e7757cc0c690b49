import { languageOf, primaryOf } from '../language/language.ts';
import { OTHERS } from '../language/words.ts';
import type { Secret } from '../redaction/redact.ts';
import { daysOf } from './privacy.ts';
import { closeWith, goOn, goOnFresh } from './put.ts';
import { forgetMessage, type Record } from './record.ts';
import { saying } from './reply.ts';
import { once, type State, type Turned, tell, unasked, type World } from './state.ts';
import type { Input } from './turn.ts';

/** The language of a channel's locale, where the desk has a sentence in it but does not speak it. */
export const otherIn = (locale: string | undefined): string | undefined => {
  const primary = primaryOf(locale ?? '');
  return Object.hasOwn(OTHERS, primary) ? primary : undefined;
};

/** What must not be written here, and for how long the rest is kept. */
export const noKeys = ({ kept }: World) => saying('talk.noKeys', { days: daysOf(kept.talks) });

/** What breaks for many at once, as staff have switched it on. */
export const outbreaksIn = ({ outbreaks = [] }: World) => outbreaks.map((about) => saying('handover.outbreak', { about }));

export const welcomed = (state: State, world: World): State =>
  tell(state, saying('talk.welcome'), ...outbreaksIn(world), saying('talk.invite'), noKeys(world));

/** Written in another language than the talk is held in: said once, in that language, which ones the desk speaks. */
export const mentionLanguage = (state: State, written: string | undefined): State => {
  if (written === undefined || written === state.record.language) return state;
  if (Object.hasOwn(OTHERS, written)) return once(state, `also.${written}`, (before) => ({ ...before, other: written }));
  const language = languageOf(written);
  if (language === undefined || state.record.chosen) return state;
  return once(state, `also.${language}`, (before) => tell(before, { key: 'talk.language.also', in: language }));
};

/** A secret that others could read: deleted is safest, and the talk goes on in private. */
export const warnShared = (state: State, secrets: readonly Secret[], shared: (Input & { readonly kind: 'message' })['shared']): State => {
  if (shared === undefined || secrets.length === 0) return state;
  const { privately } = shared;
  const says = privately === undefined ? [] : [saying('teams.private', { link: privately })];
  return tell(state, saying('teams.openKey'), ...says);
};

export const retracted = (state: State, of: string, nothing: Turned, { now }: World): Turned => {
  const forgotten = forgetMessage(state.record, of);
  if (forgotten === undefined) return nothing;
  return goOnFresh(tell({ ...state, record: unasked(forgotten) }, saying('teams.retracted')), now);
};

/** Where several read along nobody is asked: whoever mentions the desk begins a talk of their own. */
export const arrives = (state: State, { locale, shared }: Input & { readonly kind: 'arrived' }, world: World): Turned => {
  const met = mentionLanguage(state, otherIn(locale));
  return shared === undefined
    ? goOn(welcomed(met, world), world.now)
    : closeWith(tell(met, saying('teams.added'), saying('talk.welcome'), ...outbreaksIn(world), noKeys(world)));
};

/** Remembers by which clock and in which locale somebody writes. */
export const seenAt = (record: Record, { zone, locale }: Pick<Input & { readonly kind: 'message' }, 'zone' | 'locale'>): Record => ({
  ...record,
  ...(zone === undefined ? {} : { zone }),
  ...(locale === undefined ? {} : { locale }),
});
