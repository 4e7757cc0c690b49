import type { Line, Query } from '../../desk/desk.ts';
import { csvOf, jsonOf } from '../export.ts';
import type { Room } from '../room.ts';
import type { Route } from '../route.ts';
import { readSearch } from '../search.ts';
import { searchIn } from './queue.ts';

const MOST = 10_000;
const AT_ONCE = 500;

/** The cases of a search as a file. */
export const exportRoutes = ({ desk, kept, audit, now }: Room): readonly Route[] => {
  const all = async (query: Query): Promise<readonly Line[]> => {
    const lines: Line[] = [];
    let after: string | undefined;
    do {
      const page = await desk.find({ ...query, limit: AT_ONCE, ...(after === undefined ? {} : { after }) });
      lines.push(...page.lines);
      after = page.next;
    } while (after !== undefined && lines.length < MOST);
    return lines;
  };

  return [
    {
      method: 'get',
      path: '/desk/export',
      deed: 'export',
      handle: async ({ query, staff }) => {
        const format = query.get('format') === 'json' ? 'json' : 'csv';
        const lines = await all(readSearch(searchIn(query), { me: staff.id, members: await kept.members() }).query);
        const at = now().toISOString();
        await audit({ at, who: staff.id, what: 'export', about: `${format} ${lines.length}` });
        const name = `cases-${at.slice(0, 10)}.${format}`;
        return format === 'json'
          ? { kind: 'file', type: 'application/json; charset=utf-8', name, text: jsonOf(lines) }
          : { kind: 'file', type: 'text/csv; charset=utf-8', name, text: csvOf(lines) };
      },
    },
  ];
};
