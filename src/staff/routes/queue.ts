import { redact } from '../../redaction/redact.ts';
import { queuePage } from '../pages/queue.ts';
import type { Room } from '../room.ts';
import type { Route } from '../route.ts';
import { readSearch, type Searcher } from '../search.ts';
import { FIRST_SEARCH, queueAddress, VIEWS, withField } from '../views.ts';
import { go, show, type Visit } from '../visit.ts';

const FILTERED = ['state', 'priority', 'language', 'sort'];

/** The search that a page was asked for: without secrets, and the first view where there is none. */
export const searchIn = (params: URLSearchParams): string => redact(params.get('q') ?? FIRST_SEARCH).text.slice(0, 500);

/** The search box and the lists beside it, as one search: a list that was changed counts more than the box. */
const searchedIn = (form: URLSearchParams): string =>
  FILTERED.filter((field) => form.has(field)).reduce((search, field) => withField(search, field, form.get(field) ?? ''), searchIn(form));

/** What the queue needs of everything. */
export interface QueueRoom extends Pick<Room, 'now' | 'audit'> {
  readonly desk: Pick<Room['desk'], 'find' | 'counts'>;
  readonly kept: Pick<Room['kept'], 'members' | 'views' | 'saveView' | 'forgetView'>;
}

/** The queue, its searches and the views that staff keep. */
export const queueRoutes = ({ desk, kept, audit, now }: QueueRoom): readonly Route[] => {
  const searcher = async ({ staff }: Visit): Promise<Searcher & { members: Awaited<ReturnType<typeof kept.members>> }> => ({
    me: staff.id,
    members: await kept.members(),
  });

  const queue = async (visit: Visit) => {
    const search = searchIn(visit.query);
    // A key that somebody typed into the address is gone from it with the next step.
    if (visit.query.has('q') && visit.query.get('q') !== search) return go(queueAddress(search));
    const who = await searcher(visit);
    const { query, errors } = readSearch(search, who);
    const after = visit.query.get('after') ?? undefined;
    const saved = await kept.views(visit.staff.id);
    const viewed = [...VIEWS, ...saved].map((view) => readSearch(view.search, who).query);
    const [page, counts] = await Promise.all([desk.find(after === undefined ? query : { ...query, after }), desk.counts(viewed)]);
    return show(queuePage(visit, { search, errors, page, after, counts, saved, members: who.members, now: now().toISOString() }));
  };

  return [
    { method: 'get', path: '/desk', deed: 'read', handle: queue },
    // Searches are posted, so that a key that is searched stands in no address and no history.
    { method: 'post', path: '/desk/search', deed: 'read', handle: async ({ form }) => go(queueAddress(searchedIn(form))) },
    {
      method: 'post',
      path: '/desk/views',
      deed: 'view',
      handle: async ({ form, staff }) => {
        const name = redact(form.get('name') ?? '')
          .text.trim()
          .slice(0, 40);
        const search = searchIn(form);
        if (name !== '') {
          await kept.saveView(staff.id, { name, search });
          await audit({ at: now().toISOString(), who: staff.id, what: 'saveView' });
        }
        return go(queueAddress(search));
      },
    },
    {
      method: 'post',
      path: '/desk/views/forget',
      deed: 'view',
      handle: async ({ form, staff }) => {
        await kept.forgetView(staff.id, form.get('name') ?? '');
        await audit({ at: now().toISOString(), who: staff.id, what: 'forgetView' });
        return go(queueAddress(searchIn(form)));
      },
    },
  ];
};
