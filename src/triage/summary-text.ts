import type { Summary } from './summary.ts';

const minute = (at: string) => at.slice(0, 16).replace('T', ' ');

/** A summary as staff read it in a terminal. */
export const summaryText = ({ tickets, outcomes, codes, products, whoActs, duplicates, outbreaks }: Summary): string => {
  const section = (title: string, lines: readonly string[]) => (lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)]);
  const counted = (list: Summary['codes']) => list.map(({ name, count }) => `${String(count).padStart(5)}  ${name}`);
  return [
    tickets === 1 ? '1 ticket' : `${tickets} tickets`,
    ...section(
      'Outbreaks (UTC)',
      outbreaks.map(
        ({ about, people, from, to, ids }) => `${about}: ${people} people, ${minute(from)} to ${minute(to)}: ${ids.join(', ')}`,
      ),
    ),
    ...section('Outcomes', counted(outcomes)),
    ...section('Codes', counted(codes)),
    ...section('Products', counted(products)),
    ...section('Who acts', counted(whoActs)),
    ...section(
      'The same text',
      duplicates.map((ids) => ids.join(', ')),
    ),
  ].join('\n');
};
