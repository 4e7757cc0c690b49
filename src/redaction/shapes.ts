import type { Group } from './groups.ts';
import { isBlank, isKeyLike } from './key.ts';

const DASH = /^[\p{Pd}−]$/u;

/** Does nothing but one dash stand between the group before and this one? */
export const isDashed = (group: Group | undefined): boolean => DASH.test(group?.gap ?? '');

/** A group as a key has five of. */
export const isFive = ({ symbols, glued }: Group): boolean => !glued && symbols.length === 5 && isKeyLike(symbols) && !isBlank(symbols);
