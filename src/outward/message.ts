import type { Case, Said } from '../desk/case.ts';
import { sentenceOf } from '../desk/sentence.ts';
import { speak } from '../language/saying.ts';

/** What another system is told of a case. The shape counts its version; everything in it was redacted before it was stored. */
export interface Message {
  readonly version: 1;
  readonly event: 'case.opened' | 'case.changed';
  readonly at: string;
  readonly case: {
    readonly number: string;
    readonly version: number;
    readonly state: string;
    readonly sentence: string;
    readonly owner?: string;
    readonly closedBecause?: string;
    readonly channel: string;
    readonly priority: string;
    readonly tags: readonly string[];
  } & Omit<Case['matter'], 'path'> & { readonly path: readonly string[] };
  /** The last step, where it was not the first. */
  readonly step?: { readonly step: string; readonly by: string; readonly about?: string };
  /** What was said until the case was opened; only with its opening. */
  readonly transcript?: readonly Said[];
}

/** A case as it is told to others. */
export const messageOf = (before: Case | undefined, after: Case, said: readonly Said[]): Message => {
  const { number, version, state, owner, closedBecause, channel, priority, tags, ownTags, matter, history, updatedAt } = after;
  const last = history.at(-1);
  return {
    version: 1,
    event: before === undefined ? 'case.opened' : 'case.changed',
    at: updatedAt,
    case: {
      ...{ number, version, state, channel, priority },
      sentence: speak(matter.language, sentenceOf(matter)),
      ...(owner === undefined ? {} : { owner: owner.name }),
      ...(closedBecause === undefined ? {} : { closedBecause }),
      tags: [...tags, ...ownTags],
      ...matter,
      path: matter.path.map(({ place }) => place),
    },
    ...(before === undefined || last === undefined
      ? {}
      : { step: { step: last.step, by: last.by, ...(last.about === undefined ? {} : { about: last.about }) } }),
    ...(before === undefined ? { transcript: said } : {}),
  };
};
