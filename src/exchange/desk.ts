import type { Said } from '../desk/case.ts';
import type { Desk } from '../desk/desk.ts';
import { redact } from '../redaction/redact.ts';
import type { Store } from '../storage/store.ts';
import { createAct } from './act.ts';
import type { Bell } from './bell.ts';
import { DESK_BELL } from './bell.ts';
import { mergedCases } from './merged.ts';
import { saidIn as saidOf } from './said.ts';

type Acting = Parameters<typeof createAct>[0] & { readonly store: Store; readonly bell: Bell };

/** A search must not keep what nobody may keep: a key in it finds nothing. */
const safe = <Q extends { readonly text?: string }>(query: Q): Q =>
  query.text === undefined ? query : { ...query, text: redact(query.text).text };

/** The helpdesk as its pages see it, over what is stored. */
export const createDesk = (acting: Acting): Desk => {
  const { store, bell } = acting;
  const saidIn = async (talk: string): Promise<readonly Said[]> =>
    (await store.rows(talk, 0)).filter(({ activity }) => activity.type === 'message' && activity.replaces === undefined).map(saidOf);
  return {
    find: (query) => store.find(safe(query)),
    counts: (views) => Promise.all(views.map((view) => store.count(safe(view)))),
    open: async (number) => {
      const found = await store.case(number);
      if (found === undefined) return undefined;
      const own = found.transcript ?? (await saidIn(found.talk));
      const others = (await mergedCases(found, store.case)).filter(({ talk }) => talk !== found.talk);
      if (others.length === 0) return { case: found, transcript: own };
      // What was said in a talk whose case was merged into this one stands here too, under that case's number.
      const theirs = await Promise.all(
        others.map(async ({ number: by, talk, transcript }) =>
          (transcript ?? (await saidIn(talk))).map((each): Said => (each.from === 'person' ? { ...each, by } : each)),
        ),
      );
      return { case: found, transcript: [own, ...theirs].flat().toSorted((a, b) => a.at.localeCompare(b.at)) };
    },
    act: createAct(acting),
    ring: () => bell.ring(DESK_BELL),
    listen: (heard) => bell.listen(DESK_BELL, heard),
  };
};
