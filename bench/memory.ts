import { drive } from './drive.ts';
import { type Contender, DESK, fetchPeers, PEERS } from './peers.ts';
import { table } from './table.ts';

const grown = async ({ name, start, door, plan }: Contender): Promise<readonly [string, number | undefined]> => {
  const running = await start();
  try {
    await drive({ url: running.url, door, plan: plan(), warm: 0, turns: 64_000, atOnce: 32 });
    return [name, running.memory()];
  } finally {
    await running.stop();
  }
};

/** What a process has come to after 64,000 turns, in MB; on a system that does not tell, nothing. */
export const measure = async (): Promise<void> => {
  fetchPeers();
  const all = [await grown(PEERS.waterfall), await grown(PEERS.echo), await grown(DESK)];
  const most = all[0]?.[1];
  table([
    ['after 64,000 turns', 'MB', `× ${PEERS.waterfall.name}`],
    ...all.map(([name, memory]) => [
      name,
      memory === undefined ? 'not told' : `${memory}`,
      memory === undefined || most === undefined ? '' : (memory / most).toFixed(2),
    ]),
  ]);
};
