import { OUTCOMES } from '../knowledge/outcomes.ts';
import type { Language } from '../language/language.ts';
import { type Facts, isQuestion, isTrial, isValueOf, type Question, type Trial, triedOutcome } from '../machines/facts.ts';
import type { HandoverState } from '../machines/handover.ts';
import { currentName } from '../machines/renamed.ts';
import { DETAILS, type Detail, type Details, signsOf } from '../machines/signs.ts';
import type { Trail } from '../redaction/across.ts';
import type { Reading } from '../understanding/finding.ts';
import type { Reply } from './reply.ts';

export type Source = 'button' | 'said' | 'pasted' | 'picture' | 'staff' | 'administrator' | 'inferred';
type Name = Question | Trial | Detail;

/** One thing learned: in which turn, when, what, and from what. */
export interface Learned {
  readonly turn: number;
  readonly at: string;
  readonly name: Name;
  readonly value: string;
  readonly from: Source;
  readonly piece?: string;
}

/** What was last put to the person, against which "2", "yes" and a button are read. */
export type Asked =
  | { readonly kind: 'fact'; readonly fact: Question | Trial; readonly changing?: true }
  | { readonly kind: 'meanings'; readonly meanings: readonly Reading[] }
  | { readonly kind: 'change'; readonly facts: readonly Question[] }
  /** A person said one thing, the evidence says another: both stay until one question settles it. */
  | { readonly kind: 'conflict'; readonly fact: Question; readonly evidence: string }
  /** Whether the person is to be forgotten; a case that is open may stay. */
  | { readonly kind: 'forget'; readonly openCase?: string }
  | { readonly kind: 'language' }
  | { readonly kind: 'offer' }
  | { readonly kind: 'solved' };

/** All that is kept of a talk. Plain JSON; the person's place in the tree is worked out from it and never stored. */
export interface Record {
  /** The shape of this record. */
  readonly v: 1;
  readonly turn: number;
  readonly language: Language;
  /** Chosen by the person: the channel's locale no longer counts. */
  readonly chosen?: true;
  /** The person's time zone and locale, as last seen: how dates are said to them. */
  readonly zone?: string;
  readonly locale?: string;
  readonly learned: readonly Learned[];
  readonly asked?: Asked;
  readonly misunderstood: number;
  /** Remarks and hints that were said and are not said again. */
  readonly told: readonly string[];
  readonly last: readonly Reply[];
  /** The person's last message may have ended within a key: how many symbols, not which. */
  readonly trail?: Trail | undefined;
  /** Messages that taught something, and in which turn: where a channel lets people change or delete what they said. */
  readonly messages?: readonly { readonly id: string; readonly turn: number }[];
  /** What the person thinks of an advice: the latest thumb on it. */
  readonly thumbs?: { readonly [outcome: string]: 'up' | 'down' };
  /** Left, and not welcomed again yet. */
  readonly away?: true;
  /** Where the channel takes messages to this person, as the front end stored it: for news that nobody asked for. */
  readonly address?: unknown;
  /** The number of the case, once one was opened. */
  readonly caseNumber?: string;
  /** Who owns the talk; the bot where it is absent. */
  readonly handover?: HandoverState;
  /** The administrator who came by a person's link: whose talk hears what is learned in this one. */
  readonly helps?: { readonly talk: string; readonly number: string };
}

export const newRecord = (language: Language): Record => ({ v: 1, turn: 0, language, learned: [], misunderstood: 0, told: [], last: [] });

export const isDetail = (name: string): name is Detail => (DETAILS as readonly string[]).includes(name);

/** Is this still a fact and a value of it, or a detail? What a later tree no longer knows is kept, and not read. */
const isCurrent = ({ name, value }: Learned): boolean => {
  if (isDetail(name)) return true;
  if (isTrial(name)) return Object.hasOwn(OUTCOMES, triedOutcome(name));
  return isQuestion(name) && isValueOf(name, value);
};

const counting = (learned: Record['learned']): ReadonlyMap<Name, Learned> => {
  const latest = new Map<Name, Learned>();
  for (const entry of learned.map(currentName).filter(isCurrent)) {
    if (entry.from === 'inferred' && latest.has(entry.name) && latest.get(entry.name)?.from !== 'inferred') continue;
    latest.set(entry.name, entry);
  }
  return latest;
};

const KNOWN = new WeakMap<Record['learned'], ReadonlyMap<Name, Learned>>();

/** What counts of everything learned: the latest of each name, and inferred only where nothing else is known. A turn asks many times. */
export const known = ({ learned }: Record): ReadonlyMap<Name, Learned> => {
  const ready = KNOWN.get(learned) ?? counting(learned);
  KNOWN.set(learned, ready);
  return ready;
};

export const detailsOf = (record: Record): Details =>
  Object.fromEntries([...known(record)].filter(([name]) => isDetail(name)).map(([name, { value }]) => [name, value]));

/** Everything that the tree reads: the answers and trials that were learned, and the signs worked out from the details. */
export const factsOf = (record: Record): Facts => ({
  ...Object.fromEntries([...known(record)].filter(([name]) => !isDetail(name)).map(([name, { value }]) => [name, value])),
  ...signsOf(detailsOf(record)),
});

/** Learns in the record's current turn. */
export const learn = (record: Record, found: readonly Pick<Learned, 'name' | 'value' | 'piece'>[], from: Source, at: string): Record => ({
  ...record,
  learned: [
    ...record.learned,
    ...found.map(({ name, value, piece }) => ({ turn: record.turn, at, name, value, from, ...(piece === undefined ? {} : { piece }) })),
  ],
});

/** Forgets what the last turn that taught something taught; a value that it replaced counts again. Undefined where nothing was learned. */
export const unlearn = (record: Record): Record | undefined => {
  const last = record.learned.at(-1);
  return last && { ...record, learned: record.learned.filter(({ turn }) => turn !== last.turn) };
};

/** How many messages can still be changed or deleted with effect. */
const CHANGEABLE = 50;

/** Remembers which message taught what this turn learned. */
export const remember = (record: Record, id: string): Record => {
  const { learned, messages = [], turn } = record;
  if (!learned.some((entry) => entry.turn === turn)) return record;
  return { ...record, messages: [...messages.filter((message) => message.id !== id), { id, turn }].slice(-CHANGEABLE) };
};

/** Forgets what a message taught; undefined where it taught nothing that still counts. */
export const forgetMessage = (record: Record, id: string): Record | undefined => {
  const taught = record.messages?.find((message) => message.id === id)?.turn;
  if (taught === undefined || !record.learned.some(({ turn }) => turn === taught)) return undefined;
  return { ...record, learned: record.learned.filter(({ turn }) => turn !== taught) };
};

/** The answers a person gave or that were read, as far as they are about the tree's questions. */
export const answersOf = (record: Record): readonly (Learned & { readonly name: Question })[] =>
  [...known(record).values()].filter((entry): entry is Learned & { readonly name: Question } => isQuestion(entry.name));
