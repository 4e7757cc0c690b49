import { describe, expect, it } from '@jest/globals';
import { concurrent } from '../torture/concurrent.ts';
import { double } from '../torture/double.ts';
import { type Drill, faultsOf } from '../torture/drill.ts';
import { instances } from '../torture/instances.ts';
import { killPoints } from '../torture/kill-points.ts';
import { killPostgres } from '../torture/kill-postgres.ts';
import { killSqlite } from '../torture/kill-sqlite.ts';
import { pause } from '../torture/pause.ts';
import { steady } from '../torture/steady.ts';
import { sweep } from '../torture/sweep.ts';

const SHORT: readonly [Drill, number][] = [
  [killSqlite, 50],
  [killPoints, 12],
  [killPostgres, 20],
  [concurrent, 1_920],
  [double, 500],
  [instances, 3],
  [pause, 1],
  [steady, 2],
  [sweep, 6_000],
];

describe('what is stored, when it is made hard', () => {
  it.each(SHORT.map(([drill, times]) => ({ name: drill.name, drill, times })))(
    'loses nothing and doubles nothing: $name',
    async ({ drill, times }) => {
      const found = await drill.run({ times, seed: 7, light: true, say: () => {} });
      expect(faultsOf(found)).toEqual({});
    },
    600_000,
  );
});
