import type { Case, Said } from '../../desk/case.ts';
import { mayActAs } from '../../desk/staff.ts';
import { type Html, html } from '../../http/html.ts';
import { type Language, say } from '../../language/language.ts';
import { stepCase } from '../../machines/case.ts';
import { cannedFor, cannedText, cannedTitle, isCanned } from '../canned.ts';
import { DEEDS } from '../deeds.ts';
import { factLabel, valueTitle } from '../matter.ts';
import { inFull } from '../moment.ts';
import type { Moment } from '../replay.ts';
import type { Visit } from '../visit.ts';
import { tokenField } from './layout.ts';

/** A button without words stands in the transcript as {ask=value}. */
const words = (text: string, language: Language): string => {
  const [, ask, value] = /^\{([\w.-]+)=([\w.-]+)\}$/.exec(text) ?? [];
  return ask === undefined || value === undefined ? text : `${factLabel(ask, language)}: ${valueTitle(ask, value, language)}`;
};

const NAMES = { person: 'desk.case.person', desk: 'desk.case.bot', staff: 'desk.case.staff' } as const;

/** What is said to a person in Markdown, read as text: staff look for what was said, not for how it looked. */
const unmarked = (text: string): string =>
  text
    .replace(/\*\*/g, '')
    .replace(/\[([^\]]*)\]\(([^)\s]*)\)/g, '$1')
    .replace(/`/g, '')
    .replace(/^> ?/gm, '')
    .replace(/ {2}$/gm, '')
    .replace(/\n{2,}/g, '\n');

/** Longer replies of the bot are shown by their beginning. */
const LONG = 240;

const body = ({ from, text }: Said, language: Language): Html => {
  const shown = from === 'person' ? words(text, language) : unmarked(text);
  if (from !== 'desk' || shown.length <= LONG) return html`<p class="text" dir="auto">${shown}</p>`;
  const end = Math.max(shown.lastIndexOf(' ', LONG), shown.lastIndexOf('\n', LONG));
  return html`<details class="text"><summary dir="auto">${shown.slice(0, end)} …</summary><p dir="auto">${shown.slice(end).trim()}</p></details>`;
};

const said = (each: Said, language: Language): Html => {
  const { from, at, by } = each;
  return html`<li class="${from}"><p class="by"><b>${by ?? say(language, NAMES[from])}</b> <time datetime="${at}">${inFull(at, language)}</time></p>${body(each, language)}</li>`;
};

const replaying = ({ number }: Case, { turn, of, isWhole }: Moment, language: Language): Html => {
  if (of < 2) return html``;
  const link = (to: number, key: 'desk.case.before' | 'desk.case.after') =>
    to < 1 || to > of ? '' : html`<a href="/desk/cases/${number}?turn=${to}">${say(language, key)}</a> `;
  return isWhole
    ? html`<p class="replay"><a href="/desk/cases/${number}?turn=1">${say(language, 'desk.case.replay')}</a></p>`
    : html`<p class="replay">${link(turn - 1, 'desk.case.before')}<span>${say(language, 'desk.case.turn', { at: turn, of })}</span> ${link(turn + 1, 'desk.case.after')}<a href="/desk/cases/${number}">${say(language, 'desk.case.whole')}</a></p>`;
};

/** What was said, by whom and when, up to a turn. */
export const talkPart = (shown: Case, at: Moment, language: Language): Html =>
  html`<section class="talk" data-live="talk"><h2>${say(language, 'desk.case.talk')}</h2>
      ${replaying(shown, at, language)}
      <ol lang="${shown.matter.language}">${at.transcript.map((each) => said(each, language))}</ol></section>`;

/** Where staff write to the person. A ready-made reply is put in by the server, so that it works without script. */
export const replyPart = (visit: Visit, shown: Case): Html => {
  const { language, staff, query } = visit;
  if (!mayActAs(staff, DEEDS.reply) || stepCase(shown.state, 'reply') === undefined) return html``;
  const chosen = query.get('canned') ?? '';
  const text = isCanned(chosen) ? cannedText(chosen, { ...shown, owner: shown.owner ?? staff }) : '';
  const spoken = say(language, `talk.names.${shown.matter.language}`);
  return html`<section class="reply" id="reply"><h2>${say(language, 'desk.case.reply')}</h2>
      <p class="hint">${say(language, 'desk.case.replyLead')} ${say(language, 'desk.case.replyIn', { language: spoken })}</p>
      <form class="canned" method="get" action="/desk/cases/${shown.number}#reply"><label>${say(language, 'desk.case.canned')} <select name="canned">${cannedFor(
        shown,
      ).map(
        (id) => html`<option value="${id}"${id === chosen ? html` selected` : ''}>${cannedTitle(id, language)}</option>`,
      )}</select></label><button>${say(language, 'desk.case.insert')}</button></form>
      <form method="post" action="/desk/cases/${shown.number}/reply">${tokenField(visit)}${versionField(shown)}
        <label class="hidden" for="words">${say(language, 'desk.case.reply')}</label>
        <textarea id="words" name="text" rows="4" required maxlength="4000" lang="${shown.matter.language}" data-keep>${text}</textarea>
        <button class="main">${say(language, 'desk.case.send')}</button></form></section>`;
};

/** The version that was seen: who acts on an older one is told what happened since. */
export const versionField = ({ version }: Pick<Case, 'version'>): Html =>
  html`<input type="hidden" name="version" value="${version}" data-version>`;
