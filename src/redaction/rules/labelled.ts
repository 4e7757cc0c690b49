import type { Group } from '../groups.ts';
import { type Hit, hitOver, type Rule, symbolsOf } from '../hit.ts';
import { isVariedAsKey } from '../key.ts';
import { isFive } from '../shapes.ts';

const FARTHEST = 3;
const FEWEST = 4;

interface Labelled {
  readonly at: number;
  readonly group: Group;
  readonly label: string;
}

/** The next group of five, where a word or two stand before it, and what those and the separators are. */
const nextFive = (groups: readonly Group[], at: number): Labelled | undefined => {
  let label = '';
  for (let next = at + 1; next <= at + FARTHEST; next += 1) {
    const group = groups[next];
    if (group?.gap === undefined || group.glued) return undefined;
    label += group.gap;
    if (isFive(group)) return next === at + 1 ? undefined : { at: next, group, label };
    // "Group 1:", "b)" and "</td><td>" are the same label each time, but for a number or a letter.
    if (group.symbols.length > 1) label += group.symbols.replace(/\d/g, '');
  }
  return undefined;
};

/** Groups of five with the same label before each: fields of a form, cells of an HTML table, "Group 1: … Group 2: …". */
export const labelled: Rule = (groups) => {
  const hits: Hit[] = [];
  for (let at = 0; at < groups.length; at += 1) {
    const first = groups[at];
    if (first === undefined || !isFive(first)) continue;
    const found = [first];
    let next = nextFive(groups, at);
    const label = next?.label;
    while (next !== undefined && next.label === label) {
      at = next.at;
      found.push(next.group);
      next = nextFive(groups, at);
    }
    const key = symbolsOf(found.slice(0, 5));
    if (found.length < FEWEST || !isVariedAsKey(key)) continue;
    hits.push(found.length === FEWEST ? hitOver('part of a key', found) : hitOver('key', found, key));
  }
  return hits;
};
