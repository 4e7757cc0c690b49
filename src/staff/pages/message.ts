import { type Html, html } from '../../http/html.ts';
import { type Language, say } from '../../language/language.ts';
import { shell } from './layout.ts';

export type Message =
  | 'signedOut'
  | 'badForm'
  | 'foreignForm'
  | 'notAllowed'
  | 'failed'
  | 'closed'
  | 'noCase'
  | 'noRole'
  | 'signInFailed'
  | 'linkWrong'
  | 'linkTooMany'
  | 'gone';

/** A page that only says why there is nothing else to see, and where to go on. */
export const messagePage = (language: Language, message: Message): Html =>
  shell({
    title: say(language, `desk.messages.${message}.title`),
    language,
    address: '/desk',
    name: 'message',
    content: html`<section class="card"><h1>${say(language, `desk.messages.${message}.title`)}</h1><p>${say(language, `desk.messages.${message}.text`)}</p><p><a href="/desk">${say(language, 'desk.toQueue')}</a></p></section>`,
  });
