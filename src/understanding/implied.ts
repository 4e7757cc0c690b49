import type { Question } from '../machines/facts.ts';
import type { Finding } from './finding.ts';

/** Who speaks of a thing that only one kind of trouble has says so what the trouble is. */
const IMPLIED: readonly (readonly [about: RegExp, name: Question, value: string])[] = [
  [/^phone\./, 'trouble', 'offline'],
  [/^post\./, 'trouble', 'still-asks'],
  [/^kms\.away=/, 'trouble', 'away'],
  [/^host\.(?!system)/, 'symptom', 'host'],
  [/^host\.setup=/, 'host.goal', 'set-up'],
  [/^host\.clients=/, 'host.goal', 'clients'],
  [/^host\.method=/, 'host.goal', 'method'],
  [/^host\.computers=/, 'host.goal', 'computers'],
  // Only inside is the record found, as a rule, and a port that answers proves it.
  [/^kms\.record=listed/, 'kms.exists', 'yes'],
  [/^kms\.record=listed/, 'kms.network', 'inside'],
  [/^dnsHost=/, 'kms.exists', 'yes'],
  [/^kms\.port=open/, 'kms.exists', 'yes'],
  [/^kms\.port=open/, 'kms.network', 'inside'],
  [/^contract=/, 'trouble', 'contract'],
  [/^ad\./, 'method', 'ad'],
  [/^mak\.refused=/, 'symptom', 'key-refused'],
  [/^seller\.delivered=/, 'seller.origin', 'shop'],
];

/** What the findings imply, beside what they say themselves. */
export const impliedBy = (findings: readonly Finding[]): readonly Finding[] =>
  IMPLIED.flatMap(([about, name, value]) => {
    const from = findings.find((finding) => about.test(`${finding.name}=${finding.value}`));
    return from === undefined || findings.some((finding) => finding.name === name) ? [] : [{ name, value, piece: from.piece }];
  });
