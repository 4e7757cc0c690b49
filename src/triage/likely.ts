import type { Standing } from '../conversation/standing.ts';
import type { OutcomeId } from '../knowledge/outcomes.ts';
import { metaOf, openWays, type Place, placeAt } from '../machines/distance.ts';
import type { Facts } from '../machines/facts.ts';

const MOST = 5;
/** Of an advice that is given so much goes on to the next best: most are right. */
const GOES_ON = 0.2;
/** "I don't know" is answered half as often as each of the other answers. */
const UNSURE = 0.5;
const TOO_LITTLE = 0.002;

/** Spreads a share over the ways that are open from a place; what reaches an outcome mostly stays there. */
const spread = (from: Place, facts: Facts, share: number, shares: Map<OutcomeId, number>): void => {
  if (share < TOO_LITTLE) return;
  const meta = metaOf(from);
  const left = 'outcome' in meta ? share * GOES_ON : share;
  if ('outcome' in meta) shares.set(meta.outcome, (shares.get(meta.outcome) ?? 0) + share - left);
  const open = openWays(from, facts).map((way) => ({ to: way.to, weight: way.value === 'unknown' ? UNSURE : 1 }));
  const all = open.reduce((sum, { weight }) => sum + weight, 0);
  for (const { to, weight } of open) spread(to, facts, (left * weight) / all, shares);
};

/** The outcomes still possible from where a talk stands, likeliest first, at most five: every open answer counts as equally likely. */
export const likelyFrom = ({ place, facts }: Pick<Standing, 'place' | 'facts'>): readonly OutcomeId[] => {
  const shares = new Map<OutcomeId, number>();
  spread(placeAt(place), facts, 1, shares);
  return [...shares]
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST)
    .map(([id]) => id);
};
