import type { Desk } from '../desk/desk.ts';
import { redact } from '../redaction/redact.ts';
import type { Store } from '../storage/store.ts';
import { createAct } from './act.ts';
import type { Bell } from './bell.ts';
import { saidIn } from './said.ts';
import { DESK_BELL } from './turns.ts';

type Acting = Parameters<typeof createAct>[0] & { readonly store: Store; readonly bell: Bell };

/** A search must not keep what nobody may keep: a key in it finds nothing. */
const safe = <Q extends { readonly text?: string }>(query: Q): Q =>
  query.text === undefined ? query : { ...query, text: redact(query.text).text };

/** The helpdesk as its pages see it, over what is stored. */
export const createDesk = (acting: Acting): Desk => {
  const { store, bell } = acting;
  return {
    find: (query) => store.find(safe(query)),
    counts: (views) => Promise.all(views.map((view) => store.count(safe(view)))),
    open: async (number) => {
      const found = await store.case(number);
      if (found === undefined) return undefined;
      const rows = await store.rows(found.talk, 0);
      const said = rows.filter(({ activity }) => activity.type === 'message' && activity.replaces === undefined).map(saidIn);
      return { case: found, transcript: found.transcript ?? said };
    },
    act: createAct(acting),
    listen: (heard) => bell.listen(DESK_BELL, heard),
  };
};
