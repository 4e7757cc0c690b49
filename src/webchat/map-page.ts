import type { PageFile } from '../http/file.ts';
import { type Html, html } from '../http/html.ts';
import { LANGUAGES, type Language, say } from '../language/language.ts';
import { type Drawn, drawnIn, drawnOn } from '../map/drawn.ts';
import type { Entry } from '../map/outline.ts';
import { STYLE, svg } from '../map/svg.ts';
import { namedIn, type Trodden, troddenIn } from '../map/trodden.ts';
import { branchWords, stepWords } from '../map/words.ts';

const entryOf = ({ name, outcome, words, leads }: Entry): Html =>
  html`<li><strong>${outcome ?? ''} ${words}</strong> <code>${name}</code><ul>${leads.map(({ answer, to }) => html`<li>${answer} → ${to}</li>`)}</ul></li>`;

const section = ({ branch: { name }, picture, entries }: Drawn, language: Language, trodden: Trodden): Html => {
  const title = branchWords(name, language);
  return html`<section id="${name}">
      <h2>${title}</h2>
      <div class="picture" tabindex="0" role="region" aria-label="${title}">${svg(picture, title, language, trodden)}</div>
      <details><summary>${say(language, 'map.outline')}</summary><ul>${entries.map(entryOf)}</ul></details>
    </section>`;
};

const wayOf = ({ told }: Trodden, language: Language): Html =>
  html`<section id="way">
      <h2>${say(language, 'map.way')}</h2>
      <p>${say(language, 'map.wayLead')}</p>
      <ol>${told.map((step) => html`<li><a href="#${step.place.split('.')[1] ?? ''}">${stepWords(step, language)}</a></li>`)}</ol>
    </section>`;

/**
 * The tree as a page: its branches as pictures and in words. Where the address names facts, the way that they lead is told first and
 * marked in the pictures, and only the branches that it goes through are shown open.
 */
export const mapPageOf = async (language: Language, query: URLSearchParams, files: ReadonlyMap<string, PageFile>): Promise<Html> => {
  const trodden = troddenIn(query);
  const drawn = await drawnIn(language);
  const shown = drawnOn(drawn, trodden.places);
  const text = (key: 'title' | 'heading' | 'lead' | 'legend' | 'back' | 'all' | 'branchesTitle') => say(language, `map.${key}`);
  const address = (name: string) => `/webchat/${name}?v=${files.get(name)?.hash ?? ''}`;
  // Only what the tree knows is put back: an address may hold anything.
  const inLanguage = (other: Language) => `/map?${new URLSearchParams(Object.fromEntries([['lang', other], ...namedIn(query)]))}`;
  const link = (other: Language) =>
    html`<a href="${inLanguage(other)}" lang="${other}" hreflang="${other}"${other === language ? html` aria-current="true"` : ''}>${say(other, 'page.name')}</a>`;
  return html`<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>${text('title')}</title>
    <link rel="icon" href="/favicon.svg" type="image/svg+xml">
    <link rel="stylesheet" href="${address('page.css')}">
    <link rel="stylesheet" href="${address('map.css')}">
    <style>${STYLE}</style>
  </head>
  <body class="map-page">
    <header>
      <div>
        <h1>${text('heading')}</h1>
        <p>${text('lead')} <a href="/?lang=${language}">${text('back')}</a></p>
      </div>
      <nav aria-label="${say(language, 'page.languages')}">${LANGUAGES.map(link)}</nav>
    </header>
    <main>
      ${trodden.places.size === 0 ? '' : wayOf(trodden, language)}
      <p class="legend">${text('legend')}</p>
      ${
        trodden.places.size === 0
          ? html`<nav aria-label="${text('branchesTitle')}" class="branches">${drawn.map(({ branch: { name } }) => html`<a href="#${name}">${branchWords(name, language)}</a>`)}</nav>`
          : html`<p><a href="/map?lang=${language}">${text('all')}</a></p>`
      }
      ${shown.map((each) => section(each, language, trodden))}
    </main>
  </body>
</html>
`;
};
