import type { Action } from '../../desk/action.ts';
import type { Case, Step } from '../../desk/case.ts';
import { type Html, html } from '../../http/html.ts';
import { say } from '../../language/language.ts';
import type { Visit } from '../visit.ts';
import { pageOf, tokenField } from './layout.ts';
import { stepLine } from './side.ts';
import { versionField } from './talk.ts';

const OURS = ['token', 'version'];

/** Somebody came between: what happened since, and what was to be done, so that nothing written is lost. */
export const stalePage = (visit: Visit, does: Action['does'], shown: Case, since: readonly Step[]): Html => {
  const { language, form } = visit;
  const fields = [...form].filter(([name]) => !OURS.includes(name));
  const text = form.get('text');
  return pageOf(visit, {
    title: say(language, 'desk.stale.title'),
    name: 'message',
    content: html`<section class="card"><h1>${say(language, 'desk.stale.title')}</h1>
      <p role="alert">${say(language, 'desk.stale.lead')}</p>
      <ol class="history">${since.map((step) => stepLine(step, language))}</ol>
      ${text === null ? '' : html`<p>${say(language, 'desk.stale.yours')}</p><blockquote dir="auto">${text}</blockquote>`}
      <p><a class="main button" href="/desk/cases/${shown.number}">${shown.number}</a></p>
      <form method="post" action="/desk/cases/${shown.number}/${does}">${tokenField(visit)}${versionField(shown)}${fields.map(
        ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
      )}<button>${say(language, 'desk.stale.again')}</button></form></section>`,
  });
};
