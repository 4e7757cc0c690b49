import { LANGUAGES, type Language } from '../language/language.ts';
import { type Code, codesIn } from './codes.ts';
import type { Finding, Reading } from './finding.ts';
import { officeIn } from './office.ts';
import { windowsIn } from './ours.ts';
import { around } from './outputs/around.ts';
import { saidIn } from './phrases.ts';

/** What the rules find in a text, or the readings of it that exclude each other. */
export interface Ruled {
  readonly findings: readonly Finding[];
  readonly choose?: readonly Reading[];
  /** What the words around an output say otherwise than the output does. */
  readonly contrary?: readonly Finding[];
}

/** Of one message's words so much is read; an output is read whole. */
export const READ_AT_MOST = 16_000;

const codeFinding = ({ code, piece }: Code): Finding => ({ name: 'code', value: code, piece });

/** What the rules find in the words of a message: its codes, the Office it names, and what its phrases say. */
export const ruledIn = (text: string, language: Language): Ruled => {
  const codes = codesIn(text);
  const said = saidIn(text, language);
  const here = said.length > 0 ? said : LANGUAGES.filter((other) => other !== language).flatMap((other) => saidIn(text, other));
  const windows = windowsIn(text);
  const findings = [...officeIn(text), ...windows, ...here.filter(({ name }) => windows.length === 0 || name !== 'product')];
  if (codes.length > 1) return { findings, choose: codes.map((code) => ({ value: code.code, findings: [codeFinding(code)] })) };
  return { findings: [...findings, ...codes.map(codeFinding)] };
};

/** Outputs that leave it to a code what is wrong. */
const LEAVE_CODES: readonly string[] = ['none', 'port-closed', 'no-record', 'client-id'];

/** What a person reports of a trouble is no contradiction to what an output shows of it. */
const REPORTED: readonly Finding['name'][] = ['symptom', 'trouble'];

/** What is said beside an output counts where the output does not say it itself; a code only where the output shows nothing that outranks it. */
export const ruledBeside = (output: Ruled, whole: string, language: Language): Ruled => {
  const { findings } = output;
  const isNamed = (name: Finding['name']) => findings.some((finding) => finding.name === name);
  const words = around(whole).slice(0, READ_AT_MOST);
  if (output.choose !== undefined || words === '') return output;
  // An output names the Windows that it was made on.
  const said = ruledIn(words, language).findings.filter(({ name, value }) => name !== 'product' || value !== 'windows');
  const contrary = said.filter(
    ({ name, value }) => !REPORTED.includes(name) && isNamed(name) && !findings.some((read) => read.name === name && read.value === value),
  );
  const beside = said.filter(({ name }) => name !== 'symptom' && !isNamed(name));
  const shown = findings.find(({ name }) => name === 'output')?.value;
  const mayHaveCode = shown === undefined || LEAVE_CODES.includes(shown);
  return { findings: [...findings, ...(mayHaveCode ? beside : beside.filter(({ name }) => name !== 'code'))], contrary };
};
