import { LANGUAGES, type Language, languageOf } from '../language/language.ts';
import { MARKS } from '../redaction/groups.ts';
import { type Choice, chosenIn, type Open } from './answer.ts';
import { type Code, codesIn, oddCodeIn } from './codes.ts';
import type { Finding, Reading } from './finding.ts';
import { isSilent, meantAbroad, meantIn } from './meant.ts';
import { officeIn } from './office.ts';
import { writtenIn } from './other-language.ts';
import { around } from './outputs/around.ts';
import { outputIn } from './outputs/output.ts';
import { deniedIn, isElsewhere, isOurs, saidIn } from './phrases.ts';
import { type Wanted, wantedIn } from './wishes.ts';

/** What a message says. Several readings that exclude each other are put to the person: one of them is meant. */
export interface Understood {
  readonly answer?: Choice;
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

/** Of one message's words so much is read; an output is read whole. */
const READ_AT_MOST = 16_000;

const codeFinding = ({ code, piece }: Code): Finding => ({ name: 'code', value: code, piece });

const fromText = (text: string, language: Language): Pick<Understood, 'findings' | 'choose'> => {
  const codes = codesIn(text);
  const said = saidIn(text, language);
  const here = said.length > 0 ? said : LANGUAGES.filter((other) => other !== language).flatMap((other) => saidIn(text, other));
  const findings = [...officeIn(text), ...here];
  if (codes.length > 1) return { findings, choose: codes.map((code) => ({ value: code.code, findings: [codeFinding(code)] })) };
  return { findings: [...findings, ...codes.map(codeFinding)] };
};

/** Outputs that leave it to a code what is wrong. */
const LEAVE_CODES: readonly string[] = ['none', 'port-closed', 'no-record', 'client-id'];

/** What a person reports of a trouble is no contradiction to what an output shows of it. */
const REPORTED: readonly Finding['name'][] = ['symptom', 'trouble'];

/** What is said beside an output counts where the output does not say it itself; a code only where the output shows nothing that outranks it. */
const withWords = (
  output: Pick<Understood, 'findings' | 'choose'>,
  whole: string,
  language: Language,
): Pick<Understood, 'findings' | 'choose' | 'contrary'> => {
  const { findings } = output;
  const isNamed = (name: Finding['name']) => findings.some((finding) => finding.name === name);
  const words = around(whole).slice(0, READ_AT_MOST);
  if (output.choose !== undefined || words === '') return output;
  const said = fromText(words, language).findings;
  const contrary = said.filter(
    ({ name, value }) => !REPORTED.includes(name) && isNamed(name) && !findings.some((read) => read.name === name && read.value === value),
  );
  const beside = said.filter(({ name }) => name !== 'symptom' && !isNamed(name));
  const shown = findings.find(({ name }) => name === 'output')?.value;
  const mayHaveCode = shown === undefined || LEAVE_CODES.includes(shown);
  return { findings: [...findings, ...(mayHaveCode ? beside : beside.filter(({ name }) => name !== 'code'))], contrary };
};

/** Beside these the text's own trouble is still to be told. */
const ASIDE: readonly string[] = [
  'version',
  'office',
  'bits',
  'product',
  'method',
  'administrator',
  'post.restarted',
  'kms.exists',
  'kms.others',
];

/** Where the rules found nothing that decides, what the words most likely mean. */
const guessed = (text: string, language: Language, written: string | undefined, { findings }: Pick<Understood, 'findings'>) => {
  const names = findings.map(({ name }) => name);
  const spoken = written === undefined ? language : languageOf(written);
  if (spoken === undefined) return meantAbroad(text, written, names);
  if (names.some((name) => !ASIDE.includes(name))) return undefined;
  const meant = meantIn(text, spoken, names, deniedIn(text, spoken));
  return written === undefined && names.length === 0 && isSilent(meant) ? meantAbroad(text, undefined, names) : meant;
};

/** Reads one message, already redacted, against the question that is open. Pure. */
export const understand = (message: string, language: Language, open: Open | undefined): Understood => {
  // What was redacted says nothing any more, and must not part the words around it.
  const whole = message.replace(MARKS, ' ');
  const output = outputIn(whole);
  if (output !== undefined) return { ...withWords(output, whole, language), from: 'pasted', elsewhere: false };
  const text = whole.slice(0, READ_AT_MOST);
  // A code within an answer is news that counts more; among codes themselves it is the answer.
  const chosen = open && (open.ask === 'code' || codesIn(text).length === 0) ? chosenIn(text, language, open) : undefined;
  const sure = chosen?.sure === true;
  const written = writtenIn(text);
  const odd = oddCodeIn(text);
  const ruled = sure ? { findings: [] } : fromText(text, language);
  const asked = sure ? undefined : wantedIn(text, language);
  const isOff = chosen === undefined && isElsewhere(text, language);
  // Who sends a key sends it to have it looked at; it is said for what.
  const decided =
    whole !== message || chosen !== undefined || asked !== undefined || isOff || odd !== undefined || ruled.choose !== undefined;
  const meant = decided ? undefined : guessed(text, language, written, ruled);
  const wanted = asked ?? (meant?.wish === undefined ? undefined : { wish: meant.wish });
  const elsewhere = isOff || (meant?.elsewhere === true && !isOurs(text));
  const read = {
    ...ruled,
    ...(meant?.choose === undefined ? {} : { choose: meant.choose }),
    findings: [...ruled.findings, ...(meant?.findings ?? [])],
  };
  const rest = { from: 'said', elsewhere, ...(odd === undefined ? {} : { odd }), ...(written === undefined ? {} : { written }) } as const;
  if (chosen === undefined || wanted !== undefined || elsewhere || read.choose !== undefined)
    return { ...read, ...rest, ...(wanted === undefined ? {} : { wanted }) };
  const others = read.findings.filter(({ name }) => name !== open?.ask);
  // What is said beside an answer counts too: "yes, and the port is closed".
  if (others.length > 0 && open?.fact !== undefined)
    return { findings: [...others, { name: open.fact, value: chosen.choice.value, piece: text.trim().slice(0, 80) }], ...rest };
  return { answer: chosen.choice, findings: [], ...rest };
};
