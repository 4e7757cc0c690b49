import { refundOf } from '../../conversation/refund.ts';
import type { Action } from '../../desk/action.ts';
import { isCaseNumber } from '../../desk/case.ts';
import { say } from '../../language/language.ts';
import { actionIn, DOES } from '../action-in.ts';
import { casePage } from '../pages/case.ts';
import { messagePage } from '../pages/message.ts';
import { refundPage } from '../pages/refund.ts';
import { stalePage } from '../pages/stale.ts';
import { refusalWords } from '../refusals.ts';
import type { Room } from '../room.ts';
import type { Route } from '../route.ts';
import { type Answer, go, show, type Visit } from '../visit.ts';

/** Who asked that long ago, in milliseconds, has the case no longer open. */
const HERE = 30_000;

/** A case, and everything that is done on its page. */
export const caseRoutes = ({ desk, kept, audit, now }: Room): readonly Route[] => {
  const page = async (visit: Visit, status = 200, refused?: string): Promise<Answer> => {
    const { id, staff, language } = visit;
    const opened = await desk.open(id);
    if (opened === undefined) return show(messagePage(language, 'noCase'), 404);
    const time = now();
    const here = await kept.whoIsHere(id, new Date(time.getTime() - HERE).toISOString());
    const view = {
      opened,
      members: await kept.members(),
      here: here.filter((other) => other.id !== staff.id),
      now: time.toISOString(),
      ...(refused === undefined ? {} : { refused }),
    };
    return show(await casePage(visit, view), status);
  };

  const act =
    (does: Action['does']) =>
    async (visit: Visit): Promise<Answer> => {
      const { id, form, staff, language } = visit;
      const action = actionIn(does, form, does === 'assign' ? await kept.members() : []);
      if (action === undefined) {
        await audit({
          at: now().toISOString(),
          who: staff.id,
          what: does,
          ...(isCaseNumber(id) ? { about: id } : {}),
          result: 'refused: incomplete',
        });
        return page(visit, 400, say(language, 'desk.incomplete'));
      }
      const acted = await desk.act(id, Number(form.get('version')), staff, action);
      switch (acted.kind) {
        case 'done':
          return go(`/desk/cases/${id}`);
        case 'stale':
          return show(stalePage(visit, does, acted.case, acted.since), 409);
        case 'refused':
          return page(visit, 409, refusalWords(acted.why, acted.case, language));
        case 'unknown':
          return show(messagePage(language, 'noCase'), 404);
      }
    };

  return [
    {
      method: 'get',
      path: '/desk/cases/:id',
      deed: 'read',
      handle: async (visit) => {
        const shown = await page(visit);
        if (!visit.isLive && shown.kind === 'page' && shown.status === 200)
          await audit({ at: now().toISOString(), who: visit.staff.id, what: 'view', about: visit.id });
        return shown;
      },
    },
    {
      method: 'get',
      path: '/desk/cases/:id/refund',
      deed: 'read',
      handle: async (visit) => {
        const opened = await desk.open(visit.id);
        const pack = opened && refundOf(opened.case.matter.facts);
        if (opened === undefined || pack === undefined) return show(messagePage(visit.language, 'noCase'), 404);
        await audit({ at: now().toISOString(), who: visit.staff.id, what: 'view', about: visit.id });
        return show(refundPage(visit, opened.case, pack));
      },
    },
    {
      method: 'post',
      path: '/desk/cases/:id/here',
      deed: 'read',
      handle: async ({ id, staff }) => {
        const time = now();
        if (/^[\w-]{1,40}$/.test(id)) {
          const here = await kept.whoIsHere(id, new Date(time.getTime() - HERE).toISOString());
          await kept.here(id, staff, time.toISOString());
          if (!here.some((each) => each.id === staff.id)) desk.ring();
        }
        return { kind: 'nothing' };
      },
    },
    ...DOES.map((does): Route => ({ method: 'post', path: `/desk/cases/:id/${does}`, deed: does, handle: act(does) })),
  ];
};
