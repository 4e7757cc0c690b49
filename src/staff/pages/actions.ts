import { refundOf } from '../../conversation/refund.ts';
import type { Action } from '../../desk/action.ts';
import type { Case } from '../../desk/case.ts';
import { mayActAs, type Staff } from '../../desk/staff.ts';
import { type Html, html } from '../../http/html.ts';
import { say } from '../../language/language.ts';
import { stepCase } from '../../machines/case.ts';
import { DEEDS } from '../deeds.ts';
import type { Visit } from '../visit.ts';
import { memberOptions, reasonOptions } from './bulk.ts';
import { tokenField } from './layout.ts';
import { versionField } from './talk.ts';

/** Deeds that need nothing but a button. */
const PLAIN = ['take', 'accept', 'release', 'handBack', 'askAdministrator', 'solve', 'reopen'] as const;

/** What comes first for whoever looks at a case. */
const MAIN: readonly Action['does'][] = ['take', 'reopen'];

/** What of this fits the case as it stands: nobody takes what is theirs, or hands back what the bot has. */
const fits = (does: Action['does'], { state, owner, handover }: Case, staff: Staff): boolean => {
  if (!mayActAs(staff, DEEDS[does]) || stepCase(state, does) === undefined) return false;
  if (does === 'take') return owner?.id !== staff.id;
  if (does === 'release') return owner !== undefined;
  if (does === 'accept') return handover !== 'accepted';
  if (does === 'handBack') return handover === 'accepted';
  return true;
};

/** All that can be done with the case as it stands. */
export const actionsPart = (visit: Visit, shown: Case, members: readonly Staff[]): Html => {
  const { language, staff } = visit;
  const plain = PLAIN.filter((does) => fits(does, shown, staff));
  const form = (does: Action['does'], content: Html) =>
    fits(does, shown, staff)
      ? html`<form class="pair" method="post" action="/desk/cases/${shown.number}/${does}">${tokenField(visit)}${versionField(shown)}${content}</form>`
      : '';
  return html`<section class="actions" data-live="actions"><h2 class="hidden">${say(language, 'desk.case.actions')}</h2>
      ${plain.map((does) => form(does, html`<button${MAIN.includes(does) ? html` class="main"` : ''}${does === 'take' ? html` data-take` : ''}>${say(language, `desk.case.${does}`)}</button>`))}
      ${form('close', html`<select name="because" aria-label="${say(language, 'desk.bulk.reason')}">${reasonOptions(language)}</select><button>${say(language, 'desk.case.close')}</button>`)}
      ${form('assign', html`<select name="to" aria-label="${say(language, 'desk.bulk.to')}">${memberOptions(members)}</select><button>${say(language, 'desk.case.assign')}</button>`)}
      ${form('merge', html`<input class="field" name="into" placeholder="AD-XXXX-XXXX" required maxlength="20" aria-label="${say(language, 'desk.case.mergeInto')}"><button>${say(language, 'desk.case.merge')}</button>`)}
      ${refundOf(shown.matter.facts) === undefined ? '' : html`<a class="button" href="/desk/cases/${shown.number}/refund">${say(language, 'desk.case.refund')}</a>`}</section>`;
};
