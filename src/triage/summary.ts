import { type Outbreak, outbreaksIn } from './outbreaks.ts';
import type { Ticket, Triaged } from './ticket.ts';

/** A ticket that was triaged, with what only the summary looks at. */
export interface Sorted extends Pick<Ticket, 'at' | 'from'> {
  readonly triaged: Triaged;
  /** The same for texts that say the same. */
  readonly sameAs: string;
}
interface Group {
  readonly name: string;
  readonly count: number;
}
export interface Summary {
  readonly tickets: number;
  readonly outcomes: readonly Group[];
  readonly codes: readonly Group[];
  readonly products: readonly Group[];
  readonly whoActs: readonly Group[];
  /** Ids of tickets whose texts are the same. */
  readonly duplicates: readonly (readonly string[])[];
  readonly outbreaks: readonly Outbreak[];
}

/** Counts names, the most frequent first. */
const groups = (names: readonly string[]): readonly Group[] =>
  [...Map.groupBy(names, (name) => name)].map(([name, all]) => ({ name, count: all.length })).sort((a, b) => b.count - a.count);

/** What an export holds as a whole: groups, duplicates, outbreaks. */
export const summaryOf = (tickets: readonly Sorted[]): Summary => {
  const all = tickets.map(({ triaged }) => triaged);
  return {
    tickets: all.length,
    outcomes: groups(all.map(({ outcome, next }) => outcome ?? (next === null ? 'none' : `asks ${next}`))),
    codes: groups(all.flatMap(({ errorCodes }) => errorCodes)),
    products: groups(all.map(({ product }) => product ?? 'not named')),
    whoActs: groups(all.map(({ whoActs }) => whoActs)),
    duplicates: [...Map.groupBy(tickets, ({ sameAs }) => sameAs)]
      .filter(([text, same]) => text !== '' && same.length > 1)
      .map(([, same]) => same.map(({ triaged }) => triaged.id)),
    outbreaks: outbreaksIn(tickets),
  };
};
