import { drive, type Length } from './drive.ts';
import type { Driven } from './driver.ts';
import type { Contender } from './peers.ts';
import { medianOf, ranged, table } from './table.ts';

/** What a contender did, one entry a round. */
type Results = ReadonlyMap<string, readonly Driven[]>;

const oneDrive = async ({ start, door, plan }: Contender, length: Length) => {
  const running = await start();
  try {
    const driven = await drive({ url: running.url, door, plan: plan(), ...length });
    return { driven, kept: await running.kept?.() };
  } finally {
    await running.stop();
  }
};

/** Each contender in its turn, round after round, so that what the machine does beside hits all alike. */
export const rounds = async (contenders: readonly Contender[], times: number, length: Length): Promise<Results> => {
  const results = new Map<string, Driven[]>(contenders.map(({ name }) => [name, []]));
  for (let round = 1; round <= times; round += 1)
    for (const contender of contenders) {
      const { driven, kept } = await oneDrive(contender, length);
      const walks = kept === undefined ? '' : `, ${Math.round(kept * 100)} % of the walks kept`;
      process.stderr.write(`round ${round}: ${contender.name}: ${driven.perSecond}/s, p99 ${driven.p99.toFixed(1)} ms${walks}\n`);
      results.get(contender.name)?.push(driven);
    }
  return results;
};

/** Prints the medians, and the ratio to each peer worked out per round. */
export const showRounds = (results: Results, peers: readonly string[]): void => {
  const ratios = (name: string, figure: 'perSecond' | 'p99', peer: string): string => {
    const own = results.get(name) ?? [];
    const theirs = results.get(peer) ?? [];
    return name === peer ? '1' : ranged(own.map((driven, round) => driven[figure] / (theirs[round]?.[figure] ?? Number.NaN)));
  };
  table([
    ['', 'turns/s', 'p99 ms', ...peers.map((peer) => `× ${peer}`), ...peers.slice(0, 1).map((peer) => `p99 × ${peer}`)],
    ...[...results.keys()].map((name) => {
      const own = results.get(name) ?? [];
      return [
        name,
        medianOf(own.map(({ perSecond }) => perSecond)).toLocaleString('en'),
        medianOf(own.map(({ p99 }) => p99)).toFixed(1),
        ...peers.map((peer) => ratios(name, 'perSecond', peer)),
        ...peers.slice(0, 1).map((peer) => ratios(name, 'p99', peer)),
      ];
    }),
  ]);
};
