import { ad } from './ad.ts';
import { codes } from './codes.ts';
import { elsewhere } from './elsewhere.ts';
import type { Facts } from './facts.ts';
import { host } from './host.ts';
import { kms } from './kms.ts';
import { m365 } from './m365.ts';
import { mak } from './mak.ts';
import { type Branch, model } from './model.ts';
import { phone } from './phone.ts';
import { post } from './post.ts';
import { refused } from './refused.ts';
import { retail } from './retail.ts';
import { seller } from './seller.ts';
import { start } from './start.ts';
import { symptom } from './symptom.ts';
import { unauthorised } from './unauthorised.ts';

const branches = {
  start,
  codes,
  symptom,
  kms,
  mak,
  refused,
  seller,
  unauthorised,
  phone,
  post,
  ad,
  host,
  m365,
  retail,
  elsewhere,
  solved: { id: 'solved', type: 'final', meta: { end: 'solved' } },
  person: { id: 'person', type: 'final', meta: { end: 'person' } },
} as const satisfies Record<Branch, object>;

/** The decision tree: what serves people, what the proofs walk, what the map draws. */
export const tree = model.createMachine({
  id: 'activation',
  initial: 'start',
  // XState runs a machine once without input before the real run; a guard that throws there costs time and is swallowed.
  context: ({ input }) => ({ facts: (input as Facts | undefined) ?? ({} as Facts) }),
  // To learn something is to begin again, knowing more.
  on: { learn: { target: '.start', actions: 'learn' } },
  states: branches,
  options: { maxIterations: 500 },
});
