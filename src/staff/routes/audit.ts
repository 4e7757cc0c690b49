import { auditPage } from '../pages/audit.ts';
import type { Room } from '../room.ts';
import type { Route } from '../route.ts';
import { show } from '../visit.ts';

const SHOWN = 100;

/** The audit, for leads; that it was looked at is written down too. */
export const auditRoutes = ({ kept, audit, now }: Room): readonly Route[] => [
  {
    method: 'get',
    path: '/desk/audit',
    deed: 'audit',
    handle: async (visit) => {
      const { query, staff, isLive } = visit;
      const at = now().toISOString();
      if (!isLive) await audit({ at, who: staff.id, what: 'audit' });
      const [time, row] = (query.get('before') ?? '').split(' ');
      const rows = await kept.audited(time && row ? { at: time, id: row } : undefined, SHOWN);
      const names = new Map((await kept.members()).map(({ id, name }) => [id, name]));
      return show(auditPage(visit, rows, names, rows.length < SHOWN ? undefined : rows.at(-1)));
    },
  },
];
