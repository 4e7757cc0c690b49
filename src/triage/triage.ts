import { askOf } from '../conversation/ask.ts';
import { deadlineOf } from '../conversation/deadline.ts';
import { detailsOf, known } from '../conversation/record.ts';
import { clientKeyOf } from '../knowledge/key-tails.ts';
import { redact } from '../redaction/redact.ts';
import { plain } from '../understanding/plain.ts';
import { activationOf } from './activation.ts';
import { draftOf } from './draft.ts';
import { likelyFrom } from './likely.ts';
import { type Read, read } from './read.ts';
import type { Sorted } from './summary.ts';
import { type Labelled, symptomOf } from './symptom.ts';
import type { Ticket, Triaged } from './ticket.ts';
import { whoActsOn } from './who.ts';

const PRODUCTS: Readonly<Record<string, string>> = { subscription: 'Microsoft 365', windows: 'Windows', mac: 'Office for Mac' };

/** The product as exactly as it is known: by the key's tail, by what is written, by its kind. */
const productOf = ({ record, leaning }: Read): string | null => {
  const { last5, office } = detailsOf(record);
  const byKey = last5 === undefined ? undefined : clientKeyOf(last5)?.product;
  return byKey ?? office ?? PRODUCTS[leaning.facts.product ?? ''] ?? null;
};

const SURE = { code: 0.9, words: 0.7, touch: 0.4, nothing: 0.1 } as const satisfies Record<Labelled['by'], number>;

/** By what the label came about: a code, words, a mere touch, nothing. An outcome takes a third of the doubt, an open choice of readings a fifth of the trust. */
const confidenceOf = ({ asksWhich }: Read, by: Labelled['by'], reached: boolean): number => {
  const sure = reached ? SURE[by] + (1 - SURE[by]) / 3 : SURE[by];
  return Math.round(sure * (asksWhich ? 0.8 : 1) * 100) / 100;
};

/** Reads one ticket as the chat would read it, and says what it is about, where it leads and what to answer. Pure; `now` is ISO 8601, UTC. */
export const triage = (ticket: Ticket, now: string): Triaged => {
  const heard = read(ticket, now);
  const { record, leaning, asksWhich, written, replies, codes } = heard;
  const { symptom, by } = symptomOf(heard);
  const outcome = !asksWhich && 'outcome' in leaning.rest ? leaning.rest.outcome : null;
  const likely = likelyFrom(leaning);
  const deadline = deadlineOf(record);
  return {
    id: ticket.id,
    language: written ?? ticket.locale ?? 'und',
    symptom,
    activation: activationOf(heard),
    product: productOf(heard),
    errorCodes: codes,
    facts: [...known(record).values()].map(({ name, value, piece }) => ({ fact: name, value, piece: piece ?? null })),
    ...(deadline === undefined ? {} : { deadline: new Date(deadline.until).toISOString() }),
    outcome,
    next: outcome !== null || record.asked === undefined ? null : askOf(record.asked),
    likely,
    // Where nothing was read that the tree knows, it is for the person to say more.
    whoActs: symptom === 'off-topic' || symptom === 'greeting' || by === 'nothing' ? 'user' : whoActsOn(likely[0]),
    confidence: confidenceOf(heard, by, outcome !== null),
    draft: draftOf(replies, record.language),
  };
};

/** A ticket triaged, with what the summary of a whole export needs beside. */
export const sorted = (ticket: Ticket, now: string): Sorted => ({
  triaged: triage(ticket, now),
  sameAs: plain(redact(ticket.text).text),
  ...(ticket.at === undefined ? {} : { at: ticket.at }),
  ...(ticket.from === undefined ? {} : { from: ticket.from }),
});
