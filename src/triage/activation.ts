import type { Fact, Facts, ValueOf } from '../machines/facts.ts';
import type { Read } from './read.ts';

export type Activation = 'MAK' | 'KMS' | 'ADBA' | 'retail' | 'subscription' | 'unknown';

type Row = { [F in Fact]: { readonly fact: F; readonly values?: readonly ValueOf<F>[]; readonly activation: Activation } }[Fact];

/** What tells how a computer is activated, the surest first. Without values every one does. */
const ROWS: readonly Row[] = [
  { fact: 'method', values: ['mak'], activation: 'MAK' },
  { fact: 'method', values: ['kms'], activation: 'KMS' },
  { fact: 'method', values: ['ad'], activation: 'ADBA' },
  { fact: 'product', values: ['subscription'], activation: 'subscription' },
  { fact: 'm365.shows', activation: 'subscription' },
  { fact: 'post.shows', values: ['sign-in'], activation: 'subscription' },
  { fact: 'product', values: ['retail'], activation: 'retail' },
  { fact: 'retail.shows', activation: 'retail' },
  {
    fact: 'code.group',
    values: ['dns', 'connection', 'clock', 'count', 'version', 'host-inactive', 'publishing', 'no-client-key', 'not-by-kms'],
    activation: 'KMS',
  },
  { fact: 'code.group', values: ['no-object', 'old-forest'], activation: 'ADBA' },
  { fact: 'code.group', values: ['sign-in', 'expired'], activation: 'subscription' },
  { fact: 'code.group', values: ['limit', 'confirmation'], activation: 'MAK' },
  { fact: 'key.kind', values: ['client'], activation: 'KMS' },
  { fact: 'output', values: ['stored-host', 'licensed-host', 'host-key'], activation: 'KMS' },
  { fact: 'ad.shows', activation: 'ADBA' },
  { fact: 'kms.cloned', activation: 'KMS' },
  { fact: 'kms.count', activation: 'KMS' },
  { fact: 'kms.record', activation: 'KMS' },
  { fact: 'kms.port', activation: 'KMS' },
  { fact: 'kms.clock', activation: 'KMS' },
  { fact: 'kms.stored-host', activation: 'KMS' },
  { fact: 'kms.away', activation: 'KMS' },
  { fact: 'kms.exists', values: ['yes'], activation: 'KMS' },
  { fact: 'kms.network', activation: 'KMS' },
  { fact: 'host.clients', activation: 'KMS' },
  { fact: 'host.setup', activation: 'KMS' },
  { fact: 'host.computers', values: ['image', 'clones', 'rearm'], activation: 'KMS' },
  { fact: 'unofficial', values: ['activator'], activation: 'KMS' },
  { fact: 'mak.refused', values: ['limit'], activation: 'MAK' },
  { fact: 'mak.result', activation: 'MAK' },
  { fact: 'trouble', values: ['offline'], activation: 'MAK' },
  { fact: 'phone.shows', activation: 'MAK' },
  { fact: 'symptom', values: ['host'], activation: 'KMS' },
];

const fits = (facts: Facts, { fact, values }: Row): boolean => {
  const value = facts[fact];
  return value !== undefined && value !== 'unknown' && (values === undefined || (values as readonly unknown[]).includes(value));
};

/** How the computer of a ticket is activated, as far as it says. */
export const activationOf = ({ leaning: { facts }, secrets }: Read): Activation => {
  const row = ROWS.find((each) => fits(facts, each));
  if (row !== undefined) return row.activation;
  return secrets.some(({ kind }) => kind === 'installation id' || kind === 'confirmation id') ? 'MAK' : 'unknown';
};
