import type { PageFile } from '../http/file.ts';
import { type Html, html } from '../http/html.ts';
import { inEach, LANGUAGES, type Language, say } from '../language/language.ts';

/** The texts that the page's script puts in itself, when the language is switched or something happens. */
const TEXTS = [
  'title',
  'heading',
  'lead',
  'map',
  'languages',
  'placeholder',
  'starting',
  'copied',
  'notCopied',
  'unreachable',
  'elsewhere',
] as const;

const textsOf = (language: Language) => Object.fromEntries(TEXTS.map((key) => [key, say(language, `page.${key}`)]));

const link = (to: Language, from: Language): Html =>
  html`<a href="/?lang=${to}" lang="${to}" hreflang="${to}" data-language="${to}"${to === from ? html` aria-current="true"` : ''}>${say(to, 'page.name')}</a>`;

/** The chat's page in a language. Everything comes from our own address; the script finds its texts in the page. */
export const pageOf = (language: Language, files: ReadonlyMap<string, PageFile>): Html => {
  const text = (key: (typeof TEXTS)[number] | 'noscript') => say(language, `page.${key}`);
  const address = (name: string) => `/webchat/${name}?v=${files.get(name)?.hash ?? ''}`;
  const texts = inEach(textsOf);
  return html`<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="description" content="${text('lead')}">
    <title>${text('title')}</title>
    <link rel="icon" href="/favicon.svg" type="image/svg+xml">
    <link rel="stylesheet" href="${address('page.css')}">
    <script src="${address('webchat.js')}" defer></script>
    <script src="${address('page.js')}" type="module"></script>
  </head>
  <body data-texts="${JSON.stringify(texts)}">
    <header>
      <div>
        <h1 data-text="heading">${text('heading')}</h1>
        <p><span data-text="lead">${text('lead')}</span> <a id="map" data-text="map" href="/map?lang=${language}">${text('map')}</a></p>
      </div>
      <nav aria-label="${text('languages')}">
        ${LANGUAGES.map((each) => link(each, language))}
      </nav>
    </header>
    <main id="chat">
      <p class="wait" data-text="starting">${text('starting')}</p>
      <noscript><p class="wait">${text('noscript')}</p></noscript>
    </main>
    <p id="note" role="status"></p>
  </body>
</html>
`;
};
