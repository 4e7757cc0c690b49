import { type Language, say } from '../language/language.ts';
import type { Element } from './card.ts';
import type { Channel } from './channels.ts';

/** An open choice in words. */
export interface Titled {
  readonly value: string;
  readonly title: string;
}

/** How choices are put: buttons below the message or on its card, a list on the card, or numbers in the text. */
interface Put {
  /** The labels stand in the text, numbered. */
  readonly numbered: boolean;
  readonly below: readonly Titled[];
  readonly inputs: readonly Element[];
  readonly actions: readonly Element[];
}

const submit = (title: string, tooltip: string, sent: Element): Element => ({
  type: 'Action.Submit',
  title,
  ...(tooltip === title ? {} : { tooltip }),
  data: sent,
});

/** More than the buttons hold: a list to choose from, with one button. */
const list = (choices: readonly Titled[], ask: string, language: Language): Put => ({
  numbered: false,
  below: [],
  inputs: [
    {
      type: 'Input.ChoiceSet',
      id: 'value',
      style: 'expanded',
      wrap: true,
      isRequired: true,
      label: say(language, 'teams.answerLabel'),
      errorMessage: say(language, 'teams.answerMissing'),
      choices: choices.map(({ title, value }) => ({ title, value })),
    },
  ],
  actions: [submit(say(language, 'teams.answerSend'), say(language, 'teams.answerSend'), { ask })],
});

/** Puts choices where the channel can show them. `onCard`: the message is a card anyway, so they stand on it. */
export const putChoices = (choices: readonly Titled[], ask: string, channel: Channel, language: Language, onCard: boolean): Put => {
  const { buttons, whole, fits } = channel;
  const nothing: Put = { numbered: false, below: [], inputs: [], actions: [] };
  if (choices.length === 0) return nothing;
  if (buttons === 'none') return { ...nothing, numbered: true };
  if (!whole) return { ...nothing, below: choices };
  if (choices.length > fits.buttons) return list(choices, ask, language);
  const numbered = choices.some(({ title }) => title.length > fits.label);
  const labels = choices.map(({ title }, at) => (numbered ? String(at + 1) : title));
  if (buttons === 'below' && !onCard)
    return { ...nothing, numbered, below: choices.map(({ value }, at) => ({ value, title: labels[at] ?? '' })) };
  return {
    ...nothing,
    numbered,
    actions: choices.map(({ value, title }, at) => submit(labels[at] ?? title, title, { ask, value })),
  };
};
