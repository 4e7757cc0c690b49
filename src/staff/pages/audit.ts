import { isCaseNumber } from '../../desk/case.ts';
import { type Html, html } from '../../http/html.ts';
import { say } from '../../language/language.ts';
import type { Audited } from '../kept.ts';
import { inFull } from '../moment.ts';
import type { Visit } from '../visit.ts';
import { pageOf } from './layout.ts';

/** Who saw, changed or took out what, the newest first. */
export const auditPage = (visit: Visit, rows: readonly Audited[], names: ReadonlyMap<string, string>, older: Audited | undefined): Html => {
  const { language } = visit;
  const row = ({ at, who, what, about, result }: Audited): Html =>
    html`<tr><td><time datetime="${at}">${inFull(at, language)}</time></td><th scope="row">${names.get(who) ?? who}</th><td><code>${what}</code></td><td>${
      isCaseNumber(about) ? html`<a href="/desk/cases/${about}">${about}</a>` : about
    }</td><td>${result === 'done' ? say(language, 'desk.audit.done') : html`<code>${result}</code>`}</td></tr>`;
  return pageOf(visit, {
    title: say(language, 'desk.audit.title'),
    name: 'audit-page',
    here: '/desk/audit',
    styles: ['overview.css'],
    content: html`<h1>${say(language, 'desk.audit.title')}</h1><p class="hint">${say(language, 'desk.audit.lead')}</p>
    <section>${
      rows.length === 0
        ? html`<p>${say(language, 'desk.audit.nothing')}</p>`
        : html`<table class="numbers"><thead><tr><th scope="col">${say(language, 'desk.audit.when')}</th><th scope="col">${say(language, 'desk.audit.who')}</th><th scope="col">${say(language, 'desk.audit.what')}</th><th scope="col">${say(language, 'desk.audit.about')}</th><th scope="col">${say(language, 'desk.audit.result')}</th></tr></thead><tbody>${rows.map(row)}</tbody></table>`
    }${older === undefined ? '' : html`<p><a href="/desk/audit?${new URLSearchParams({ before: `${older.at} ${older.id}` }).toString()}">${say(language, 'desk.audit.older')}</a></p>`}</section>`,
  });
};
