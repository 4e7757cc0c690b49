import { mayActAs } from '../../desk/staff.ts';
import type { PageFile } from '../../http/file.ts';
import { type Html, html } from '../../http/html.ts';
import type { MessageKey } from '../../language/keys.ts';
import { LANGUAGES, type Language, say } from '../../language/language.ts';
import { DEEDS } from '../deeds.ts';
import { staffFiles } from '../files.ts';
import type { Visit } from '../visit.ts';

const address = (name: string) => `/desk/files/${name}?v=${(staffFiles().get(name) as PageFile).hash}`;

const inLanguage = (language: Language, to: Language, path: string): Html => {
  const url = new URL(path, 'http://desk');
  url.searchParams.set('lang', to);
  return html`<a href="${url.pathname}${url.search}" lang="${to}" hreflang="${to}"${to === language ? html` aria-current="true"` : ''}>${to.toUpperCase()}<span class="aside"> ${say(to, 'page.name')}</span></a>`;
};

/** What every page looks like: its colours and text, its controls, and the frame around them. */
const STYLES = ['desk.css', 'controls.css', 'frame.css'];

interface Shell {
  readonly title: string;
  readonly language: Language;
  /** The page's own path and query, for the links to the other languages. */
  readonly address: string;
  readonly name: string;
  /** Style sheets beside the one of every page. */
  readonly styles?: readonly string[];
  readonly nav?: Html;
  readonly content: Html;
}

/** The frame of every page of the desk: head, bar, content. Everything comes from our own address. */
export const shell = ({ title, language, address: path, name, styles = [], nav, content }: Shell): Html => html`<!doctype html>
<html lang="${language}" dir="${say(language, 'desk.direction')}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>${title} – ${say(language, 'desk.brand')}</title>
    <link rel="icon" href="/favicon.svg" type="image/svg+xml">
    ${[...STYLES, ...styles].map((style) => html`<link rel="stylesheet" href="${address(style)}">`)}
    <script src="${address('desk.js')}" type="module"></script>
  </head>
  <body class="${name}">
    <a class="skip" href="#content">${say(language, 'desk.skip')}</a>
    <header>
      <a class="brand" href="/desk">${say(language, 'desk.brand')}</a>
      ${nav ?? ''}
      <nav class="languages" aria-label="${say(language, 'page.languages')}">${LANGUAGES.map((each) => inLanguage(language, each, path))}</nav>
    </header>
    <main id="content">${content}</main>
  </body>
</html>
`;

/** The hidden field that shows that our own page sent a form. */
export const tokenField = ({ formToken }: Pick<Visit, 'formToken'>): Html => html`<input type="hidden" name="token" value="${formToken}">`;

const PLACES = [
  { path: '/desk', key: 'desk.nav.queue', deed: 'read' },
  { path: '/desk/overview', key: 'desk.nav.overview', deed: 'read' },
  { path: '/desk/audit', key: 'desk.nav.audit', deed: 'audit' },
] as const satisfies readonly { path: string; key: MessageKey; deed: keyof typeof DEEDS }[];

const barOf = (visit: Visit, here: string | undefined): Html => {
  const { language, staff } = visit;
  return html`<nav class="places" aria-label="${say(language, 'desk.nav.label')}">${PLACES.filter(({ deed }) =>
    mayActAs(staff, DEEDS[deed]),
  ).map(({ path, key }) => html`<a href="${path}"${path === here ? html` aria-current="page"` : ''}>${say(language, key)}</a>`)}</nav>
      <form class="who" method="post" action="/desk/sign-out">${tokenField(visit)}<span>${staff.name}<span class="aside"> · ${say(language, `desk.roles.${staff.role}`)}</span></span><button class="plain">${say(language, 'desk.signOut')}</button></form>`;
};

interface Page {
  readonly title: string;
  /** Names the page for its style and script. */
  readonly name: string;
  readonly here?: string;
  readonly styles?: readonly string[];
  readonly content: Html;
}

/** A page for somebody signed in. */
export const pageOf = (visit: Visit, { title, name, here, styles, content }: Page): Html =>
  shell({
    title,
    ...(styles === undefined ? {} : { styles }),
    language: visit.language,
    address: visit.address,
    name,
    nav: barOf(visit, here),
    content,
  });

const KEYS = ['j', 'k', 'o', 'x', 't', 'slash', 'r', 'n', 'u', 'help'] as const;
const SHOWN: Readonly<Record<string, string>> = { slash: '/', help: '?' };

/** The list of shortcuts. They can be switched off, as single letters get in the way of speech input. */
export const keysDialog = (language: Language): Html =>
  html`<dialog id="keys" aria-labelledby="keys-title"><h2 id="keys-title">${say(language, 'desk.keys.title')}</h2>
      <dl>${KEYS.map((key) => html`<div><dt><kbd>${SHOWN[key] ?? key}</kbd></dt><dd>${say(language, `desk.keys.${key}`)}</dd></div>`)}</dl>
      <form method="dialog"><button type="button" data-switch data-on="${say(language, 'desk.keys.on')}" data-off="${say(language, 'desk.keys.off')}">${say(language, 'desk.keys.off')}</button> <button class="main">${say(language, 'desk.keys.close')}</button></form></dialog>`;
