import type { CodeGroup } from '../knowledge/code-groups.ts';
import { errorCode } from '../knowledge/error-codes.ts';
import type { Symptom } from './symptom.ts';

interface Says {
  readonly symptom: Symptom;
  /** A code that is often a side effect, or that says little: what the person writes counts more. */
  readonly weak?: true;
}

/** What the code of a ticket is about, by its group. Null: it says nothing of what the person sees. */
export const BY_CODE = {
  other: null,
  licensed: null,
  information: null,
  grace: { symptom: 'grace-or-notification', weak: true },
  tolerance: { symptom: 'grace-or-notification' },
  'grace-over': { symptom: 'grace-or-notification', weak: true },
  'left-over': { symptom: 'wrong-edition-or-channel', weak: true },
  dns: { symptom: 'kms-dns' },
  connection: { symptom: 'kms-unreachable' },
  clock: { symptom: 'time-skew' },
  count: { symptom: 'kms-count' },
  version: { symptom: 'host-setup' },
  'host-inactive': { symptom: 'host-setup' },
  'no-client-key': { symptom: 'how-to-activate', weak: true },
  service: { symptom: 'firmware-or-corrupt-licence-store' },
  publishing: { symptom: 'host-setup' },
  'host-limit': { symptom: 'activation-limit' },
  pack: { symptom: 'wrong-edition-or-channel', weak: true },
  rearm: { symptom: 'grace-or-notification' },
  blocked: { symptom: 'key-blocked' },
  limit: { symptom: 'activation-limit' },
  country: { symptom: 'key-rejected' },
  mistyped: { symptom: 'key-rejected' },
  refused: { symptom: 'key-rejected' },
  edition: { symptom: 'wrong-edition-or-channel' },
  'client-key': { symptom: 'wrong-edition-or-channel' },
  'not-a-key': { symptom: 'key-rejected' },
  hardware: { symptom: 'firmware-or-corrupt-licence-store' },
  rights: { symptom: 'permission' },
  proxy: { symptom: 'network' },
  offline: { symptom: 'network' },
  timeout: { symptom: 'network' },
  server: { symptom: 'network', weak: true },
  'pc-clock': { symptom: 'time-skew' },
  confirmation: { symptom: 'phone-activation' },
  'no-object': { symptom: 'host-setup' },
  'old-forest': { symptom: 'host-setup' },
  'sign-in': { symptom: 'subscription-signin' },
  'old-key': { symptom: 'wrong-edition-or-channel' },
  windows: { symptom: 'off-topic', weak: true },
  denied: { symptom: 'permission' },
  registry: { symptom: 'firmware-or-corrupt-licence-store' },
  store: { symptom: 'firmware-or-corrupt-licence-store' },
  repair: { symptom: 'firmware-or-corrupt-licence-store', weak: true },
  busy: { symptom: 'other', weak: true },
  component: { symptom: 'firmware-or-corrupt-licence-store' },
  misfit: { symptom: 'wrong-edition-or-channel' },
  'no-licence': { symptom: 'firmware-or-corrupt-licence-store', weak: true },
  expired: { symptom: 'subscription-signin' },
  key: { symptom: 'key-rejected', weak: true },
  'not-by-kms': { symptom: 'kms-unreachable', weak: true },
} as const satisfies Record<CodeGroup, Says | null>;

/** Does this code say by itself what is the matter? */
export const isDecisive = (code: string): boolean => {
  const says: Says | null = BY_CODE[errorCode(code)?.group ?? 'other'];
  return says !== null && says.weak === undefined;
};
