import { LANGUAGES, type Language } from '../language/language.ts';
import { type Choice, chosenIn, type Open } from './answer.ts';
import { type Code, codesIn } from './codes.ts';
import type { Finding } from './finding.ts';
import { officeIn } from './office.ts';
import { writtenIn } from './other-language.ts';
import { outputIn } from './output.ts';
import { isElsewhere, saidIn } from './phrases.ts';
import { type Wanted, wantedIn } from './wishes.ts';

/** What a message says. Several readings that exclude each other are put to the person: one of them is meant. */
export interface Understood {
  readonly answer?: Choice;
  readonly wanted?: Wanted;
  readonly findings: readonly Finding[];
  readonly choose?: readonly { readonly value: string; readonly findings: readonly Finding[] }[];
  readonly from: 'said' | 'pasted';
  readonly elsewhere: boolean;
  /** The language it is written in, where that can be told. */
  readonly written?: string;
}

/** What is read of one message: the rest is cut off, after secrets were removed. */
export const READ_AT_MOST = 16_000;

const codeFinding = ({ code, piece }: Code): Finding => ({ name: 'code', value: code, piece });

const fromText = (text: string, language: Language): Pick<Understood, 'findings' | 'choose'> => {
  const codes = codesIn(text);
  const said = saidIn(text, language);
  const here = said.length > 0 ? said : LANGUAGES.filter((other) => other !== language).flatMap((other) => saidIn(text, other));
  const findings = [...officeIn(text), ...here];
  if (codes.length > 1) return { findings, choose: codes.map((code) => ({ value: code.code, findings: [codeFinding(code)] })) };
  return { findings: [...findings, ...codes.map(codeFinding)] };
};

/** Reads one message, already redacted, against the question that is open. Pure. */
export const understand = (message: string, language: Language, open: Open | undefined): Understood => {
  const text = message.slice(0, READ_AT_MOST);
  const output = outputIn(text);
  if (output !== undefined) return { ...output, from: 'pasted', elsewhere: false };
  // A code within an answer is news that counts more; among codes themselves it is the answer.
  const chosen = open && (open.ask === 'code' || codesIn(text).length === 0) ? chosenIn(text, language, open) : undefined;
  const wanted = chosen?.sure ? undefined : wantedIn(text, language);
  const answer = wanted === undefined ? chosen?.choice : undefined;
  const written = writtenIn(text);
  return {
    ...(answer === undefined ? {} : { answer }),
    ...(wanted === undefined ? {} : { wanted }),
    ...fromText(text, language),
    from: 'said',
    elsewhere: isElsewhere(text, language),
    ...(written === undefined ? {} : { written }),
  };
};
