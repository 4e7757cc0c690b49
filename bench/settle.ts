import type { Facts } from '../src/machines/facts.ts';
import { settle } from '../src/machines/settle.ts';
import { transcriptsIn } from '../src/transcript/files.ts';
import { replay } from '../src/transcript/replay.ts';
import { table, timeOf } from './table.ts';

const WORLD = { now: '2026-11-24T12:00:00.000Z', caseNumber: 'AD-BNCH-BNCH', kept: { talks: 30, cases: 180 } };

/** What is known in a talk, each time somebody has said something. */
const known = (): readonly Facts[] =>
  transcriptsIn(`${import.meta.dirname}/../test/transcripts`).flatMap(({ locale, exchanges }) => {
    const talk = replay(locale, WORLD);
    return exchanges.flatMap(({ says }) => {
      talk.say(says);
      return talk.facts() ?? [];
    });
  });

/** What a run of the tree costs by the number of places on its way, from the shortest to the deepest of all transcripts. */
export const measure = async (): Promise<void> => {
  const byDepth = new Map<number, Facts>();
  for (const facts of known()) byDepth.set(settle(facts).path.length, facts);
  const depths = [...byDepth.keys()].sort((a, b) => a - b);
  const shown = depths.filter((depth, at) => at === depths.length - 1 || depth % 5 === 0);
  const rows: string[][] = [['settle', 'µs, median']];
  for (const [depth, facts] of [...byDepth].sort(([one], [other]) => one - other).filter(([depth]) => shown.includes(depth)))
    rows.push([`${depth} places deep`, ((await timeOf(() => settle(facts), 2_001)) * 1_000).toFixed(0)]);
  table(rows);
};
