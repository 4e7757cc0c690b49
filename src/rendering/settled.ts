import { type Language, say } from '../language/language.ts';
import { type Element, text } from './card.ts';
import { isolated } from './direction.ts';

interface Sent {
  readonly attachments?: readonly { readonly contentType: string; readonly content: Element & { readonly body?: readonly Element[] } }[];
}

/** A message whose card can be answered: what its answer turns it into. The card stays to be read; its buttons give way to what was chosen. */
export const settled = (activity: Readonly<{ [field: string]: unknown }>, title: string, language: Language): object | undefined => {
  // Rows of the desk are stored as rendering made them.
  const { attachments: [attachment] = [] } = activity as Sent;
  const { actions, body = [], ...card } = attachment?.content ?? {};
  if (attachment === undefined || actions === undefined) return undefined;
  const chose = isolated(say(language, 'teams.chose', { title }), language);
  const asked = body.filter(({ type, id }) => type !== 'Input.ChoiceSet' && id !== 'choices' && id !== 'left');
  return {
    type: 'message',
    attachments: [
      {
        ...attachment,
        content: { ...card, speak: chose, fallbackText: chose, body: [...asked, text(chose, { weight: 'Bolder' })] },
      },
    ],
  };
};
