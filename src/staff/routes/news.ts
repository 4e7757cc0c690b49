import type { Room } from '../room.ts';
import type { Route } from '../route.ts';

/** That some case has changed or somebody opened one, in any instance, for pages that are open. */
export const newsRoutes = ({ desk }: Pick<Room, 'desk'>): readonly Route[] => [
  { method: 'get', path: '/desk/news', deed: 'read', handle: async () => ({ kind: 'stream', listen: desk.listen }) },
];
