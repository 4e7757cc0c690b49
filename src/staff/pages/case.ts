import type { Opened } from '../../desk/desk.ts';
import { sentenceOf } from '../../desk/sentence.ts';
import type { Staff } from '../../desk/staff.ts';
import { type Html, html } from '../../http/html.ts';
import type { MessageKey } from '../../language/keys.ts';
import { say } from '../../language/language.ts';
import { speak } from '../../language/saying.ts';
import { stateWords } from '../matter.ts';
import { inFull, moment } from '../moment.ts';
import { momentAt } from '../replay.ts';
import type { Visit } from '../visit.ts';
import { actionsPart } from './actions.ts';
import { keysDialog, pageOf } from './layout.ts';
import { factsPart, historyPart, notesPart, tagsPart } from './side.ts';
import { replyPart, talkPart } from './talk.ts';
import { mapPart, nextPart, wayIn, whyPart } from './way.ts';

export interface CaseView {
  readonly opened: Opened;
  readonly members: readonly Staff[];
  /** Who else has the case open. */
  readonly here: readonly Pick<Staff, 'id' | 'name'>[];
  readonly now: string;
  /** What was refused just now, in words. */
  readonly refused?: string;
}

const headPart = (visit: Visit, { opened: { case: shown }, here, now, refused }: CaseView): Html => {
  const { language } = visit;
  const { number, priority, state, owner, matter, openedAt, openedBy, closedAt, closedBecause, mergedInto, handover, channel } = shown;
  return html`<div class="head"><div data-live="head">
      <h1>${number}</h1>
      <p class="line"><span class="priority ${priority}">${say(language, `desk.priorities.${priority}`)}</span> <span class="mark ${state}">${stateWords(state, language)}</span> <span>${owner?.name ?? say(language, 'desk.case.nobody')}</span></p>
      <p class="lead">${speak(language, sentenceOf(matter))}</p>
      <p class="hint">${say(language, `desk.case.openedBy.${openedBy}`)}, ${moment(openedAt, now, language)} · ${say(language, 'desk.case.facing', { channel, language: say(language, `talk.names.${matter.language}`) })}${
        matter.deadline === undefined
          ? ''
          : html` · <b>${say(language, 'desk.case.deadline', { at: inFull(matter.deadline, language) })}</b>`
      }</p>
      <p class="hint">${
        // XState types a machine's states as strings; the locale test holds a text for each.
        say(language, `desk.handover.${handover}` as MessageKey)
      }${closedAt === undefined || closedBecause === undefined ? '' : html` · ${say(language, 'desk.case.closed', { at: inFull(closedAt, language), reason: say(language, `desk.reasons.${closedBecause}`) })}`}</p>
      ${mergedInto === undefined ? '' : html`<p><a href="/desk/cases/${mergedInto}">${say(language, 'desk.case.mergedInto', { number: mergedInto })}</a></p>`}
      <p class="here" role="status">${here.length === 0 ? '' : say(language, 'desk.case.here', { names: here.map(({ name }) => name).join(', ') })}</p>
    </div>${refused === undefined ? '' : html`<p class="wrong" role="alert">${refused}</p>`}</div>`;
};

/** A case: what was said, what is known and why, and all that can be done with it. */
export const casePage = async (visit: Visit, view: CaseView): Promise<Html> => {
  const { language, query } = visit;
  const { opened, members } = view;
  const { case: shown } = opened;
  const at = momentAt(opened, query.get('turn'));
  const trodden = wayIn(at.facts);
  return pageOf(visit, {
    title: say(language, 'desk.case.titleOf', { number: shown.number }),
    name: 'case-page',
    styles: ['case.css', 'way.css', 'map.css'],
    content: html`<div id="case" data-number="${shown.number}" hidden></div>
    ${headPart(visit, view)}
    ${actionsPart(visit, shown, members)}
    <div class="columns">
      <div class="wide">${talkPart(shown, at, language)}${replyPart(visit, shown)}</div>
      <div class="narrow">${nextPart(visit, shown)}${whyPart(at.facts, trodden, visit, shown)}${factsPart(at.facts, shown, language)}${tagsPart(visit, shown)}${notesPart(visit, shown)}${historyPart(shown, language)}</div>
    </div>
    ${await mapPart(trodden, language)}
    ${keysDialog(language)}`,
  });
};
