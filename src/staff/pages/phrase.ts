import { type Html, html } from '../../http/html.ts';
import { say } from '../../language/language.ts';
import type { Unheard } from '../kept.ts';
import { factLabel, valueTitle } from '../matter.ts';
import type { Proposal } from '../proposal.ts';
import type { Visit } from '../visit.ts';
import { pageOf, tokenField } from './layout.ts';

/** What a saying that was not understood may mean, to choose from. */
export const phrasePage = (visit: Visit, unheard: Unheard, meanings: readonly (readonly [string, string])[]): Html => {
  const { language } = visit;
  const { id, ask, text, language: spoken } = unheard;
  return pageOf(visit, {
    title: say(language, 'desk.phrase.title'),
    name: 'message',
    content: html`<section class="card"><h1>${say(language, 'desk.phrase.title')}</h1>
      <blockquote lang="${spoken}" dir="auto">${text}</blockquote>
      ${ask === undefined ? '' : html`<p class="hint">${say(language, 'desk.phrase.asked', { label: factLabel(ask, language) })}</p>`}
      <form method="post" action="/desk/overview/phrase">${tokenField(visit)}<input type="hidden" name="id" value="${id}">
        <p><label>${say(language, 'desk.phrase.means')} <select name="meaning">${meanings.map(
          ([fact, value]) =>
            html`<option value="${fact}=${value}">${factLabel(fact, language)}: ${valueTitle(fact, value, language)}</option>`,
        )}</select></label></p>
        <p><button class="main" name="does" value="propose">${say(language, 'desk.phrase.propose')}</button> <button name="does" value="drop">${say(language, 'desk.phrase.drop')}</button></p></form>
      <p><a href="/desk/overview">${say(language, 'desk.phrase.back')}</a></p></section>`,
  });
};

/** A phrase and its test, ready to be put into the project. */
export const proposalPage = (visit: Visit, { phrase, words, test, file }: Proposal): Html => {
  const { language } = visit;
  return pageOf(visit, {
    title: say(language, 'desk.phrase.ready'),
    name: 'message',
    content: html`<section class="card"><h1>${say(language, 'desk.phrase.ready')}</h1>
      <p>${say(language, 'desk.phrase.inWords', { file: words.file, name: words.name })}</p><blockquote>${phrase}</blockquote>
      <p>${say(language, 'desk.phrase.asTest', { file })}</p><pre tabindex="0">${test}</pre>
      <p>${say(language, 'desk.phrase.run')}</p>
      <p><a href="/desk/overview">${say(language, 'desk.phrase.back')}</a></p></section>`,
  });
};
