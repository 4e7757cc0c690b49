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

/** So many people within so long are no chance. */
const FEWEST_PEOPLE = 5;
const MORNING = 4 * 60 * 60 * 1000;

type Timed = Sorted & { readonly at: string };

const topicsOf = ({ triaged: { errorCodes, facts } }: Sorted): readonly string[] => [
  ...new Set([...errorCodes, ...facts.filter(({ fact }) => fact === 'host').map(({ value }) => value)]),
];

const peopleIn = (tickets: readonly Timed[]): number => new Set(tickets.map(({ from, triaged }) => from ?? triaged.id)).size;

/** The stretches of time in which many wrote: each begins with the first ticket that is in none yet. */
const wavesIn = (tickets: readonly Timed[]): readonly (readonly Timed[])[] => {
  const waves: Timed[][] = [];
  for (const ticket of tickets) {
    const wave = waves.at(-1);
    const first = wave?.[0];
    if (first !== undefined && Date.parse(ticket.at) - Date.parse(first.at) <= MORNING) wave?.push(ticket);
    else waves.push([ticket]);
  }
  return waves;
};

/** Finds outbreaks: one KMS host or code, at least five people, within four hours. Tickets without a time are in none. */
export const outbreaksIn = (tickets: readonly Sorted[]): readonly Outbreak[] => {
  const timed = tickets.filter((ticket): ticket is Timed => ticket.at !== undefined).toSorted((a, b) => a.at.localeCompare(b.at));
  const topics = Map.groupBy(
    timed.flatMap((ticket) => topicsOf(ticket).map((about) => ({ about, ticket }))),
    ({ about }) => about,
  );
  return [...topics].flatMap(([about, each]) =>
    wavesIn(each.map(({ ticket }) => ticket))
      .filter((wave) => peopleIn(wave) >= FEWEST_PEOPLE)
      .map((wave) => ({
        about,
        people: peopleIn(wave),
        from: wave[0]?.at ?? '',
        to: wave.at(-1)?.at ?? '',
        ids: wave.map(({ triaged }) => triaged.id),
      })),
  );
};
