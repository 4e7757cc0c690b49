import { OUTCOMES, type OutcomeId } from '../knowledge/outcomes.ts';

export type WhoActs = 'user' | 'admin' | 'seller' | 'microsoft';

type Who = (typeof OUTCOMES)[OutcomeId]['who'];

/** A person at the helpdesk, or whoever may be either, is the administrator's side. */
const ACTS = {
  user: 'user',
  admin: 'admin',
  either: 'admin',
  human: 'admin',
  seller: 'seller',
  microsoft: 'microsoft',
} as const satisfies Record<Who, WhoActs>;

/** Who acts on an outcome; where none can be told it is the person who wrote. */
export const whoActsOn = (outcome: OutcomeId | undefined): WhoActs => (outcome === undefined ? 'user' : ACTS[OUTCOMES[outcome].who]);
