import type { Action } from '../../desk/action.ts';
import type { Language } from '../../language/language.ts';
import { say } from '../../language/language.ts';
import { actionIn } from '../action-in.ts';
import { bulkResultPage, type Failure } from '../pages/bulk.ts';
import { refusalWords } from '../refusals.ts';
import type { Room } from '../room.ts';
import type { Route } from '../route.ts';
import { queueAddress } from '../views.ts';
import { go, show, type Visit } from '../visit.ts';
import { searchIn } from './queue.ts';

/** What can be done to many cases at once. */
const BULK = ['take', 'release', 'close', 'tag', 'assign'] as const satisfies readonly Action['does'][];
const MOST = 200;

/** A selected case: its number, and the version that was seen in the queue. */
const selectedIn = (form: URLSearchParams): readonly { readonly number: string; readonly version: number }[] => {
  const one = form.get('one');
  return (one === null ? form.getAll('case') : [one]).slice(0, MOST).map((each) => {
    const [number = '', version = ''] = each.split(' ');
    return { number, version: Number(version) };
  });
};

/** One deed on many cases: each by itself, on the version that was seen; what was not done is told case by case. */
export const bulkRoutes = ({ desk, kept, audit, now }: Room): readonly Route[] => {
  /** Tags are added to those that a case has. */
  const forCase = async (action: Action, number: string): Promise<Action> => {
    if (action.does !== 'tag') return action;
    const opened = await desk.open(number);
    return { ...action, tags: [...new Set([...(opened?.case.ownTags ?? []), ...action.tags])] };
  };

  const actOn = async (number: string, version: number, visit: Visit, action: Action, language: Language): Promise<Failure | undefined> => {
    const acted = await desk.act(number, version, visit.staff, await forCase(action, number));
    switch (acted.kind) {
      case 'done':
        return undefined;
      case 'stale':
        return { number, why: say(language, 'desk.bulk.between', { name: acted.since.at(-1)?.by ?? '' }) };
      case 'refused':
        return { number, why: refusalWords(acted.why, acted.case, language) };
      case 'unknown':
        return { number, why: say(language, 'desk.unknownCase') };
    }
  };

  return [
    {
      method: 'post',
      path: '/desk/bulk',
      deed: 'bulk',
      handle: async (visit) => {
        const { form, language } = visit;
        const selected = selectedIn(form);
        const does = form.has('one') ? 'take' : BULK.find((each) => each === form.get('does'));
        const action = does && actionIn(does, form, await kept.members());
        const search = searchIn(form);
        if (action === undefined || selected.length === 0) {
          await audit({ at: now().toISOString(), who: visit.staff.id, what: 'bulk', result: 'refused: incomplete' });
          return show(bulkResultPage(visit, 0, [], search), 400);
        }
        const failures: Failure[] = [];
        // One after the other: the desk has one writer, and who waits behind a hundred at once would wait longest.
        for (const { number, version } of selected) {
          const failure = await actOn(number, version, visit, action, language);
          if (failure !== undefined) failures.push(failure);
        }
        const [only] = selected;
        if (failures.length === 0) return go(form.has('one') && only !== undefined ? `/desk/cases/${only.number}` : queueAddress(search));
        return show(bulkResultPage(visit, selected.length - failures.length, failures, search), 409);
      },
    },
  ];
};
