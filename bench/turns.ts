import { DESK, DESK_ANEW, fetchPeers, PEERS, WEB_CHAT } from './peers.ts';
import { waysIn } from './plan.ts';
import { rounds, showRounds } from './rounds.ts';

/** The desk's whole turn against its peers, in turns a second: 20,000 turns after 3,000, 32 talks at once. */
export const measure = async (times: number): Promise<void> => {
  fetchPeers();
  const plan = DESK.plan();
  const messages = plan.talks.reduce((count, talk) => count + talk.length, 0);
  process.stdout.write(`${plan.talks.length} talks, ${messages} messages, ${waysIn(plan)} different ways\n\n`);
  const contenders = [...Object.values(PEERS), DESK, DESK_ANEW, WEB_CHAT];
  const results = await rounds(contenders, times, { warm: 3_000, turns: 20_000, atOnce: 32 });
  showRounds(results, [PEERS.echo.name, PEERS.waterfall.name, PEERS.successor.name]);
};
