/** What staff may do, each role all that those before it may. */
export const ROLES = ['reader', 'agent', 'lead'] as const;
export type Role = (typeof ROLES)[number];

export interface Staff {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
}

/** Does this role include that one? */
export const mayActAs = ({ role }: Staff, needed: Role): boolean => ROLES.indexOf(role) >= ROLES.indexOf(needed);
