import { concurrent } from './concurrent.ts';
import { double } from './double.ts';
import type { Drill } from './drill.ts';
import { instances } from './instances.ts';
import { killPostgres } from './kill-postgres.ts';
import { killSqlite } from './kill-sqlite.ts';
import { memory } from './memory.ts';

/** Every drill, in the order of `npm run torture`. */
export const DRILLS: readonly Drill[] = [killSqlite, killPostgres, concurrent, double, instances, memory];
