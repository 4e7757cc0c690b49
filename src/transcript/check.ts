import type { Ids } from '../rendering/render.ts';
import { type ChatFile, type Expectation, lineOf } from './chat.ts';

const holds = (expected: Expectation, replies: readonly Ids[]): boolean => {
  switch (expected.kind) {
    case 'says':
      return replies.some(({ keys }) => keys.includes(expected.key));
    case 'silent about':
      return !replies.some(({ keys }) => keys.includes(expected.key));
    case 'asks':
      return replies.some(
        ({ ask, choices = [] }) =>
          ask === expected.ask &&
          (expected.choices === undefined || choices.map(({ value }) => value).join(' ') === expected.choices.join(' ')),
      );
    case 'asks nothing':
      return replies.every(({ ask }) => ask === undefined);
    case 'advises':
      return replies.some(({ outcome }) => outcome === expected.outcome);
    case 'left':
      return replies.some(({ mostQuestionsLeft }) => mostQuestionsLeft === expected.most);
  }
};

const shown = ({ keys, ask, choices, outcome, mostQuestionsLeft }: Ids): string =>
  [
    ...keys.map((key) => `< ${key}`),
    ...(outcome === undefined ? [] : [`< advice ${outcome}`]),
    ...(ask === undefined ? ['< no question'] : [`< ${ask} [${choices?.map(({ value }) => value).join(' ')}]`]),
    ...(mostQuestionsLeft === undefined ? [] : [`< left ${mostQuestionsLeft}`]),
  ].join('\n');

/** What did not come as expected, in words for the author of the talk; empty where all came. */
export const complaint = (file: ChatFile, at: number, replies: readonly Ids[]): string => {
  const exchange = file.exchanges[at];
  const missed = exchange?.expects.filter((expected) => !holds(expected, replies)) ?? [];
  if (exchange === undefined || missed.length === 0) return '';
  const wanted = missed.map(({ line, ...expected }) => `  line ${line}: ${Object.values(expected).join(' ')}`).join('\n');
  return `${file.name}: after line ${exchange.line} "> ${lineOf(exchange.says)}" this was expected:\n${wanted}\nand this came:\n${replies.map(shown).join('\n  (next message)\n')}`;
};
