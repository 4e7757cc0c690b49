import { type Html, html } from '../../http/html.ts';
import { type Language, say } from '../../language/language.ts';
import { shell } from './layout.ts';

const card = (language: Language, address: string, content: Html): Html =>
  shell({
    title: say(language, 'desk.signIn.title'),
    language,
    address,
    name: 'message',
    content: html`<section class="card"><h1>${say(language, 'desk.signIn.title')}</h1>${content}</section>`,
  });

/** Where one signs in with the organisation's account. `to`: the page that was wanted. */
export const issuerPage = (language: Language, address: string, to: string): Html =>
  card(
    language,
    address,
    html`<p>${say(language, 'desk.signIn.lead')}</p>
    <p><a class="main button" href="/desk/sign-in/begin?to=${encodeURIComponent(to)}">${say(language, 'desk.signIn.issuer')}</a></p>`,
  );

/** Without an issuer: where the link is to be found. */
export const noIssuerPage = (language: Language, address: string): Html =>
  card(language, address, html`<p>${say(language, 'desk.signIn.look')}</p>`);

/** What the one-time link opens. Looking at it uses nothing up: programs that follow links would. */
export const linkPage = (language: Language, key: string): Html =>
  card(
    language,
    // Not the address itself: the link's secret stays out of other links.
    '/desk/sign-in',
    html`<p>${say(language, 'desk.signIn.link')}</p>
    <form method="post" action="/desk/sign-in/link"><input type="hidden" name="key" value="${key}"><button class="main">${say(language, 'desk.signIn.enter')}</button></form>`,
  );
