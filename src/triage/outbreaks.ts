import type { Sorted } from './summary.ts';

/** Many people about one thing at once: something broke for all of them. */
export interface Outbreak {
  /** A KMS host's name or an error code. */
  readonly about: string;
  readonly people: number;
  /** When the first and the last of them wrote, ISO 8601, UTC. */
  readonly from: string;
  readonly to: string;
  readonly ids: readonly string[];
}

/** One person who named a host or a code, and when, ISO 8601, UTC. */
export interface Naming {
  readonly about: string;
  readonly who: string;
  readonly at: string;
  readonly id: string;
}

const MORNING = 4 * 60 * 60 * 1000;
/** So many tickets of different people within so long are no chance. */
const FEWEST_PEOPLE = 5;

const peopleIn = (namings: readonly Naming[]): number => new Set(namings.map(({ who }) => who)).size;

/** The stretches of time in which many wrote: each begins with the first naming that is in none yet. */
const wavesIn = (namings: readonly Naming[]): readonly (readonly Naming[])[] => {
  const waves: Naming[][] = [];
  for (const naming of namings) {
    const wave = waves.at(-1);
    const first = wave?.[0];
    if (first !== undefined && Date.parse(naming.at) - Date.parse(first.at) <= MORNING) wave?.push(naming);
    else waves.push([naming]);
  }
  return waves;
};

/** Finds outbreaks: one KMS host or code, so many people or more, within four hours. */
export const outbreaksAmong = (namings: readonly Naming[], fewest: number): readonly Outbreak[] =>
  [
    ...Map.groupBy(
      namings.toSorted((a, b) => a.at.localeCompare(b.at)),
      ({ about }) => about,
    ),
  ].flatMap(([about, each]) =>
    wavesIn(each)
      .filter((wave) => peopleIn(wave) >= fewest)
      .map((wave) => ({
        about,
        people: peopleIn(wave),
        from: wave[0]?.at ?? '',
        to: wave.at(-1)?.at ?? '',
        ids: wave.map(({ id }) => id),
      })),
  );

const topicsOf = ({ triaged: { errorCodes, facts } }: Sorted): readonly string[] => [
  ...new Set([...errorCodes, ...facts.filter(({ fact }) => fact === 'host').map(({ value }) => value)]),
];

/** Finds outbreaks among tickets: five people and more. Tickets without a time are in none. */
export const outbreaksIn = (tickets: readonly Sorted[]): readonly Outbreak[] =>
  outbreaksAmong(
    tickets.flatMap((ticket) => {
      const { at, from, triaged } = ticket;
      return at === undefined ? [] : topicsOf(ticket).map((about) => ({ about, who: from ?? triaged.id, at, id: triaged.id }));
    }),
    FEWEST_PEOPLE,
  );
