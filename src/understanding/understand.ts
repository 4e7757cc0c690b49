import { type Language, languageOf } from '../language/language.ts';
import { MARKS } from '../redaction/groups.ts';
import { type Choice, chosenIn, namedIn, type Open } from './answer.ts';
import { codesIn, oddCodeIn } from './codes.ts';
import type { Finding, Reading } from './finding.ts';
import { guessedIn, pairedBeside } from './guessed.ts';
import type { Meant } from './meant.ts';
import { writtenIn } from './other-language.ts';
import { isOfficeNamed, isOurs } from './ours.ts';
import { outputIn } from './outputs/output.ts';
import { isElsewhere } from './phrases.ts';
import { plain } from './plain.ts';
import { READ_AT_MOST, type Ruled, ruledBeside, ruledIn } from './ruled.ts';
import { subjectOf } from './subject.ts';
import { isWindowsOwn } from './windows.ts';
import { type Wanted, wantedIn } from './wishes.ts';

/** What a message says. Several readings that exclude each other are put to the person: one of them is meant. */
export interface Understood {
  readonly answer?: Choice;
  /** The answer is only a part of what was said. */
  readonly partly?: true;
  readonly wanted?: Wanted;
  readonly findings: readonly Finding[];
  readonly choose?: readonly Reading[];
  readonly from: 'said' | 'pasted';
  /** What the words around an output say otherwise than the output does. */
  readonly contrary?: readonly Finding[];
  readonly elsewhere: boolean;
  /** Something like a code that is none: a digit is missing or too many. */
  readonly odd?: string;
  /** The language it is written in, where that can be told. */
  readonly written?: string;
}

/** What is said beside an answer counts too: "yes, and the port is closed"; but who is helped tells of no new trouble. */
const answered = (choice: Choice, open: Open | undefined, { findings }: Ruled, text: string) => {
  const others = findings.filter(({ name }) => name !== open?.ask);
  const isSolved = open?.ask.startsWith('tried.') === true && choice.value === 'yes';
  if (others.length === 0 || open?.fact === undefined || isSolved) return { answer: choice, findings: [] };
  return { findings: [...others, { name: open.fact, value: choice.value, piece: text.trim().slice(0, 80) }] };
};

/** What stays of a guess where nothing speaks for it: what is wished, and that it is not the desk's field. */
const unguessed = ({ wish, elsewhere }: Meant): Meant => ({ findings: [], elsewhere, ...(wish === undefined ? {} : { wish }) });

/** The words of a message: an answer to the open question, a wish, what the rules find, or what they most likely mean. */
const understoodWords = (text: string, language: Language, open: Open | undefined, hasKey: boolean, now?: string): Understood => {
  // A code within an answer is news that counts more; among codes themselves it is the answer.
  const likely = open && (open.ask === 'code' || codesIn(text).length === 0) ? chosenIn(text, language, open) : undefined;
  const subject = likely?.sure === true ? 'ours' : subjectOf(text);
  // First words are guessed at only as far as they hold words of the field, or Office's name.
  const isFirst = open?.ask === 'symptom' && !isOfficeNamed(text);
  const isDark = isFirst && (subject === 'nothing' || subject === 'elsewhere');
  const written = writtenIn(text);
  // What choices are called is no word of another language.
  const isForeign = written !== undefined && languageOf(written) === undefined;
  const mayChoose = likely?.sure === true || (!isForeign && !isDark);
  const chosen = mayChoose ? likely : undefined;
  const isSure = chosen?.sure === true;
  const odd = oddCodeIn(text);
  const ruled: Ruled = isSure ? { findings: [] } : ruledIn(text, language, now, open?.ask === 'kms.away');
  const asked = isSure ? undefined : wantedIn(text, language);
  const isRead = ruled.findings.some(({ name, value }) => name === 'product' && value === 'windows');
  const isWindows = open?.ask === 'symptom' && !isRead && isWindowsOwn(text);
  const isOff = chosen === undefined && (isWindows || subject === 'elsewhere' || isElsewhere(text, language));
  // Who sends a key sends it to have it looked at; it is said for what.
  const isDecided = hasKey || chosen !== undefined || asked !== undefined || isOff || odd !== undefined || ruled.choose !== undefined;
  const guessed = isDecided ? undefined : guessedIn(text, language, written, ruled.findings, isFirst && subject !== 'ours');
  const meant = isDark && guessed !== undefined ? unguessed(guessed) : guessed;
  // Who wants a person and says why is passed on with it.
  const told = asked?.wish === 'person' && !isOff ? pairedBeside(text, ruled.findings) : [];
  const wanted = asked ?? (meant?.wish === undefined ? undefined : { wish: meant.wish });
  const elsewhere = isOff || (meant?.elsewhere === true && !plain(text).split(' ').some(isOurs));
  const read: Ruled = {
    ...ruled,
    ...(meant?.choose === undefined ? {} : { choose: meant.choose }),
    // Who asks what two methods are for has neither by asking.
    findings: [...ruled.findings, ...(meant?.findings ?? []), ...told].filter(
      ({ name }) => name !== 'method' || wanted?.wish !== 'difference',
    ),
  };
  const rest = { from: 'said', elsewhere, ...(odd === undefined ? {} : { odd }), ...(written === undefined ? {} : { written }) } as const;
  if (chosen === undefined || wanted !== undefined || elsewhere || read.choose !== undefined)
    return { ...read, ...rest, ...(wanted === undefined ? {} : { wanted }) };
  return { ...answered(chosen.choice, open, read, text), ...(isSure ? {} : { partly: true }), ...rest };
};

/** Reads one message, already redacted, against the question that is open, as said at `now`. Pure. */
export const understand = (message: string, language: Language, open: Open | undefined, now?: string): Understood => {
  // A button below a message sends its words.
  const named = open && namedIn(message, language, open);
  if (named !== undefined) return { answer: named, findings: [], from: 'said', elsewhere: false };
  // What was redacted says nothing any more, and must not part the words around it.
  const whole = message.replace(MARKS, ' ');
  const output = outputIn(whole);
  if (output !== undefined) return { ...ruledBeside(output, whole, language, now), from: 'pasted', elsewhere: false };
  return understoodWords(whole.slice(0, READ_AT_MOST), language, open, whole !== message, now);
};
