type Fields = Readonly<{ [field: string]: unknown }>;

const MENTION = /<at>[^<]+<\/at>/;

/**
 * A stored reply as Teams takes it. Text beside a card would be split into a message of its own whose id nobody learns, so the card, which
 * says all of it, goes alone. A mention in the text is told whom it means: the person that the reply is addressed to.
 */
export const onTheWire = (activity: Fields, person: string | undefined): Fields => {
  const { text, textFormat, ...rest } = activity;
  if (Array.isArray(activity.attachments) && activity.attachments.length > 0) return rest;
  const mention = MENTION.exec(String(text ?? ''))?.[0];
  if (mention === undefined || person === undefined) return activity;
  return { ...rest, text, textFormat, entities: [{ type: 'mention', text: mention, mentioned: { id: person } }] };
};
