import { describe, expect, it } from '@jest/globals';
import { type Drill, faultsOf } from '../torture/drill.ts';
import { killPoints } from '../torture/kill-points.ts';
import { killPostgres } from '../torture/kill-postgres.ts';
import { killSqlite } from '../torture/kill-sqlite.ts';

const SHORT: readonly [Drill, number][] = [
  [killSqlite, 50],
  [killPoints, 12],
  [killPostgres, 20],
];

describe('a desk that is ended without warning', () => {
  it.each(SHORT.map(([drill, times]) => ({ name: drill.name, drill, times })))(
    'loses nothing and doubles nothing: $name',
    async ({ drill, times }) => {
      const found = await drill.run({ times, seed: 7, light: true, say: () => {} });
      expect(faultsOf(found)).toEqual({});
    },
    600_000,
  );
});
