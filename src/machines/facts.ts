import { CODE_GROUPS } from '../knowledge/code-groups.ts';
import type { OutcomeId } from '../knowledge/outcomes.ts';

/** What may be asked, and the answers offered, in this order. "I don't know" belongs to every one. */
export const QUESTIONS = {
  symptom: ['error', 'key-refused', 'activate', 'bought', 'host'],
  trouble: ['notice', 'still-asks', 'away', 'offline', 'other-device', 'hardware', 'contract', 'fine'],
  'code.seen': ['shown', 'none'],
  method: ['mak', 'kms', 'ad'],
  administrator: ['yes', 'no'],
  product: ['volume', 'subscription', 'retail', 'mac', 'windows', 'hosting'],
  contract: ['owner', 'keys', 'invisible'],
  'pc.role': ['ordinary', 'kms-host', 'one-pc'],
  'office.blocks': ['left-over', 'products', 'only-this'],
  'kms.exists': ['yes', 'no'],
  'kms.network': ['inside', 'outside'],
  'kms.away': ['weeks', 'half-a-year', 'never', 'months-ahead'],
  'kms.others': ['only-me', 'several'],
  'kms.record': ['listed', 'missing'],
  'kms.port': ['open', 'closed'],
  'kms.clock': ['same', 'apart'],
  'kms.stored-host': ['none', 'ours', 'retired', 'strange'],
  'kms.count': ['enough', 'too-few', 'stands-still'],
  'kms.cloned': ['yes', 'no'],
  'mak.at-hand': ['yes', 'no'],
  'mak.entered': ['yes', 'no'],
  'mak.menu': ['visible', 'missing', 'not-allowed'],
  'mak.result': ['postponed', 'no-connection', 'proxy', 'timeout', 'refused', 'activated'],
  'mak.refused': ['blocked', 'limit', 'country', 'edition', 'mistyped', 'other'],
  'key.type': ['mak', 'client', 'host', 'odd'],
  'seller.origin': ['organisation', 'reseller', 'shop'],
  'seller.delivered': ['key', 'card', 'media', 'box', 'volume'],
  'phone.shows': ['telephone', 'no-longer', 'web', 'no-wizard', 'refused', 'hearing', 'many'],
  'post.restarted': ['yes', 'no'],
  'post.shows': ['several', 'sign-in', 'returns', 'cannot-verify', 'blocked'],
  'ad.shows': ['left-domain', 'asks-kms', 'no-object', 'forest-old'],
  'm365.shows': ['sign-in', 'devices', 'expired', 'old-key', 'code', 'business-key'],
  'retail.shows': ['enter', 'refused', 'other-device', 'preinstalled', 'install'],
  'host.goal': ['set-up', 'clients', 'method', 'computers', 'directory', 'keys'],
  'host.setup': ['first', 'newer', 'second', 'key-rejected', 'not-activated', 'offline'],
  'host.clients': ['not-found', 'port', 'count', 'limit', 'stranger'],
  'host.method': ['choose', 'change', 'intervals'],
  'host.computers': ['image', 'clones', 'rearm', 'many', 'no-internet'],
  'host.system': ['new-enough', 'too-old'],
} as const satisfies Record<string, readonly string[]>;

/** What is worked out from details and never asked. Always has a value. */
export const SIGNS = {
  'code.group': ['none', ...CODE_GROUPS],
  'key.kind': ['none', 'client', 'unknown', 'malformed'],
  unofficial: ['none', 'activator'],
  output: [
    'none',
    'stored-host',
    'licensed-host',
    'host-key',
    'several',
    'restricted',
    'left-over',
    'free',
    'licensed',
    'preinstalled',
    'no-keys',
    'no-script',
    'no-engine',
    'remote',
    'cannot-verify',
    'grace',
    'listed',
    'client-id',
    'unreached',
    'key-entry',
    'no-record',
    'port-closed',
    'no-service',
  ],
} as const satisfies Record<string, readonly string[]>;

export type Question = keyof typeof QUESTIONS;
export type Sign = keyof typeof SIGNS;
export type Trial = `tried.${OutcomeId}`;
export type Fact = Question | Sign | Trial;
export type ValueOf<F extends Fact> = F extends Question
  ? (typeof QUESTIONS)[F][number] | 'unknown'
  : F extends Sign
    ? (typeof SIGNS)[F][number]
    : 'yes' | 'no' | 'cannot';

/** What is known: every sign, and as many answers and trials as were learned. */
export type Facts = { readonly [F in Question | Trial]?: ValueOf<F> } & { readonly [S in Sign]: ValueOf<S> };

export const TRIED = ['yes', 'no', 'cannot'] as const satisfies readonly ValueOf<Trial>[];

export const isQuestion = (name: string): name is Question => Object.hasOwn(QUESTIONS, name);
export const isValueOf = (fact: Question, value: string): boolean =>
  value === 'unknown' || (QUESTIONS[fact] as readonly string[]).includes(value);
export const isSign = (name: string): name is Sign => Object.hasOwn(SIGNS, name);
export const isTrial = (name: string): name is Trial => name.startsWith('tried.');
/** The outcome that a trial is about. */
export const triedOutcome = (trial: Trial): OutcomeId => trial.slice('tried.'.length) as OutcomeId;
