import { learnedLine } from '../conversation/ask.ts';
import { saying } from '../conversation/reply.ts';
import type { Language } from '../language/language.ts';
import { type Saying, speak } from '../language/saying.ts';
import type { KeptOfTalk } from '../storage/store.ts';
import { pressedIn } from './input.ts';

/** The longest message, in characters, that every channel takes. */
const AT_MOST = 8_000;

type Fields = Readonly<{ [field: string]: unknown }>;
const fieldsIn = (value: unknown): Fields =>
  typeof value === 'object' && value !== null
    ? // What is an object has fields.
      (value as Fields)
    : {};
const listIn = (value: unknown): readonly Fields[] => (Array.isArray(value) ? value.map(fieldsIn) : []);
const minute = (at: unknown): string => String(at).slice(0, 16).replace('T', ' ');

/** Marks a message that is itself a copy of what is kept: another copy of it says nothing new. */
export const COPY = { copy: true } as const;
export const isCopy = (activity: Fields): boolean => fieldsIn(activity.channelData).copy === true;

const learnedOf = ({ name, value, at, piece }: Fields): Saying => {
  const learned = { name: String(name), value: String(value), at: minute(at) };
  return learnedLine(piece === undefined ? learned : { ...learned, piece: String(piece) });
};

const thumbLine = ([outcome, thumb]: readonly [string, unknown]): Saying =>
  saying(thumb === 'up' ? 'talk.data.up' : 'talk.data.down', { outcome });

const saidLine = ({ sender, activity: whole }: Fields): Saying => {
  const activity = fieldsIn(whole);
  const at = minute(activity.timestamp);
  if (isCopy(activity)) return saying('talk.data.copy', { at });
  const { pressed } = pressedIn(activity.value);
  const text = pressed === undefined ? String(activity.text ?? '') : `{${pressed.ask}=${pressed.value}}`;
  return saying(sender === 'person' ? 'talk.data.said' : 'talk.data.replied', { at, text });
};

const caseLine = ({ number, content }: Fields): Saying => {
  const { openedAt, closedAt } = fieldsIn(content);
  const params = { number: String(number), opened: minute(openedAt) };
  return closedAt === undefined
    ? saying('talk.data.caseOpen', params)
    : saying('talk.data.caseClosed', { ...params, closed: minute(closedAt) });
};

const linesOf = ({ talk: [talk], row, desk_case: cases, outbox, ledger }: KeptOfTalk, language: Language): readonly Saying[] => {
  if (talk === undefined && row.length + cases.length + outbox.length + ledger.length === 0) return [saying('talk.data.nothing')];
  const record = fieldsIn(talk?.record);
  const learned = listIn(record.learned);
  return [
    saying('talk.data.about', { language: saying(`talk.names.${language}`), count: row.length, at: minute(talk?.at) }),
    ...(learned.length === 0 ? [] : [saying('talk.data.facts'), ...learned.map(learnedOf)]),
    ...Object.entries(fieldsIn(record.thumbs)).map(thumbLine),
    ...(row.length === 0 ? [] : [saying('talk.data.saidTitle'), ...row.map(saidLine)]),
    ...cases.map(caseLine),
    ...(outbox.length === 0 ? [] : [saying('talk.data.waiting', { count: outbox.length })]),
    saying('talk.data.ledger', { count: ledger.length }),
    saying('talk.data.end'),
  ];
};

/** Lines as messages that are not too long; a line that is too long by itself goes on in the next. */
const messagesOf = (lines: readonly string[]): readonly string[] => {
  const messages: string[] = [];
  let open = '';
  for (const piece of lines.flatMap((line) => line.match(new RegExp(`[^]{1,${AT_MOST}}`, 'gu')) ?? [''])) {
    if (open !== '' && open.length + piece.length >= AT_MOST) {
      messages.push(open);
      open = '';
    }
    open += open === '' ? piece : `\n${piece}`;
  }
  return open === '' ? messages : [...messages, open];
};

/** Everything that is kept of a talk, to be read: one or more messages of plain text. The same as a file is `KeptOfTalk` itself. */
export const dataTexts = (kept: KeptOfTalk, language: Language): readonly string[] =>
  messagesOf(linesOf(kept, language).map((line) => speak(language, line)));
