import type { Refund } from '../../conversation/refund.ts';
import type { Case } from '../../desk/case.ts';
import { type Html, html } from '../../http/html.ts';
import { say } from '../../language/language.ts';
import { type Saying, speak } from '../../language/saying.ts';
import type { Visit } from '../visit.ts';
import { pageOf } from './layout.ts';

/** The refund pack, to be copied or printed: its headings in the language of staff, its texts in the person's. */
export const refundPage = (visit: Visit, { number, matter }: Case, { timeline, asks, letter }: Refund): Html => {
  const { language } = visit;
  const spoken = matter.language;
  const lines = (sayings: readonly Saying[]) => sayings.map((each) => html`<li>${speak(spoken, each)}</li>`);
  return pageOf(visit, {
    title: say(language, 'desk.refund.title', { number }),
    name: 'refund-page',
    styles: ['case.css'],
    content: html`<h1>${say(language, 'desk.refund.title', { number })}</h1>
    <p class="hint">${say(language, 'desk.refund.lead')} <a href="/desk/cases/${number}">${number}</a></p>
    <section lang="${spoken}"><h2>${say(spoken, 'refund.title')}</h2>${letter.map((part) => html`<p>${speak(spoken, part)}</p>`)}</section>
    <section lang="${spoken}"><h2>${say(spoken, 'refund.asks')}</h2><ul>${lines(asks)}</ul></section>
    <section lang="${spoken}"><h2>${say(spoken, 'refund.timeline')}</h2><ul>${lines(timeline)}</ul></section>`,
  });
};
