import { describe, expect, it } from '@jest/globals';
import { channelOutage } from '../torture/channel-outage.ts';
import { type Drill, faultsOf } from '../torture/drill.ts';
import { fuzz } from '../torture/fuzz.ts';
import { raw } from '../torture/raw.ts';
import { regexes } from '../torture/regexes.ts';
import { shapes } from '../torture/shapes.ts';
import { sockets } from '../torture/sockets.ts';
import { tokens } from '../torture/tokens.ts';
import { told } from '../torture/told.ts';

/** The drills at the door, small; `npm run torture` runs them long. */
const SMALL: readonly (readonly [Drill, times: number])[] = [
  [fuzz, 3_000],
  [shapes, 5_000],
  [raw, 500],
  [sockets, 300],
  [tokens, 1_000],
  [channelOutage, 1],
  [told, 2],
  [regexes, 1],
];

describe('a desk in a process of its own', () => {
  it.each(SMALL.map(([drill, times]) => ({ name: drill.name, drill, times })))(
    'stands: $name',
    async ({ drill, times }) => {
      const found = await drill.run({ times, seed: 20_261_124, say: () => undefined });
      expect(faultsOf(found)).toEqual({});
    },
    300_000,
  );
});
