import { titleOf } from '../conversation/ask.ts';
import type { World } from '../conversation/state.ts';
import type { Language } from '../language/language.ts';
import { say } from '../language/language.ts';
import { speak } from '../language/saying.ts';
import { phrases, WORDS } from '../language/words.ts';
import { type Fact, type Facts, QUESTIONS, TRIED } from '../machines/facts.ts';
import { settle } from '../machines/settle.ts';
import { answered, trodden } from './coverage.ts';
import { openings } from './openings.ts';
import { replay } from './replay.ts';

/** A talk that takes ways which no transcript takes yet. */
export interface Tour {
  readonly language: Language;
  readonly sayings: readonly string[];
  readonly outcomes: readonly string[];
}

/** One answer that can be given where the tree rests. */
interface Move {
  readonly fact: Fact;
  readonly value: string;
}

/** A talk of more sayings than this is hard to read. */
const LONGEST = 24;
/** So far ahead is looked for a way that is left. */
const AHEAD = 6;

const movesAt = (facts: Facts): readonly Move[] => {
  const { rest } = settle(facts);
  if ('ask' in rest) return [...QUESTIONS[rest.ask], 'unknown'].map((value) => ({ fact: rest.ask, value }));
  if ('outcome' in rest) return TRIED.map((value) => ({ fact: `tried.${rest.outcome}`, value }));
  return [];
};

const after = (facts: Facts, { fact, value }: Move): Facts => ({ ...facts, [fact]: value });

/** The shortest answers from here that take a way that is left; undefined where none does. */
const answersTo = (from: Facts, isLeft: (way: string) => boolean, ahead = AHEAD): readonly Move[] | undefined => {
  let open: readonly { facts: Facts; moves: readonly Move[] }[] = [{ facts: from, moves: [] }];
  const seen = new Set<string>();
  for (let step = 0; step < ahead && open.length > 0; step += 1) {
    const further: { facts: Facts; moves: readonly Move[] }[] = [];
    for (const { facts, moves } of open)
      for (const move of movesAt(facts)) {
        const next = { facts: after(facts, move), moves: [...moves, move] };
        if ([...trodden(next.facts).ways, ...answered(facts, next.facts)].some(isLeft)) return next.moves;
        const { place } = settle(next.facts);
        if (!seen.has(place)) further.push(next);
        seen.add(place);
      }
    open = further;
  }
  return undefined;
};

/** Talks that together take every way that is left and can be taken from an opening, each in one language. */
export const tours = (done: Iterable<string>, language: Language, world: World): readonly Tour[] => {
  const taken = new Set(done);
  const isLeft = (way: string) => !taken.has(way);

  const locale = language === 'en' ? 'en-US' : language;

  const tour = (opening: readonly string[]): Tour | undefined => {
    const talk = replay(locale, world);
    const sayings: string[] = [];
    const outcomes: string[] = [];
    let isNew = false;
    const speakUp = (text: string) => {
      const before = talk.facts();
      for (const { outcome } of talk.say(text)) if (outcome !== undefined) outcomes.push(outcome);
      sayings.push(text);
      const facts = talk.facts();
      for (const way of facts === undefined ? [] : [...trodden(facts).ways, ...(before === undefined ? [] : answered(before, facts))]) {
        isNew ||= isLeft(way);
        taken.add(way);
      }
    };
    for (const text of opening) speakUp(text);
    for (let facts = talk.facts(); facts !== undefined && sayings.length < LONGEST - 4; facts = talk.facts()) {
      const moves = answersTo(facts, isLeft);
      if (moves === undefined) break;
      for (const { fact, value } of moves) speakUp(speak(language, titleOf(fact, value)));
      const rest = settle(talk.facts() ?? facts).rest;
      // What was solved comes back, so that the other ways from the same advice can be taken too.
      if ('end' in rest && rest.end === 'solved')
        speakUp(phrases(WORDS[language].wishes.cameBack)[0] ?? say(language, 'talk.choices.again'));
    }
    return isNew ? { language, sayings, outcomes } : undefined;
  };

  const singles = openings(language).map((text) => [text] as const);
  const found: Tour[] = [];
  const add = (opening: readonly string[]) => {
    const made = tour(opening);
    if (made !== undefined) found.push(made);
    return made !== undefined;
  };
  for (const opening of singles) while (add(opening));
  // Some ways are taken only by who says two things: tried where the first leads somewhere that the second would change.
  for (const [first] of singles) {
    const begun = replay(locale, world);
    begun.turn(first);
    for (const [second] of singles) {
      const talk = replay(locale, world, begun.record());
      talk.turn(second);
      const facts = talk.facts();
      const isWorthIt = facts !== undefined && (trodden(facts).ways.some(isLeft) || answersTo(facts, isLeft, 1) !== undefined);
      if (isWorthIt) while (add([first, second]));
    }
  }
  return found;
};

/** Short talks behind one another in one, each begun afresh, as long as it can still be read. */
export const joined = (short: readonly Tour[]): readonly Tour[] => {
  const long: Tour[] = [];
  for (const tour of short) {
    const last = long.at(-1);
    const again = phrases(WORDS[tour.language].wishes.restart)[0] ?? '';
    if (last === undefined || last.sayings.length + 1 + tour.sayings.length > LONGEST) long.push(tour);
    else
      long[long.length - 1] = {
        language: tour.language,
        sayings: [...last.sayings, again, ...tour.sayings],
        outcomes: [...last.outcomes, ...tour.outcomes],
      };
  }
  return long;
};
