import type { Case } from '../../desk/case.ts';
import { type Html, html } from '../../http/html.ts';
import { say } from '../../language/language.ts';
import type { RefundPack } from '../refund.ts';
import type { Visit } from '../visit.ts';
import { pageOf } from './layout.ts';

/** The refund pack, to be copied or printed: its headings in the language of staff, its texts in the person's. */
export const refundPage = (visit: Visit, { number, matter }: Case, { timeline, seller, collect, letter }: RefundPack): Html => {
  const { language } = visit;
  const spoken = matter.language;
  return pageOf(visit, {
    title: say(language, 'desk.refund.title', { number }),
    name: 'refund-page',
    styles: ['case.css'],
    content: html`<h1>${say(language, 'desk.refund.title', { number })}</h1>
    <p class="hint">${say(language, 'desk.refund.lead')} <a href="/desk/cases/${number}">${number}</a></p>
    <section><h2>${say(language, 'desk.refund.letterTitle')}</h2><div class="letter" lang="${spoken}">${letter.map((part) => html`<p>${part}</p>`)}</div></section>
    <section><h2>${say(language, 'desk.refund.collect')}</h2><ul lang="${spoken}">${collect.map((each) => html`<li>${each}</li>`)}</ul></section>
    <section><h2>${say(language, 'desk.refund.seller')}</h2><ul lang="${spoken}">${seller.map((each) => html`<li>${each}</li>`)}</ul></section>
    <section><h2>${say(language, 'desk.refund.timeline')}</h2><ol class="history" lang="${spoken}">${timeline.map(({ at, what }) => html`<li><time>${at}</time> ${what}</li>`)}</ol></section>`,
  });
};
