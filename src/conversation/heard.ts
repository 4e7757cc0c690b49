import { errorCode } from '../knowledge/error-codes.ts';
import { clientKeyOf } from '../knowledge/key-tails.ts';
import type { MessageKey } from '../language/keys.ts';
import type { Saying } from '../language/saying.ts';
import { isQuestion, type Question } from '../machines/facts.ts';
import type { Secret } from '../redaction/redact.ts';
import type { Finding } from '../understanding/finding.ts';
import { impliedBy } from '../understanding/implied.ts';
import { textOf, titleOf } from './ask.ts';
import { known, learn, type Record, type Source } from './record.ts';
import { saying } from './reply.ts';
import { type State, tell, type World } from './state.ts';

/** What a code says, by its name; a code that the tables do not describe is named all the same. */
const meaningOf = (code: string): Saying => {
  const row = errorCode(code);
  if (row === undefined) return saying('codes.other', { code });
  // Every code of high and medium confidence has a text: the locale test holds that.
  return row.confidence === 'low'
    ? saying('codes.low', { code, name: row.aliases?.[0] ?? code })
    : saying('talk.code', { code, meaning: saying(`codes.${code}` as MessageKey) });
};

/** What the last five characters of a key tell. */
const tailSays = (last5: string): Saying => {
  const client = clientKeyOf(last5);
  return client === undefined ? saying('talk.secret.unknown', { last5 }) : saying('talk.secret.client', { last5, product: client.product });
};

/** What the status or the host says too. */
const SAID_ALREADY: readonly string[] = ['none', 'port-closed', 'no-record', 'licensed', 'licensed-host', 'stored-host', 'grace', 'listed'];

/** What outputs teach of the tree's questions, in the words of an output; what they imply beside it goes without saying. */
const SHOWN = {
  product: ['volume', 'subscription', 'retail', 'windows'],
  method: ['client', 'kms', 'mak', 'ad'],
  'pc.role': ['kms-host'],
  'host.setup': ['not-activated'],
  'kms.port': ['open', 'closed'],
  'kms.record': ['listed', 'missing'],
  'kms.cloned': ['yes', 'no'],
  'kms.count': ['too-few'],
  'mak.entered': ['yes'],
  'mak.result': ['no-connection'],
  'phone.shows': ['no-wizard'],
  'm365.shows': ['sign-in', 'expired'],
  'code.seen': ['none'],
} as const;

/** An answer that was read in an output. Where the method is named it goes without saying that it is a volume edition, and where the host is named that DNS lists one. */
const shownOf = ({ name, value }: Finding, all: readonly Finding[]): readonly Saying[] => {
  const has = (other: string, its: string) => all.some((each) => each.name === other && each.value === its);
  if (name === 'product' && value === 'volume' && all.some((each) => each.name === 'method')) return [];
  if (name === 'kms.record' && all.some((each) => each.name === 'dnsHost')) return [];
  const shown = name === 'method' && value === 'kms' && has('product', 'volume') ? 'client' : value;
  const values: readonly string[] = Object.hasOwn(SHOWN, name) ? SHOWN[name as keyof typeof SHOWN] : [];
  // The outputs' tests hold a text for each row of SHOWN.
  return values.includes(shown) ? [saying(`talk.read.shown.${name}.${shown}` as MessageKey)] : [];
};

const readOf = (finding: Finding, from: Source, all: readonly Finding[]): readonly Saying[] => {
  const { name, value } = finding;
  if (name === 'office') return [saying('talk.read.office', { office: value })];
  if (name === 'bits') return [saying('talk.read.bits', { bits: value })];
  if (name === 'host') return [saying('talk.read.host', { host: value })];
  if (name === 'dnsHost') return [saying('talk.read.dnsHost', { host: value })];
  // Values of status come from the outputs' readers; the locale test holds a text for each.
  if (name === 'status') return [saying(`talk.read.status.${value}` as MessageKey)];
  if (name === 'output') return SAID_ALREADY.includes(value) ? [] : [titleOf('output', value)];
  if (from === 'pasted' && isQuestion(name)) return shownOf(finding, all);
  return isQuestion(name) ? [saying('talk.read.fact', { label: textOf(name, 'label'), value: titleOf(name, value) })] : [];
};

/** Learns what was found, and says what was understood: each code by name, a key's last five, and all else in one line. */
export const hear = (state: State, findings: readonly Finding[], from: Source, { now }: World): State => {
  // Beside a code it goes without saying that an error is seen.
  const told = findings.some(({ name }) => name === 'code') ? findings.filter(({ name }) => name !== 'symptom') : findings;
  const list = told.flatMap((each) => readOf(each, from, told));
  const codes = findings.filter(({ name }) => name === 'code').map(({ value }) => meaningOf(value));
  // An output itself tells the kind of its key; the list of client keys adds the product's exact name.
  const tails = findings
    .filter(({ name, value }) => name === 'last5' && (from !== 'pasted' || clientKeyOf(value) !== undefined))
    .map(({ value }) => tailSays(value));
  const said = tell(state, ...(list.length === 0 ? [] : [saying('talk.understood', { list })]), ...codes, ...tails);
  const learned = learn(said.record, findings, from, now);
  return { ...said, record: learn(learned, impliedBy(findings), 'inferred', now) };
};

/** Says that secrets were removed, and learns of a key what its last five characters tell. */
export const hearSecrets = (state: State, secrets: readonly Secret[], { now }: World): State => {
  const key = secrets.find(({ kind }) => kind === 'key');
  const { last5, wellFormed } = key ?? {};
  const says = [
    ...(last5 === undefined
      ? []
      : [
          saying('talk.secret.key', { last5 }),
          wellFormed === false ? saying('talk.secret.malformed') : tailSays(last5),
          saying('talk.secret.careful'),
        ]),
    ...(secrets.some(({ kind }) => kind === 'part of a key') ? [saying('talk.secret.part')] : []),
    ...(secrets.some(({ kind }) => kind === 'installation id' || kind === 'confirmation id') ? [saying('talk.secret.ids')] : []),
  ];
  const learned =
    last5 === undefined
      ? []
      : [
          { name: 'last5' as const, value: last5 },
          { name: 'keyShape' as const, value: wellFormed === false ? 'malformed' : 'good' },
        ];
  const told = tell(state, ...says);
  return { ...told, record: learn(told.record, learned, 'said', now) };
};

/** What a person said and an output now says otherwise; undefined where they agree. */
export const conflictOf = (
  record: Record,
  findings: readonly Finding[],
): { readonly fact: Question; readonly said: string; readonly read: string } | undefined => {
  for (const { name, value } of findings) {
    const before = known(record).get(name);
    if (before === undefined || !isQuestion(name) || before.value === value || before.value === 'unknown') continue;
    if (before.from === 'button' || before.from === 'said') return { fact: name, said: before.value, read: value };
  }
  return undefined;
};
