import type { Drill } from './drill.ts';
import { keys } from './keys.ts';
import { keysEverywhere } from './keys-everywhere.ts';
import { redactorSpeed } from './redactor-speed.ts';

/** Every drill, in the order of `npm run torture`. */
export const DRILLS: readonly Drill[] = [keys, keysEverywhere, redactorSpeed];
