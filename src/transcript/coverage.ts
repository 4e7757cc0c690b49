import type { AnyStateNode as StateNode } from 'xstate';
import type { World } from '../conversation/state.ts';
import { allPlaces, metaOf, placeAt, type Way, ways } from '../machines/distance.ts';
import type { Facts } from '../machines/facts.ts';
import { factOf, settle } from '../machines/settle.ts';
import type { ChatFile } from './chat.ts';
import { replay } from './replay.ts';

/** How often each way between places was taken, and each place visited. */
export interface Coverage {
  readonly places: ReadonlyMap<string, number>;
  readonly ways: ReadonlyMap<string, number>;
}

/** A way in words: the place it leaves, the value that takes it, the place it leads to. */
export const wayName = (place: StateNode, { value, to }: Way): string => `${place.id} -${value ?? 'otherwise'}-> ${to.id}`;

/** The places and ways that these facts lead through. */
export const trodden = (facts: Facts): { readonly places: readonly string[]; readonly ways: readonly string[] } => {
  const { path, place } = settle(facts);
  return {
    places: [...path.map((step) => step.place), place],
    ways: path.flatMap((step) => {
      const from = placeAt(step.place);
      const all = ways(from);
      const taken = all.find((way) => way.value === facts[step.fact]) ?? all.find((way) => way.value === undefined);
      return taken === undefined ? [] : [wayName(from, taken)];
    }),
  };
};

/** The way that an answer took: given where the tree rested, it led on to where that way leads, if by a shorter one. */
export const answered = (before: Facts, now: Facts): readonly string[] => {
  const from = placeAt(settle(before).place);
  const meta = metaOf(from);
  const way = 'end' in meta ? undefined : ways(from).find(({ value }) => value !== undefined && value === now[factOf(meta)]);
  return way !== undefined && trodden(now).places.includes(way.to.id) ? [wayName(from, way)] : [];
};

/** What the talks of these files lead through. */
export const coverageOf = (files: readonly ChatFile[], world: World): Coverage => {
  const places = new Map<string, number>(allPlaces.map(({ id }) => [id, 0]));
  const taken = new Map<string, number>(allPlaces.flatMap((place) => ways(place).map((way) => [wayName(place, way), 0])));
  const count = (counts: Map<string, number>, names: Iterable<string>) => {
    for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  };
  for (const { locale, exchanges } of files) {
    const talk = replay(locale, world);
    const [seen, walked] = [new Set<string>(), new Set<string>()];
    for (const { says } of exchanges) {
      const before = talk.facts();
      talk.turn(says);
      const now = talk.facts();
      if (now === undefined) continue;
      const through = trodden(now);
      for (const place of through.places) seen.add(place);
      for (const way of [...through.ways, ...(before === undefined ? [] : answered(before, now))]) walked.add(way);
    }
    count(places, seen);
    count(taken, walked);
  }
  return { places, ways: taken };
};

const branchIn = (name: string): string => name.split('.')[1]?.split(' ')[0] ?? name;
const share = (counts: readonly number[]): string => `${counts.filter((times) => times > 0).length}/${counts.length}`;

/** The coverage as a table, a line a branch, with every place and way that no talk goes through below it. */
export const report = ({ places, ways: taken }: Coverage): string => {
  const names = [...new Set([...places.keys()].map(branchIn))];
  const of = (counts: ReadonlyMap<string, number>, branch: string) =>
    [...counts].filter(([name]) => branchIn(name) === branch).map(([, times]) => times);
  const lines = names.map(
    (branch) => `${branch.padEnd(14)} places ${share(of(places, branch)).padStart(9)}   ways ${share(of(taken, branch)).padStart(9)}`,
  );
  const left = [...places, ...taken].filter(([, times]) => times === 0).map(([name]) => `  not visited: ${name}`);
  return [
    ...lines,
    `${'together'.padEnd(14)} places ${share([...places.values()]).padStart(9)}   ways ${share([...taken.values()]).padStart(9)}`,
    ...left,
  ].join('\n');
};
