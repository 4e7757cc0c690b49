import { mayActAs } from '../../desk/staff.ts';
import { type Html, html } from '../../http/html.ts';
import { type Language, say } from '../../language/language.ts';
import { DEEDS } from '../deeds.ts';
import type { Unheard } from '../kept.ts';
import { factLabel, outcomeTitle } from '../matter.ts';
import { inFull, moment } from '../moment.ts';
import type { DropOff, Overview, Success } from '../overview.ts';
import { queueAddress } from '../views.ts';
import type { Visit } from '../visit.ts';
import { pageOf, tokenField } from './layout.ts';

export interface OverviewView {
  readonly days: number;
  readonly overview: Overview;
  readonly unheard: readonly Omit<Unheard, 'before'>[];
  /** Hosts and codes for which the banner is switched on. */
  readonly banners: readonly string[];
  readonly now: string;
}

const minutes = (number: number, language: Language): string =>
  new Intl.NumberFormat(language, { style: 'unit', unit: number >= 120 ? 'hour' : 'minute', maximumFractionDigits: 0 }).format(
    number >= 120 ? number / 60 : number,
  );

const percent = (part: number, whole: number, language: Language): string =>
  whole === 0 ? say(language, 'desk.none') : new Intl.NumberFormat(language, { style: 'percent' }).format(part / whole);

const figure = (number: string, words: string): Html => html`<div><b>${number}</b><span>${words}</span></div>`;

const figures = ({ talks, solved, withPerson, firstAnswer }: Overview, language: Language): Html =>
  html`<div class="figures" data-live="figures">
      ${figure(String(talks), say(language, 'desk.overview.talks'))}
      ${figure(percent(solved, talks, language), say(language, 'desk.overview.solved'))}
      ${figure(percent(withPerson, talks, language), say(language, 'desk.overview.withPerson'))}
      ${figure(
        firstAnswer === undefined ? say(language, 'desk.none') : minutes(firstAnswer.median, language),
        firstAnswer === undefined
          ? say(language, 'desk.overview.noAnswer')
          : say(language, 'desk.overview.firstAnswer', { slowest: minutes(firstAnswer.slowest, language) }),
      )}
    </div>`;

const outbreaksPart = (visit: Visit, { overview, banners, now }: OverviewView): Html => {
  const { language, staff } = visit;
  const mayBanner = mayActAs(staff, DEEDS.banner);
  const isOn = (about: string) => banners.includes(about);
  const turn = (about: string) =>
    mayBanner
      ? html`<form class="inline" method="post" action="/desk/overview/banner">${tokenField(visit)}<input type="hidden" name="about" value="${about}"><input type="hidden" name="to" value="${isOn(about) ? 'off' : 'on'}"><button class="small">${say(language, isOn(about) ? 'desk.overview.bannerOff' : 'desk.overview.bannerOn')}</button></form>`
      : '';
  const found = overview.outbreaks.toReversed();
  const others = banners.filter((about) => !found.some((each) => each.about === about));
  return html`<section data-live="outbreaks"><h2>${say(language, 'desk.overview.outbreaks')}</h2>
      <p class="hint">${say(language, 'desk.overview.outbreaksLead')}</p>
      ${
        found.length + others.length === 0
          ? html`<p>${say(language, 'desk.overview.noOutbreak')}</p>`
          : html`<table class="numbers"><thead><tr><th scope="col">${say(language, 'desk.overview.about')}</th><th scope="col" class="number">${say(language, 'desk.overview.people')}</th><th scope="col">${say(language, 'desk.overview.last')}</th><th scope="col">${say(language, 'desk.overview.banner')}</th></tr></thead><tbody>${found.map(
              ({ about, people, to }) =>
                html`<tr><th scope="row"><a href="${queueAddress(`${about.startsWith('0x') ? 'code' : 'host'}:${about}`)}"><code>${about}</code></a></th><td class="number">${people}</td><td>${moment(to, now, language)}</td><td>${say(language, isOn(about) ? 'desk.overview.isOn' : 'desk.overview.isOff')} ${turn(about)}</td></tr>`,
            )}${others.map(
              (about) =>
                html`<tr><th scope="row"><code>${about}</code></th><td class="number">${say(language, 'desk.none')}</td><td></td><td>${say(language, 'desk.overview.isOn')} ${turn(about)}</td></tr>`,
            )}</tbody></table>`
      }</section>`;
};

const successRow = ({ outcome, language: spoken, advised, solved, up, down }: Success, language: Language): Html =>
  html`<tr><th scope="row"><b>${outcome}</b> ${outcomeTitle(outcome, language)}</th><td>${spoken.toUpperCase()}</td><td class="number">${advised}</td><td class="number">${solved}</td><td class="number">${percent(solved, advised, language)}</td><td class="number">${up}</td><td class="number">${down}</td></tr>`;

const successesPart = ({ successes }: Overview, language: Language): Html =>
  html`<section><h2>${say(language, 'desk.overview.successes')}</h2>${
    successes.length === 0
      ? html`<p>${say(language, 'desk.overview.nothing')}</p>`
      : html`<table class="numbers"><thead><tr><th scope="col">${say(language, 'desk.overview.outcome')}</th><th scope="col">${say(language, 'page.languages')}</th><th scope="col" class="number">${say(language, 'desk.overview.advised')}</th><th scope="col" class="number">${say(language, 'desk.overview.solvedAlone')}</th><th scope="col" class="number">%</th><th scope="col" class="number">${say(language, 'desk.overview.helpful')}</th><th scope="col" class="number">${say(language, 'desk.overview.notHelpful')}</th></tr></thead><tbody>${successes.slice(0, 30).map((each) => successRow(each, language))}</tbody></table>`
  }</section>`;

const dropOffRow = ({ ask, asked, left }: DropOff, language: Language): Html =>
  html`<tr><th scope="row">${factLabel(ask, language)} <code class="hint">${ask}</code></th><td class="number">${asked}</td><td class="number">${left}</td><td class="number">${percent(left, asked, language)}</td></tr>`;

const dropOffsPart = ({ dropOffs }: Overview, language: Language): Html =>
  html`<section><h2>${say(language, 'desk.overview.dropOffs')}</h2><p class="hint">${say(language, 'desk.overview.dropOffsLead')}</p>${
    dropOffs.length === 0
      ? html`<p>${say(language, 'desk.overview.nothing')}</p>`
      : html`<table class="numbers"><thead><tr><th scope="col">${say(language, 'desk.overview.question')}</th><th scope="col" class="number">${say(language, 'desk.overview.asked')}</th><th scope="col" class="number">${say(language, 'desk.overview.left')}</th><th scope="col" class="number">%</th></tr></thead><tbody>${dropOffs.slice(0, 20).map((each) => dropOffRow(each, language))}</tbody></table>`
  }</section>`;

const unheardRow = (visit: Visit, { id, at, language: spoken, ask, text }: Omit<Unheard, 'before'>): Html => {
  const { language, staff } = visit;
  return html`<tr><th scope="row"><q lang="${spoken}" dir="auto">${text}</q><br><span class="hint">${ask === undefined ? '' : `${factLabel(ask, language)} · `}${spoken.toUpperCase()} · ${inFull(at, language)}</span></th><td class="number">${
    mayActAs(staff, DEEDS.review)
      ? html`<a class="button small" href="/desk/overview/phrase?id=${encodeURIComponent(id)}">${say(language, 'desk.overview.teach')}</a>`
      : ''
  }</td></tr>`;
};

const unheardPart = (visit: Visit, { unheard }: OverviewView): Html => {
  const { language } = visit;
  return html`<section><h2>${say(language, 'desk.overview.unheard')}</h2><p class="hint">${say(language, 'desk.overview.unheardLead')}</p>${
    unheard.length === 0
      ? html`<p>${say(language, 'desk.overview.allHeard')}</p>`
      : html`<table class="numbers"><tbody>${unheard.map((each) => unheardRow(visit, each))}</tbody></table>`
  }</section>`;
};

/** How the desk does as a whole: what it solves, where people leave it, what it does not understand, and what breaks for many. */
export const overviewPage = (visit: Visit, view: OverviewView): Html => {
  const { language } = visit;
  const { overview, days } = view;
  return pageOf(visit, {
    title: say(language, 'desk.overview.title'),
    name: 'overview-page',
    here: '/desk/overview',
    styles: ['overview.css'],
    content: html`<h1>${say(language, 'desk.overview.title')}</h1><p class="hint">${say(language, 'desk.overview.lead', { days })}</p>
    ${figures(overview, language)}
    ${outbreaksPart(visit, view)}
    <div class="halves"><div>${successesPart(overview, language)}</div><div>${dropOffsPart(overview, language)}${unheardPart(visit, view)}</div></div>`,
  });
};
