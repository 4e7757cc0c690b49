import { channelOutage } from './channel-outage.ts';
import type { Drill } from './drill.ts';
import { fuzz } from './fuzz.ts';
import { raw } from './raw.ts';
import { regexes } from './regexes.ts';
import { shapes } from './shapes.ts';
import { sockets } from './sockets.ts';
import { tokens } from './tokens.ts';
import { told } from './told.ts';

/** Every drill, in the order of `npm run torture`. */
export const DRILLS: readonly Drill[] = [fuzz, shapes, raw, sockets, tokens, channelOutage, told, regexes];
