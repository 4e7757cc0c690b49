import PostalMime from 'postal-mime';
import type { Ticket } from '../ticket.ts';
import { timeOf } from './columns.ts';

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', apos: "'" };

/** The words of a mail that came as HTML alone. What is left open ends at the end: no expression goes over the text twice. */
const wordsIn = (html: string): string =>
  html
    .replace(/<(style|script|head)\b[\s\S]*?(?:<\/\1>|$)/gi, ' ')
    .replace(/<(?:br|\/p|\/div|\/tr|\/li)\b[^<>]*>/gi, '\n')
    .replace(/<[^<>]*>/g, ' ')
    .replace(/&#(\d{1,6});/g, (_, digits: string) => String.fromCodePoint(Math.min(Number(digits), 0x10ffff)))
    .replace(/&(\w{2,6});/g, (whole, name: string) => ENTITIES[name] ?? whole)
    .replace(/[ \t]+/g, ' ')
    .trim();

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
