import PostalMime from 'postal-mime';
import type { Ticket } from '../ticket.ts';
import { timeOf } from './columns.ts';
import { wordsIn } from './html.ts';

/** Does the text begin with the headers of a mail? */
export const looksLikeMail = (text: string): boolean =>
  /^(?:received|return-path|delivered-to|from|to|subject|date|message-id|mime-version|x-[\w-]+): .*\r?\n(?:[\w-]+: |[ \t])/i.test(text);

/** Reads one mail, its subject before its text. Attachments are not looked into. */
export const mail = async (bytes: Uint8Array, name: string): Promise<Ticket> => {
  const { messageId, subject, text, html, date, from } = await PostalMime.parse(bytes);
  const at = timeOf(date);
  return {
    id: messageId?.replace(/^<|>$/g, '') ?? name,
    text: [subject, text ?? wordsIn(html ?? '')].filter((part) => part !== undefined && part !== '').join('\n'),
    ...(at === undefined ? {} : { at }),
    ...(from?.address === undefined ? {} : { from: from.address }),
  };
};
