import { join } from 'node:path';
import { openOf } from '../src/conversation/ask.ts';
import type { Record } from '../src/conversation/record.ts';
import { turn } from '../src/conversation/turn.ts';
import { speak } from '../src/language/saying.ts';
import type { Ids } from '../src/rendering/render.ts';
import type { Says } from '../src/transcript/chat.ts';
import { transcriptsIn } from '../src/transcript/files.ts';
import { type Replay, replay } from '../src/transcript/replay.ts';
import { understand } from '../src/understanding/understand.ts';

/** One message of a talk and the only answer to it that counts. */
export interface Message {
  readonly locale: string;
  readonly says: Says;
  readonly right: string;
}

/** What a driver plays: talks, and how the right answer is read out of a response. */
export interface Plan {
  readonly reads: 'ids' | 'text';
  readonly talks: readonly (readonly Message[])[];
}

const WORLD = { now: '2026-11-24T12:00:00.000Z', caseNumber: 'AD-BNCH-BNCH', kept: { talks: 30, cases: 180 } };
const WATERFALL = ['Which code?', 'Which method?', 'Which network?', 'Which version?', 'Anything else?', 'Done: 5'];
const NONSENSE = ['lorem ipsum dolor', '???', 'the printer is jammed again', 'ok thx', '🙂🙂'];

/** What a reply of the desk is known by: its message keys and the question it puts. */
export const idsOf = (replies: readonly Ids[]): string => replies.map(({ keys, ask }) => `${keys.join(',')}>${ask ?? ''}`).join(';');

/** The talks of the transcripts, cut where somebody starts over, some with nonsense in the middle: each goes another way through the tree. */
const said = (): readonly { locale: string; says: readonly Says[] }[] =>
  transcriptsIn(join(import.meta.dirname, '../test/transcripts')).flatMap(({ locale, exchanges }, number) => {
    const parts: Says[][] = [[]];
    for (const { says } of exchanges) says === 'start over' ? parts.push([]) : parts.at(-1)?.push(says);
    const [first, ...others] = parts.filter((part) => part.length > 0);
    const nonsense = NONSENSE[number % NONSENSE.length] ?? '';
    const withNonsense = first && number % 3 === 0 ? [...first.slice(0, 1), nonsense, ...first.slice(1)] : first;
    return [withNonsense, ...others].flatMap((part) => (part === undefined ? [] : [{ locale, says: part }]));
  });

/** The words on the button that means the same as what was typed; undefined where no button does, or the words are the button's. */
const buttonFor = (talk: Replay, says: Says): string | undefined => {
  const before = talk.record();
  const asked = before?.asked;
  if (typeof says !== 'string' || before === undefined || asked === undefined) return undefined;
  const { answer } = understand(says, before.language, openOf(asked, before), WORLD.now);
  return answer && speak(before.language, answer.title);
};

/** One answer in so many is typed, where a button is there for it. */
const TYPED = 4;

/** How many different ways through the tree the plan goes: what was learned, in the order of the talk. */
export const waysIn = (plan: Plan): number => new Set(plan.talks.map((talk) => talk.map(({ right }) => right).join('|'))).size;

const planFrom = (begun: (locale: string) => Record | undefined): Plan => ({
  reads: 'ids',
  talks: said().map(({ locale, says }, number) => {
    const talk = replay(locale, WORLD, begun(locale));
    return says.map((typed, at) => {
      const pressed = (number + at) % TYPED === 0 ? undefined : buttonFor(talk, typed);
      return { locale, says: pressed ?? typed, right: idsOf(talk.say(pressed ?? typed)) };
    });
  }),
});

/** The desk's plan: every answer was worked out by the pure turn before. */
export const deskPlan = (): Plan => planFrom(() => undefined);

/** The same in Web Chat, where whoever opens the page was welcomed before the first message. */
export const webChatPlan = (): Plan => planFrom((locale) => turn(undefined, { kind: 'arrived', locale }, WORLD).record);

const wordsOf = (says: Says): string => (typeof says === 'string' ? says : says.value);

/** The same messages to a bot that repeats them. */
export const echoPlan = (): Plan => ({
  reads: 'text',
  talks: said().map(({ locale, says }) => says.map((each) => ({ locale, says: wordsOf(each), right: `Echo: ${wordsOf(each)}` }))),
});

/** Six messages to a bot with five questions. */
export const waterfallPlan = (): Plan => ({
  reads: 'text',
  talks: said().map(({ locale, says }) => WATERFALL.map((right, at) => ({ locale, says: wordsOf(says[at] ?? `answer ${at}`), right }))),
});
