import { channelOutage } from './channel-outage.ts';
import type { Drill } from './drill.ts';

/** Every drill, in the order of `npm run torture`. */
export const DRILLS: readonly Drill[] = [channelOutage];
