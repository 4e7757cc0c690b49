import { LANGUAGES, type Language } from '../language/language.ts';
import { type Naming, type Outbreak, outbreaksAmong } from '../triage/outbreaks.ts';

/** What was counted of many talks. */
export interface Tally {
  /** How many talks told each count of told.ts. */
  readonly counts: ReadonlyMap<string, number>;
  /** The same of talks that are still under way: nobody has left them. */
  readonly lately: ReadonlyMap<string, number>;
  /** From a case's opening to the first reply of staff, in seconds. */
  readonly waits?: { readonly median: number; readonly slowest: number; readonly cases: number } | undefined;
  readonly namings: readonly Naming[];
}

/** How often an outcome was advised in a language, how often it solved the matter without a person, and what people think of it. */
export interface Success {
  readonly outcome: string;
  readonly language: Language;
  readonly advised: number;
  readonly solved: number;
  /** Thumbs up and down, where a channel has them. */
  readonly up: number;
  readonly down: number;
}
/** How often a question was answered or left unanswered for good. */
export interface DropOff {
  readonly ask: string;
  readonly asked: number;
  readonly left: number;
}
export interface Overview {
  readonly talks: number;
  readonly solved: number;
  readonly withPerson: number;
  readonly successes: readonly Success[];
  readonly dropOffs: readonly DropOff[];
  /** From a case's opening to the first reply of staff, in minutes; undefined where nobody replied yet. */
  readonly firstAnswer?: { readonly median: number; readonly slowest: number; readonly cases: number };
  readonly outbreaks: readonly Outbreak[];
}

/** On the desk's own talks fewer people tell than in an export of tickets: each of them was asked and read. */
const FEWEST_PEOPLE = 3;

type Counts = ReadonlyMap<string, number>;

/** The counts of a kind, each by what stands behind the kind. */
const ofKind = (counts: Counts, kind: string): readonly (readonly [string, number])[] =>
  [...counts].flatMap(([what, many]) => (what.startsWith(`${kind} `) && many > 0 ? [[what.slice(kind.length + 1), many] as const] : []));

const successesIn = (counts: Counts): readonly Success[] =>
  ofKind(counts, 'advised')
    .flatMap(([name, advised]) => {
      const [outcome = '', spoken] = name.split(' ');
      const language = LANGUAGES.find((each) => each === spoken);
      const many = (kind: 'solvedBy' | 'up' | 'down') => counts.get(`${kind} ${name}`) ?? 0;
      return language === undefined ? [] : [{ outcome, language, advised, solved: many('solvedBy'), up: many('up'), down: many('down') }];
    })
    .sort((a, b) => b.advised - a.advised || a.outcome.localeCompare(b.outcome));

const dropOffsIn = (counts: Counts, lately: Counts): readonly DropOff[] =>
  ofKind(counts, 'rests')
    .map(([ask, resting]) => ({ ask, left: resting - (lately.get(`rests ${ask}`) ?? 0) }))
    .filter(({ left }) => left > 0)
    .map(({ ask, left }) => ({ ask, asked: (counts.get(`answered ${ask}`) ?? 0) + left, left }))
    .sort((a, b) => b.left - a.left || a.ask.localeCompare(b.ask));

/** What the talks of a time tell as a whole. */
export const overviewOf = ({ counts, lately, waits, namings }: Tally): Overview => ({
  talks: counts.get('talk') ?? 0,
  solved: counts.get('solved') ?? 0,
  withPerson: counts.get('person') ?? 0,
  successes: successesIn(counts),
  dropOffs: dropOffsIn(counts, lately),
  ...(waits === undefined ? {} : { firstAnswer: { ...waits, median: waits.median / 60, slowest: waits.slowest / 60 } }),
  // Of each host and code the latest stretch: what was before it has been seen.
  outbreaks: [...new Map(outbreaksAmong(namings, FEWEST_PEOPLE).map((each) => [each.about, each])).values()].sort((a, b) =>
    a.to.localeCompare(b.to),
  ),
});
