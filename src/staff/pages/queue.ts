import type { Line, Page } from '../../desk/desk.ts';
import { COUNTED } from '../../desk/desk.ts';
import { PRIORITIES } from '../../desk/priority.ts';
import { mayActAs, type Staff } from '../../desk/staff.ts';
import { type Html, html } from '../../http/html.ts';
import type { MessageKey } from '../../language/keys.ts';
import { LANGUAGES, type Language, say } from '../../language/language.ts';
import { speak } from '../../language/saying.ts';
import { CASE_STATES } from '../../machines/case.ts';
import { DEEDS } from '../deeds.ts';
import type { SavedView } from '../kept.ts';
import { stateWords } from '../matter.ts';
import { moment } from '../moment.ts';
import { SEARCH_FIELDS, type SearchError } from '../search.ts';
import { FIRST_SEARCH, fieldIn, queueAddress, VIEWS } from '../views.ts';
import type { Visit } from '../visit.ts';
import { bulkBar } from './bulk.ts';
import { keysDialog, pageOf, tokenField } from './layout.ts';

export interface Queue {
  readonly search: string;
  readonly errors: readonly SearchError[];
  readonly page: Page;
  readonly after: string | undefined;
  /** How many cases each view has, the built-in ones first. */
  readonly counts: readonly number[];
  readonly saved: readonly SavedView[];
  readonly members: readonly Staff[];
  readonly now: string;
}

export const errorText = (error: SearchError, language: Language): string => {
  const known = 'known' in error ? error.known.join(', ') : '';
  const value = 'value' in error ? error.value : '';
  return say(language, `desk.errors.${error.kind}`, { field: error.field, value, known });
};

const count = (number: number, language: Language): string =>
  number >= COUNTED ? say(language, 'desk.queue.more', { count: COUNTED - 1 }) : String(number);

const viewLink = (name: string, search: string, number: number, { search: here }: Queue, language: Language): Html =>
  html`<a href="${queueAddress(search)}"${search === here ? html` aria-current="page"` : ''}><span>${name}</span> <b>${count(number, language)}</b></a>`;

const views = (visit: Visit, queue: Queue): Html => {
  const { language } = visit;
  const { counts, saved, search } = queue;
  return html`<nav class="views" aria-label="${say(language, 'desk.queue.views')}" data-live="views">
      ${VIEWS.map(({ key, search: each }, at) => viewLink(say(language, key), each, counts[at] ?? 0, queue, language))}
      ${saved.map(
        ({ name, search: each }, at) =>
          html`<span class="saved">${viewLink(name, each, counts[VIEWS.length + at] ?? 0, queue, language)}<form method="post" action="/desk/views/forget">${tokenField(visit)}<input type="hidden" name="name" value="${name}"><input type="hidden" name="q" value="${search}"><button class="plain" aria-label="${say(language, 'desk.queue.forget', { name })}">×</button></form></span>`,
      )}
    </nav>`;
};

const STATES = ['open', 'done', ...CASE_STATES.filter((state) => state !== 'open')];

const FILTERS = [
  { field: 'state', label: 'desk.queue.columns.state', values: STATES, key: 'desk.states' },
  { field: 'priority', label: 'desk.queue.sorts.priority', values: PRIORITIES, key: 'desk.priorities' },
  { field: 'language', label: 'page.languages', values: LANGUAGES, key: 'talk.names' },
  { field: 'sort', label: 'desk.queue.sort', values: ['deadline', 'age', 'change'], key: 'desk.queue.sorts' },
] as const satisfies readonly { field: string; label: MessageKey; values: readonly string[]; key: string }[];

/** What a value of a filter is called. In a search "open" and "done" mean several states each. */
const filterWords = (key: string, value: string, language: Language): string => {
  if (key === 'desk.states' && value === 'open') return say(language, 'desk.queue.all');
  if (key === 'desk.states' && value === 'done') return say(language, 'desk.queue.done');
  // Each of the lists of values has its texts under the key beside it; the locale test holds them.
  return say(language, `${key}.${value}` as MessageKey);
};

const filter = ({ field, label, values, key }: (typeof FILTERS)[number], search: string, language: Language): Html => {
  const chosen = fieldIn(search, field).toLowerCase();
  const options = values.map(
    (value) =>
      html`<option value="${value}"${value.toLowerCase() === chosen ? html` selected` : ''}>${filterWords(key, value, language)}</option>`,
  );
  return html`<label><span>${say(language, label)}</span><select name="${field}"><option value="">${say(language, field === 'sort' ? 'desk.queue.sorts.priority' : 'desk.queue.any')}</option>${options}</select></label>`;
};

const searchForm = (visit: Visit, { search, errors }: Queue): Html => {
  const { language } = visit;
  const wrong = errors.length > 0;
  return html`<form class="search" role="search" method="post" action="/desk/search">
      ${tokenField(visit)}
      <div class="words"><label for="q" class="hidden">${say(language, 'desk.queue.search')}</label>
      <input id="q" name="q" type="search" value="${search}" placeholder="${say(language, 'desk.queue.searchHint')}" maxlength="500" autocomplete="off" spellcheck="false" aria-describedby="search-help"${wrong ? html` aria-invalid="true"` : ''}>
      <button>${say(language, 'desk.queue.find')}</button></div>
      <fieldset><legend class="hidden">${say(language, 'desk.queue.filters')}</legend>${FILTERS.map((each) => filter(each, search, language))}</fieldset>
      <p id="search-help" class="${wrong ? 'wrong' : 'hint'}"${wrong ? html` role="alert"` : ''}>${
        wrong
          ? errors.map((error) => html`<span>${errorText(error, language)}</span> `)
          : say(language, 'desk.queue.searchHelp', { fields: SEARCH_FIELDS.join(', ') })
      }</p>
    </form>`;
};

const details = ({ code, product, host }: Line): readonly string[] =>
  [code, product === undefined ? undefined : `Office ${product}`, host].filter((each) => each !== undefined);

const row = (line: Line, visit: Visit, now: string): Html => {
  const { number, version, state, owner, priority, tags, ownTags, deadline, openedAt, language: spoken } = line;
  const { language, staff } = visit;
  const link = `/desk/cases/${number}`;
  const mayTake = mayActAs(staff, DEEDS.take) && owner === undefined;
  return html`<tr class="${priority}" data-key="${number}">
        <td class="pick"><input type="checkbox" name="case" value="${number} ${version}" form="bulk" aria-label="${say(language, 'desk.queue.select', { number })}"></td>
        <td class="case"><a href="${link}" data-open>${number}</a><span class="priority">${say(language, `desk.priorities.${priority}`)}</span></td>
        <td class="matter"><a href="${link}" tabindex="-1" aria-hidden="true">${speak(language, line.sentence)}</a><span class="details">${details(line).map((each) => html`<code>${each}</code> `)}${[...tags, ...ownTags].map((tag) => html`<i>${tag}</i> `)}</span></td>
        <td class="state"><span class="mark ${state}">${stateWords(state, language)}</span></td>
        <td class="owner">${owner === undefined ? (mayTake ? html`<button class="small" name="one" value="${number} ${version}" form="bulk" data-take>${say(language, 'desk.queue.take')}</button>` : say(language, 'desk.none')) : owner.name}</td>
        <td class="spoken"><abbr title="${say(language, `talk.names.${spoken}`)}">${spoken.toUpperCase()}</abbr></td>
        <td class="deadline">${deadline === undefined ? '' : moment(deadline, now, language)}</td>
        <td class="opened">${moment(openedAt, now, language)}</td>
      </tr>`;
};

const COLUMNS = ['case', 'matter', 'state', 'owner', 'deadline', 'opened'] as const;

const head = (language: Language): Html => {
  const column = (name: (typeof COLUMNS)[number]) =>
    html`<th scope="col" class="${name}">${say(language, `desk.queue.columns.${name}`)}</th>`;
  const [first, second, third, fourth, ...rest] = COLUMNS.map(column);
  return html`<thead><tr><th class="pick"><input type="checkbox" id="all" aria-label="${say(language, 'desk.queue.selectAll')}" hidden></th>${[first, second, third, fourth].map((each) => each ?? '')}<th scope="col" class="spoken">${say(language, 'page.languages')}</th>${rest}</tr></thead>`;
};

const table = (visit: Visit, { page, search, after, now }: Queue): Html => {
  const { language } = visit;
  if (page.lines.length === 0)
    return html`<div class="empty" data-live="rows"><p>${say(language, search === FIRST_SEARCH ? 'desk.queue.quiet' : 'desk.queue.empty')}</p>${
      search === FIRST_SEARCH ? '' : html`<p><a href="/desk">${say(language, 'desk.queue.clear')}</a></p>`
    }</div>`;
  return html`<div data-live="rows"><table class="queue">${head(language)}<tbody>${page.lines.map((line) => row(line, visit, now))}</tbody></table>
    <p class="paging">${after === undefined ? '' : html`<a href="${queueAddress(search)}">${say(language, 'desk.queue.first')}</a>`} ${
      page.next === undefined ? '' : html`<a href="${queueAddress(search, page.next)}" rel="next">${say(language, 'desk.queue.next')}</a>`
    }</p></div>`;
};

const tools = (visit: Visit, { search }: Queue): Html => {
  const { language, staff } = visit;
  const exporting = (format: 'csv' | 'json') =>
    html`<a href="/desk/export?${new URLSearchParams({ format, q: search }).toString()}" download>${format.toUpperCase()}</a>`;
  return html`<div class="tools">
      <form method="post" action="/desk/views">${tokenField(visit)}<input type="hidden" name="q" value="${search}"><label class="hidden" for="view">${say(language, 'desk.queue.saveName')}</label><input id="view" name="name" maxlength="40" required placeholder="${say(language, 'desk.queue.saveName')}"><button>${say(language, 'desk.queue.save')}</button></form>
      ${mayActAs(staff, DEEDS.export) ? html`<p>${say(language, 'desk.queue.export')}: ${exporting('csv')} ${exporting('json')}</p>` : ''}
      <button class="plain" data-keys hidden>${say(language, 'desk.queue.shortcuts')} <kbd>?</kbd></button>
    </div>`;
};

/** The queue: what waits, the most pressing first, and all that can be done with it. */
export const queuePage = (visit: Visit, queue: Queue): Html => {
  const { language, staff } = visit;
  return pageOf(visit, {
    title: say(language, 'desk.queue.title'),
    name: 'queue-page',
    styles: ['search.css', 'queue.css'],
    here: '/desk',
    content: html`<h1 class="hidden">${say(language, 'desk.queue.title')}</h1>
    ${views(visit, queue)}
    ${searchForm(visit, queue)}
    ${table(visit, queue)}
    ${mayActAs(staff, DEEDS.bulk) ? bulkBar(visit, queue) : ''}
    ${tools(visit, queue)}
    ${keysDialog(language)}`,
  });
};
