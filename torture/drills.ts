import { channelOutage } from './channel-outage.ts';
import { concurrent } from './concurrent.ts';
import { double } from './double.ts';
import type { Drill } from './drill.ts';
import { fuzz } from './fuzz.ts';
import { instances } from './instances.ts';
import { keys } from './keys.ts';
import { keysEverywhere } from './keys-everywhere.ts';
import { keysInFailure } from './keys-in-failure.ts';
import { killPostgres } from './kill-postgres.ts';
import { killSqlite } from './kill-sqlite.ts';
import { memory } from './memory.ts';
import { pause } from './pause.ts';
import { raw } from './raw.ts';
import { redactorSpeed } from './redactor-speed.ts';
import { regexes } from './regexes.ts';
import { restart } from './restart.ts';
import { shapes } from './shapes.ts';
import { sockets } from './sockets.ts';
import { steady } from './steady.ts';
import { sweep } from './sweep.ts';
import { tokens } from './tokens.ts';
import { told } from './told.ts';

/** Every drill, in the order of `npm run torture`. */
export const DRILLS: readonly Drill[] = [
  killSqlite,
  killPostgres,
  concurrent,
  double,
  instances,
  pause,
  restart,
  steady,
  sweep,
  memory,
  fuzz,
  shapes,
  raw,
  sockets,
  tokens,
  channelOutage,
  told,
  regexes,
  keys,
  keysEverywhere,
  keysInFailure,
  redactorSpeed,
];
