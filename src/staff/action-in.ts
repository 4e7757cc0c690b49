import type { Action } from '../desk/action.ts';
import { CLOSE_REASONS } from '../desk/case.ts';
import type { Staff } from '../desk/staff.ts';

const text = (form: URLSearchParams, name: string): string => (form.get(name) ?? '').replaceAll('\r\n', '\n').trim();

const tagsIn = (form: URLSearchParams): readonly string[] =>
  text(form, 'tags')
    .split(',')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');

/** What each form says that is to be done; undefined where it does not say it wholly. */
const READ: {
  readonly [D in Action['does']]: (form: URLSearchParams, members: readonly Staff[]) => Extract<Action, { does: D }> | undefined;
} = {
  take: () => ({ does: 'take' }),
  assign: (form, members) => {
    const to = members.find(({ id }) => id === form.get('to'));
    return to && { does: 'assign', to: { id: to.id, name: to.name } };
  },
  release: () => ({ does: 'release' }),
  note: (form) => ({ does: 'note', text: text(form, 'text') }),
  tag: (form) => ({ does: 'tag', tags: tagsIn(form) }),
  accept: () => ({ does: 'accept' }),
  reply: (form) => ({ does: 'reply', text: text(form, 'text') }),
  answer: (form) => ({ does: 'answer', fact: text(form, 'fact'), value: text(form, 'value') }),
  reask: (form) => ({ does: 'reask', fact: text(form, 'fact') }),
  handBack: () => ({ does: 'handBack' }),
  askAdministrator: () => ({ does: 'askAdministrator' }),
  solve: () => ({ does: 'solve' }),
  close: (form) => {
    const because = CLOSE_REASONS.find((reason) => reason === form.get('because'));
    return because && { does: 'close', because };
  },
  reopen: () => ({ does: 'reopen' }),
  merge: (form) => ({ does: 'merge', into: text(form, 'into').toUpperCase() }),
};
// The keys of a record that names each action exactly once.
export const DOES = Object.keys(READ) as readonly Action['does'][];

export const actionIn = (does: Action['does'], form: URLSearchParams, members: readonly Staff[]): Action | undefined =>
  READ[does](form, members);
