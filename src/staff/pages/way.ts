import { textOf } from '../../conversation/ask.ts';
import type { Case, CaseFact } from '../../desk/case.ts';
import { mayActAs } from '../../desk/staff.ts';
import { type Html, html } from '../../http/html.ts';
import { type Language, say } from '../../language/language.ts';
import { speak } from '../../language/saying.ts';
import { stepCase } from '../../machines/case.ts';
import { isQuestion, isTrial, QUESTIONS, TRIED } from '../../machines/facts.ts';
import { drawnIn, drawnOn } from '../../map/drawn.ts';
import { svg } from '../../map/svg.ts';
import { type Step, type Trodden, troddenIn } from '../../map/trodden.ts';
import { branchWords, stepWords } from '../../map/words.ts';
import { DEEDS } from '../deeds.ts';
import { outcomeTitle, sourceWords, treeFacts, valueTitle } from '../matter.ts';
import type { Visit } from '../visit.ts';
import { tokenField } from './layout.ts';
import { versionField } from './talk.ts';

export const wayIn = (facts: readonly CaseFact[]): Trodden => troddenIn(treeFacts(facts));

/** Where a fact came from; a sign was worked out from the details. */
const sourceOf = (name: string, facts: readonly CaseFact[], language: Language): Html => {
  const fact = facts.find((each) => each.name === name);
  if (fact === undefined) return html`${say(language, 'desk.froms.sign')}`;
  return html`${sourceWords(fact.from, language)}${fact.piece === undefined ? '' : html`: <q>${fact.piece}</q>`}`;
};

const canReask = ({ staff }: Visit, { state }: Case) => mayActAs(staff, DEEDS.reask) && stepCase(state, 'reask') !== undefined;

const whyStep = (step: Step, number: number | undefined, facts: readonly CaseFact[], visit: Visit, shown: Case): Html => {
  const { language } = visit;
  const fact = step.known?.fact;
  return html`<li value="${number ?? 0}">${stepWords(step, language)}${
    fact === undefined
      ? html` <span class="source">${say(language, 'desk.case.rests')}</span>`
      : html` <span class="source">${sourceOf(fact, facts, language)}</span>`
  }${
    fact !== undefined && isQuestion(fact) && canReask(visit, shown)
      ? html` <form class="inline" method="post" action="/desk/cases/${shown.number}/reask">${tokenField(visit)}${versionField(shown)}<input type="hidden" name="fact" value="${fact}"><button class="small" title="${say(language, 'desk.case.reaskHint')}">${say(language, 'desk.case.reask')}</button></form>`
      : ''
  }</li>`;
};

/** A fact that decided at several places is told once; the numbers are those in the pictures. */
const onceEach = (told: readonly Step[]): readonly Step[] =>
  told.filter(({ known }, at) => known === undefined || told.findIndex((other) => other.known?.fact === known.fact) === at);

/** Why the desk stands where it does: each step, what decided there, and where that came from. */
export const whyPart = (facts: readonly CaseFact[], trodden: Trodden, visit: Visit, shown: Case): Html =>
  html`<section class="why" data-live="why"><h2>${say(visit.language, 'desk.case.why')}</h2>
      <ol>${onceEach(trodden.told).map((step) => whyStep(step, trodden.steps.get(step.place), facts, visit, shown))}</ol></section>`;

/** The way drawn on the branches of the tree that it goes through. */
export const mapPart = async (trodden: Trodden, language: Language): Promise<Html> => {
  const drawn = drawnOn(await drawnIn(language), trodden.places);
  return html`<section class="way" data-live="way" data-rests="${trodden.told.at(-1)?.place ?? ''}"><h2>${say(language, 'desk.case.way')}</h2>
      ${drawn.map(({ branch: { name }, picture }) => {
        // The branch where the talk rests is what one looks for; the way there is a click away.
        const isLast = trodden.told.at(-1)?.place.split('.')[1] === name;
        const title = branchWords(name, language);
        return html`<details${isLast ? html` open` : ''}><summary>${title}</summary><div class="picture" tabindex="0" role="region" aria-label="${title}">${svg(picture, title, language, trodden)}</div></details>`;
      })}</section>`;
};

const answers = (fact: string): readonly string[] => (isQuestion(fact) ? [...QUESTIONS[fact], 'unknown'] : isTrial(fact) ? TRIED : []);

/** The question as the bot would put it; its id where the tree no longer has it. */
const asked = (ask: string, language: Language): string => (isQuestion(ask) ? speak(language, textOf(ask, 'ask')) : ask);

/** What the bot would ask or advises next, to be answered for the person. */
export const nextPart = (visit: Visit, shown: Case): Html => {
  const { language, staff } = visit;
  const { ask, outcome } = shown.matter;
  const fact = ask ?? (outcome === undefined ? undefined : `tried.${outcome}`);
  const heading = say(language, outcome === undefined ? 'desk.case.next' : 'desk.case.advises');
  const may = mayActAs(staff, DEEDS.answer) && stepCase(shown.state, 'answer') !== undefined;
  return html`<section class="next" data-live="next"><h2>${heading}</h2>
      <p>${outcome === undefined ? (ask === undefined ? say(language, 'desk.case.atEnd') : asked(ask, language)) : html`<b>${outcome}</b> ${outcomeTitle(outcome, language)}`}</p>
      ${
        fact === undefined || !may
          ? ''
          : html`<form method="post" action="/desk/cases/${shown.number}/answer">${tokenField(visit)}${versionField(shown)}<input type="hidden" name="fact" value="${fact}">
        <label>${say(language, 'desk.case.answerFor')} <select name="value">${answers(fact).map((value) => html`<option value="${value}">${valueTitle(fact, value, language)}</option>`)}</select></label><button>${say(language, 'desk.case.answer')}</button></form>`
      }</section>`;
};
