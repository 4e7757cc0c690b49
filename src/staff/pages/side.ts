import type { Case, CaseFact, Note, Step } from '../../desk/case.ts';
import { mayActAs } from '../../desk/staff.ts';
import { type Html, html } from '../../http/html.ts';
import { type Language, say } from '../../language/language.ts';
import { stepCase } from '../../machines/case.ts';
import { DEEDS } from '../deeds.ts';
import { factLabel, outcomeTitle, sourceWords, valueTitle } from '../matter.ts';
import { inFull } from '../moment.ts';
import type { Visit } from '../visit.ts';
import { tokenField } from './layout.ts';
import { versionField } from './talk.ts';

const factRow = ({ name, value, from }: CaseFact, language: Language): Html =>
  html`<tr><th scope="row">${factLabel(name, language)}</th><td dir="auto">${valueTitle(name, value, language)}</td><td class="source">${sourceWords(from, language)}</td></tr>`;

/** All that is known, with where it came from, and what does not fit together. */
export const factsPart = (facts: readonly CaseFact[], { matter }: Case, language: Language): Html =>
  html`<section data-live="facts"><h2>${say(language, 'desk.case.facts')}</h2>
      <table class="facts"><thead class="hidden"><tr><th scope="col">${say(language, 'desk.case.fact')}</th><th scope="col">${say(language, 'desk.case.value')}</th><th scope="col">${say(language, 'desk.case.from')}</th></tr></thead><tbody>${facts.map((fact) => factRow(fact, language))}</tbody></table>
      ${
        matter.contradictions.length === 0
          ? ''
          : html`<h3>${say(language, 'desk.case.contradictions')}</h3><ul>${matter.contradictions.map(
              ({ name, said, read }) =>
                html`<li>${say(language, 'desk.case.contradiction', { label: factLabel(name, language), said: valueTitle(name, said, language), read: valueTitle(name, read, language) })}</li>`,
            )}</ul>`
      }
      ${
        matter.tried.length === 0
          ? ''
          : html`<h3>${say(language, 'desk.case.tried')}</h3><ul>${matter.tried.map(
              ({ outcome, result }) =>
                html`<li><b>${outcome}</b> ${outcomeTitle(outcome, language)} — ${valueTitle(`tried.${outcome}`, result, language)}</li>`,
            )}</ul>`
      }</section>`;

/** Tags worked out from the facts, and those that staff added. */
export const tagsPart = (visit: Visit, shown: Case): Html => {
  const { language, staff } = visit;
  return html`<section><h2>${say(language, 'desk.case.tags')}</h2><p class="tags" data-live="tags">${[...shown.tags, ...shown.ownTags].map((tag) => html`<i>${tag}</i> `)}</p>${
    mayActAs(staff, DEEDS.tag) && stepCase(shown.state, 'tag') !== undefined
      ? html`<form class="pair" method="post" action="/desk/cases/${shown.number}/tag">${tokenField(visit)}${versionField(shown)}<input class="field" name="tags" value="${shown.ownTags.join(', ')}" maxlength="200" aria-label="${say(language, 'desk.bulk.tagName')}" data-keep id="tag"><button>${say(language, 'desk.case.addTag')}</button></form>`
      : ''
  }</section>`;
};

const noteItem = ({ at, by, text }: Note, language: Language): Html =>
  html`<li><p class="by"><b>${by}</b> <time datetime="${at}">${inFull(at, language)}</time></p><p class="text" dir="auto">${text}</p></li>`;

/** What colleagues tell each other. */
export const notesPart = (visit: Visit, shown: Case): Html => {
  const { language, staff } = visit;
  return html`<section class="notes" id="note"><h2>${say(language, 'desk.case.notes')}</h2>
      <ol data-live="notes">${shown.notes.map((note) => noteItem(note, language))}</ol>
      ${
        mayActAs(staff, DEEDS.note)
          ? html`<form method="post" action="/desk/cases/${shown.number}/note">${tokenField(visit)}${versionField(shown)}
        <label for="remark">${say(language, 'desk.case.note')}</label><span class="hint">${say(language, 'desk.case.noteLead')}</span>
        <textarea id="remark" name="text" rows="2" required maxlength="4000" data-keep></textarea><button>${say(language, 'desk.case.addNote')}</button></form>`
          : ''
      }</section>`;
};

const OTHERS = ['person', 'administrator', 'desk'] as const;

/** A step of a case's life, in words. */
export const stepLine = ({ at, by, step, about }: Step, language: Language): Html => {
  const other = OTHERS.find((each) => each === by);
  return html`<li><time datetime="${at}">${inFull(at, language)}</time> <b>${other === undefined ? by : say(language, `desk.by.${other}`)}</b> ${say(language, `desk.steps.${step}`)}${about === undefined ? '' : html` <span class="source">${about}</span>`}</li>`;
};

export const historyPart = ({ history }: Case, language: Language): Html =>
  html`<section data-live="history"><details><summary><h2>${say(language, 'desk.case.history')}</h2></summary><ol class="history">${history.toReversed().map((step) => stepLine(step, language))}</ol></details></section>`;
