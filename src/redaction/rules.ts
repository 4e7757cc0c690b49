import type { Rule } from './hit.ts';
import { anySplit } from './rules/any-split.ts';
import { bare } from './rules/bare.ts';
import { evenIds } from './rules/even-ids.ts';
import { fives } from './rules/fives.ts';
import { ids } from './rules/ids.ts';
import { labelled } from './rules/labelled.ts';
import { part } from './rules/part.ts';
import { spelledPart } from './rules/spelled-part.ts';

/** In this order each takes what it finds, and leaves the rest to the next. */
export const RULES: readonly Rule[] = [ids, evenIds, bare, fives, labelled, anySplit, part, spelledPart];
