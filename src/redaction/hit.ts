import type { Group } from './groups.ts';

export type Kind = 'key' | 'part of a key' | 'installation id' | 'confirmation id';

/** A secret in a text: where, and what. */
export interface Hit {
  readonly from: number;
  readonly to: number;
  readonly kind: Kind;
  /** The symbols of the key itself, without words that stand so near that they are removed too. */
  readonly key?: string;
}

/** Finds one shape of secret among the groups of a text; hits are in order and do not overlap. */
export type Rule = (groups: readonly Group[]) => readonly Hit[];

export const symbolsOf = (groups: readonly Group[]): string => groups.map(({ symbols }) => symbols).join('');

/** The hit that reaches from the first of the groups to the last. */
export const hitOver = (kind: Kind, groups: readonly Group[], key?: string): Hit => ({
  from: groups[0]?.at ?? 0,
  to: groups.at(-1)?.end ?? 0,
  kind,
  ...(key === undefined ? {} : { key }),
});

/** Splits a list into runs whose members all fit and are linked to each other. */
export const runsOf = (groups: readonly Group[], fits: (group: Group, at: number) => boolean): readonly (readonly Group[])[] => {
  const runs: Group[][] = [];
  let open: Group[] = [];
  for (const [at, group] of groups.entries()) {
    const isFitting = !group.glued && fits(group, at);
    if (!isFitting || group.gap === undefined) open = [];
    if (!isFitting) continue;
    if (open.length === 0) runs.push(open);
    open.push(group);
  }
  return runs;
};
