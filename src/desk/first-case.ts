import type { Language } from '../language/language.ts';
import type { Case, Matter, Said } from './case.ts';
import { opened } from './life.ts';

/** A case as the first version of the desk stored it, frozen at its opening. */
export interface FirstCase {
  readonly number: string;
  readonly openedAt: string;
  readonly updatedAt: string;
  readonly closedAt?: string;
  readonly language: Language;
  readonly channel: string;
  readonly outcome?: string;
  readonly ask?: string;
  readonly facts: readonly { readonly name: string; readonly value: string; readonly from: string; readonly piece?: string }[];
  readonly path: readonly string[];
  readonly summary: readonly string[];
  readonly transcript: readonly Said[];
}

/** A case of the first version as cases are today: what it lacks was not kept then. */
export const fromFirst = (first: FirstCase, talk: string): Case => {
  const { number, openedAt, updatedAt, closedAt, language, channel, outcome, ask, facts, path } = first;
  const matter: Matter = {
    language,
    ...(outcome === undefined ? {} : { outcome }),
    ...(ask === undefined ? {} : { ask }),
    facts,
    contradictions: [],
    path: path.map((place) => ({ place })),
    tried: facts.flatMap(({ name, value }) => (name.startsWith('tried.') ? [{ outcome: name.slice('tried.'.length), result: value }] : [])),
  };
  const fresh = opened({ number, talk, channel, openedBy: 'person', openedAt, handover: 'bot', matter });
  return closedAt === undefined
    ? { ...fresh, updatedAt }
    : { ...fresh, updatedAt: closedAt, state: 'closed', closedAt, closedBecause: 'solved' };
};
