import { CLOSE_REASONS } from '../../desk/case.ts';
import { mayActAs, type Staff } from '../../desk/staff.ts';
import { type Html, html } from '../../http/html.ts';
import { type Language, say } from '../../language/language.ts';
import { DEEDS } from '../deeds.ts';
import { queueAddress } from '../views.ts';
import type { Visit } from '../visit.ts';
import { pageOf, tokenField } from './layout.ts';

/** The reasons to close, to choose from. */
export const reasonOptions = (language: Language): readonly Html[] =>
  CLOSE_REASONS.map((reason) => html`<option value="${reason}">${say(language, `desk.reasons.${reason}`)}</option>`);

/** Staff to assign to, to choose from. */
export const memberOptions = (members: readonly Staff[]): readonly Html[] =>
  members.map(({ id, name }) => html`<option value="${id}">${name}</option>`);

/** What can be done with all selected cases at once. The boxes in the table belong to this form. */
export const bulkBar = (visit: Visit, { search, members }: { readonly search: string; readonly members: readonly Staff[] }): Html => {
  const { language, staff } = visit;
  return html`<form id="bulk" class="bulk" method="post" action="/desk/bulk" aria-label="${say(language, 'desk.bulk.label')}">
      ${tokenField(visit)}<input type="hidden" name="q" value="${search}">
      <span class="label" data-selected="${say(language, 'desk.bulk.label')}">${say(language, 'desk.bulk.label')}</span>
      <button name="does" value="take">${say(language, 'desk.bulk.take')}</button>
      <button name="does" value="release">${say(language, 'desk.bulk.release')}</button>
      <span class="pair"><select name="because" aria-label="${say(language, 'desk.bulk.reason')}">${reasonOptions(language)}</select><button name="does" value="close">${say(language, 'desk.bulk.close')}</button></span>
      <span class="pair"><input class="field" name="tags" maxlength="40" aria-label="${say(language, 'desk.bulk.tagName')}" placeholder="${say(language, 'desk.bulk.tagName')}"><button name="does" value="tag">${say(language, 'desk.bulk.tag')}</button></span>
      ${
        mayActAs(staff, DEEDS.assign)
          ? html`<span class="pair"><select name="to" aria-label="${say(language, 'desk.bulk.to')}">${memberOptions(members)}</select><button name="does" value="assign">${say(language, 'desk.bulk.assign')}</button></span>`
          : ''
      }
    </form>`;
};

/** One case that a deed for many did not change, and why. */
export interface Failure {
  readonly number: string;
  readonly why: string;
}

/** What became of a deed for many, where not all of it was done. */
export const bulkResultPage = (visit: Visit, done: number, failures: readonly Failure[], search: string): Html => {
  const { language } = visit;
  const all = done + failures.length;
  return pageOf(visit, {
    title: say(language, 'desk.bulk.resultTitle'),
    name: 'message',
    content: html`<section class="card"><h1>${say(language, 'desk.bulk.resultTitle')}</h1>
      <p role="status">${all === 0 ? say(language, 'desk.bulk.nothing') : say(language, 'desk.bulk.result', { done, all })}</p>
      ${failures.length === 0 ? '' : html`<p>${say(language, 'desk.bulk.failed')}</p><ul>${failures.map(({ number, why }) => html`<li><a href="/desk/cases/${number}">${number}</a> ${why}</li>`)}</ul>`}
      <p><a href="${queueAddress(search)}">${say(language, 'desk.toQueue')}</a></p></section>`,
  });
};
