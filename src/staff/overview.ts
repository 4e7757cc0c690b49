import { answersOf, detailsOf, known, type Record } from '../conversation/record.ts';
import { standingOf } from '../conversation/standing.ts';
import type { Case } from '../desk/case.ts';
import type { Language } from '../language/language.ts';
import { isTrial, triedOutcome } from '../machines/facts.ts';
import { type Outbreak, outbreaksAmong } from '../triage/outbreaks.ts';

/** A talk as the overview looks at it. */
export interface Looked {
  readonly key: string;
  /** When it last changed, ISO 8601, UTC. */
  readonly at: string;
  readonly record: Record;
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

/** Who is silent that long in the middle of a talk has left it, in milliseconds. */
const LEFT = 60 * 60_000;
/** On the desk's own talks fewer people tell than in an export of tickets: each of them was asked and read. */
const FEWEST_PEOPLE = 3;

const trials = (record: Record): readonly { readonly outcome: string; readonly value: string }[] =>
  [...known(record).values()].flatMap(({ name, value }) => (isTrial(name) ? [{ outcome: triedOutcome(name), value }] : []));

interface Told {
  readonly advised: readonly string[];
  readonly solvedBy: readonly string[];
  readonly thumbs: NonNullable<Record['thumbs']>;
  readonly answered: readonly string[];
  readonly leftAt?: string;
}

const toldBy = ({ record, at }: Looked, now: string): Told => {
  const { rest } = standingOf(record);
  const tried = trials(record);
  const isAlone = record.caseNumber === undefined;
  const isLeft = isAlone && Date.parse(now) - Date.parse(at) >= LEFT;
  return {
    advised: [
      ...new Set([
        ...tried.map(({ outcome }) => outcome),
        ...('outcome' in rest ? [rest.outcome] : []),
        ...Object.keys(record.thumbs ?? {}),
      ]),
    ],
    thumbs: record.thumbs ?? {},
    solvedBy: isAlone ? tried.filter(({ value }) => value === 'yes').map(({ outcome }) => outcome) : [],
    answered: answersOf(record).map(({ name }) => name),
    ...(isLeft && 'ask' in rest ? { leftAt: rest.ask } : {}),
  };
};

const tally = (names: readonly string[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
};

const successesIn = (told: readonly (Told & { readonly language: Language })[]): readonly Success[] => {
  const key = (outcome: string, language: Language) => `${outcome} ${language}`;
  const solved = tally(told.flatMap(({ solvedBy, language }) => solvedBy.map((outcome) => key(outcome, language))));
  const given = (thumb: 'up' | 'down') =>
    tally(
      told.flatMap(({ thumbs, language }) =>
        Object.entries(thumbs).flatMap(([outcome, each]) => (each === thumb ? [key(outcome, language)] : [])),
      ),
    );
  const [up, down] = [given('up'), given('down')];
  return [...tally(told.flatMap(({ advised, language }) => advised.map((outcome) => key(outcome, language))))]
    .map(([name, advised]) => {
      const [outcome = '', language] = name.split(' ');
      // The key was made of a language two lines above.
      return {
        outcome,
        language: language as Language,
        advised,
        solved: solved.get(name) ?? 0,
        up: up.get(name) ?? 0,
        down: down.get(name) ?? 0,
      };
    })
    .sort((a, b) => b.advised - a.advised || a.outcome.localeCompare(b.outcome));
};

const dropOffsIn = (told: readonly Told[]): readonly DropOff[] => {
  const left = tally(told.flatMap(({ leftAt }) => (leftAt === undefined ? [] : [leftAt])));
  const answered = tally(told.flatMap((each) => each.answered));
  return [...left]
    .map(([ask, count]) => ({ ask, asked: (answered.get(ask) ?? 0) + count, left: count }))
    .sort((a, b) => b.left - a.left || a.ask.localeCompare(b.ask));
};

const REPLIES: readonly string[] = ['reply', 'accept'];

/** In minutes; undefined where staff did not reply yet. */
const waitOf = ({ openedAt, history }: Pick<Case, 'openedAt' | 'history'>): number | undefined => {
  const first = history.find(({ step }) => REPLIES.includes(step));
  return first && (Date.parse(first.at) - Date.parse(openedAt)) / 60_000;
};

const firstAnswerIn = (cases: readonly Pick<Case, 'openedAt' | 'history'>[]): Overview['firstAnswer'] => {
  const waits = cases
    .map(waitOf)
    .filter((wait) => wait !== undefined)
    .sort((a, b) => a - b);
  const [median, slowest] = [waits[waits.length >> 1], waits.at(-1)];
  return median === undefined || slowest === undefined ? undefined : { median, slowest, cases: waits.length };
};

const outbreaksOf = (talks: readonly Looked[]): readonly Outbreak[] =>
  outbreaksAmong(
    talks.flatMap(({ key, at, record }) => {
      const { code, host } = detailsOf(record);
      return [code, host].flatMap((about) => (about === undefined ? [] : [{ about, who: key, at, id: record.caseNumber ?? key }]));
    }),
    FEWEST_PEOPLE,
  );

/** What the talks and cases of a time tell as a whole. Costs a settle a talk, some 50 µs: keep what it gives for a while. */
export const overviewOf = (talks: readonly Looked[], cases: readonly Pick<Case, 'openedAt' | 'history'>[], now: string): Overview => {
  const told = talks.map((talk) => ({ ...toldBy(talk, now), language: talk.record.language }));
  const firstAnswer = firstAnswerIn(cases);
  return {
    talks: talks.length,
    solved: told.filter(({ solvedBy }) => solvedBy.length > 0).length,
    withPerson: talks.filter(({ record }) => record.caseNumber !== undefined).length,
    successes: successesIn(told),
    dropOffs: dropOffsIn(told),
    ...(firstAnswer === undefined ? {} : { firstAnswer }),
    outbreaks: outbreaksOf(talks),
  };
};
