import type { Action } from '../desk/action.ts';
import type { Role } from '../desk/staff.ts';

/** What can be done on the desk's pages, and the least role that may. Every route names one of these; the test walks the whole table. */
export const DEEDS = {
  read: 'reader',
  view: 'reader',
  take: 'agent',
  assign: 'agent',
  release: 'agent',
  note: 'agent',
  tag: 'agent',
  accept: 'agent',
  reply: 'agent',
  answer: 'agent',
  reask: 'agent',
  handBack: 'agent',
  askAdministrator: 'agent',
  solve: 'agent',
  close: 'agent',
  reopen: 'agent',
  merge: 'agent',
  bulk: 'agent',
  export: 'agent',
  review: 'agent',
  audit: 'lead',
  banner: 'lead',
} as const satisfies Record<Action['does'], Role> & Record<string, Role>;
export type Deed = keyof typeof DEEDS;
