import type { PageFile } from '../http/file.ts';
import { type Html, html } from '../http/html.ts';
import { type Language, say } from '../language/language.ts';

/**
 * What an administrator's link opens: who it is for, and the button that uses it up. Looking at the page changes nothing, so that
 * neither a preview nor the person themselves spends the link.
 */
export const casePageOf = (token: string, language: Language, files: ReadonlyMap<string, PageFile>): Html => {
  const address = (name: string) => `/webchat/${name}?v=${files.get(name)?.hash ?? ''}`;
  return html`<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="robots" content="noindex">
    <title>${say(language, 'page.case.title')}</title>
    <link rel="icon" href="/favicon.svg" type="image/svg+xml">
    <link rel="stylesheet" href="${address('page.css')}">
  </head>
  <body>
    <header><h1>${say(language, 'page.case.title')}</h1></header>
    <main class="case">
      <p>${say(language, 'page.case.what')}</p>
      <p>${say(language, 'page.case.once')}</p>
      <p><a class="open" href="/?lang=${language}&amp;case=${token}" rel="nofollow">${say(language, 'page.case.open')}</a></p>
    </main>
  </body>
</html>
`;
};
