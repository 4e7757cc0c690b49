import type { AnyStateNode as StateNode } from 'xstate';
import { metaOf, start, type Way, ways } from '../src/machines/distance.ts';
import { type Fact, type Facts, SIGNS } from '../src/machines/facts.ts';
import { factOf, settle } from '../src/machines/settle.ts';
import { wayName } from '../src/transcript/coverage.ts';

/** Nothing was read and nothing said. */
export const NOTHING: Facts = { 'code.group': 'none', 'key.kind': 'none', unofficial: 'none', output: 'none' };

type Known = Readonly<Partial<Record<Fact, string>>>;

const isSign = (fact: Fact): fact is keyof typeof SIGNS => fact in SIGNS;

/** All that may have to be known to take this way, given what is known; empty where it cannot be taken any more. */
const takings = (place: StateNode, way: Way, known: Known): readonly Known[] => {
  const meta = metaOf(place);
  if ('end' in meta) return [];
  const fact = factOf(meta);
  const value = known[fact];
  if (way.value !== undefined) return value === undefined || value === way.value ? [{ ...known, [fact]: way.value }] : [];
  const guarded = new Set(ways(place).map((each) => each.value));
  if (value !== undefined) return guarded.has(value) ? [] : [known];
  return isSign(fact) ? SIGNS[fact].filter((each) => !guarded.has(each)).map((each) => ({ ...known, [fact]: each })) : [known];
};

const factsOf = (known: Known) => ({ ...NOTHING, ...known }) as Facts;

const visited = (known: Known): readonly string[] => {
  const { path, place } = settle(factsOf(known));
  return [...path.map((step) => step.place), place];
};

export const nameOf = wayName;

const knownAt = (place: StateNode, known: Known): string => {
  const meta = metaOf(place);
  return ('end' in meta ? undefined : known[factOf(meta)]) ?? '';
};

/** How many sets of facts are followed on by one way, for each group of codes and what is known where it leads: few enough to end. */
const ENOUGH = 2;

const search = (brought: Known) => {
  const taken = new Map<string, Facts>();
  const visits = new Map<string, number>();
  const open: { place: StateNode; known: Known }[] = [{ place: start, known: brought }];
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    const { place, known } = next;
    for (const way of ways(place))
      for (const more of takings(place, way, known)) {
        // A fact that is learned here may be looked at earlier: then the tree comes to the same place by a shorter way.
        const visit = `${nameOf(place, way)} ${more['code.group']} ${knownAt(way.to, more)}`;
        const count = visits.get(visit) ?? 0;
        if ((count >= ENOUGH && taken.has(nameOf(place, way))) || !visited(more).includes(way.to.id)) continue;
        taken.set(nameOf(place, way), factsOf(more));
        if (count >= ENOUGH) continue;
        visits.set(visit, count + 1);
        open.push({ place: way.to, known: more });
      }
  }
  return taken;
};

/** Every way that facts can take, with facts that take it: found from nothing, and from a port test that somebody brings along. */
export const waysTaken: ReadonlyMap<string, Facts> = new Map([{}, { 'kms.port': 'closed' }].flatMap((brought) => [...search(brought)]));

/** Every outcome that a walked way comes from or leads to. */
export const outcomesReached: ReadonlySet<string> = new Set(
  [...waysTaken.keys()].flatMap((name) => /\.([A-Z0-9]+-\d+) -/.exec(name)?.[1] ?? []),
);
