import { known, learn, type Record } from '../conversation/record.ts';
import type { Reply } from '../conversation/reply.ts';
import { type Standing, standingOf } from '../conversation/standing.ts';
import { turn } from '../conversation/turn.ts';
import type { ArticleId } from '../knowledge/articles.ts';
import { redact, type Secret } from '../redaction/redact.ts';
import { codesIn } from '../understanding/codes.ts';
import { writtenIn } from '../understanding/other-language.ts';
import { wantedIn } from '../understanding/wishes.ts';
import { isDecisive } from './by-code.ts';
import type { Ticket } from './ticket.ts';

/** A ticket read as the first message of a talk. */
export interface Read {
  /** Without secrets. */
  readonly text: string;
  readonly written: string | undefined;
  readonly secrets: readonly Secret[];
  readonly codes: readonly string[];
  readonly record: Record;
  readonly replies: readonly Reply[];
  readonly articles: readonly ArticleId[];
  readonly greets: boolean;
  /** Several readings are open, and the person would be asked which one is meant. */
  readonly asksWhich: boolean;
  /** Where the talk would stand, the likeliest of several readings taken. */
  readonly leaning: Standing;
}

/** The record as if the person had chosen among several readings: the one with a code that decides. */
const chosenIn = (record: Record, now: string): Record => {
  if (record.asked?.kind !== 'meanings') return record;
  const { meanings } = record.asked;
  const decides = meanings.find(({ findings }) => findings.some(({ name, value }) => name === 'code' && isDecisive(value)));
  return learn(record, (decides ?? meanings[0])?.findings ?? [], 'inferred', now);
};

/** Has the desk hear a ticket, exactly as it hears the first message of a talk. `now` is ISO 8601, UTC. */
export const read = ({ id, text: whole, locale, at }: Ticket, now: string): Read => {
  const { text, found } = redact(whole);
  const written = writtenIn(text);
  // A reply is written in the language of the text, whatever the ticket's form was filled in with.
  const spoken = written ?? locale;
  // The ticket is the case: a draft that speaks of a case names it.
  const { record, replies } = turn(
    undefined,
    { kind: 'message', text, secrets: found, ...(spoken === undefined ? {} : { locale: spoken }) },
    // Time left is counted from when it was written. A ticket is not kept: what a chat says of that is left out of its draft.
    { now: at ?? now, caseNumber: id, kept: { talks: 0, cases: 0 } },
  );
  return {
    text,
    written,
    secrets: found,
    codes: codesIn(text).map(({ code }) => code),
    record,
    replies,
    articles: replies.flatMap(({ articles = [] }) => articles.map((article) => article.id)),
    greets: known(record).size === 0 && wantedIn(text, record.language)?.wish === 'hello',
    asksWhich: record.asked?.kind === 'meanings',
    leaning: standingOf(chosenIn(record, now)),
  };
};
