import { z } from 'zod/v4';
import type { Case } from '../desk/case.ts';
import { opened } from '../desk/life.ts';
import { PRIORITIES } from '../desk/priority.ts';
import { LANGUAGES } from '../language/language.ts';
import { CASE_STATES, type CaseState } from '../machines/case.ts';
import { HANDOVER_STATES, type HandoverState } from '../machines/handover.ts';
import { readBack } from './read-back.ts';
import type { Cell } from './sql.ts';

/** The columns that a case is read from. */
export const CASE = ['number', 'talk', 'state', 'handover', 'opened_at', 'updated_at', 'closed_at', 'content'] as const;

const text = z.string();
const texts = z.array(text);
const fact = z.object({ name: text, value: text, from: text });
const content = z.object({
  ...{ number: text, talk: text, channel: text, version: z.int(), state: z.enum(CASE_STATES), handover: z.enum(HANDOVER_STATES) },
  ...{ openedAt: text, updatedAt: text, closedAt: text.optional(), priority: z.enum(PRIORITIES), tags: texts, ownTags: texts },
  owner: z.object({ id: text, name: text }).optional(),
  matter: z.object({
    language: z.enum(LANGUAGES),
    facts: z.array(fact),
    contradictions: z.array(z.object({ name: text, said: text, read: text })),
    path: z.array(z.object({ place: text })),
    tried: z.array(z.object({ outcome: text, result: text })),
    deadline: z.iso.datetime().optional(),
  }),
  notes: z.array(z.object({ at: text, by: text, text })),
  history: z.array(z.object({ version: z.int(), at: text, step: text, by: text })),
});

/** A case as it is stored. Where its content is not what was written, what the columns beside still tell of it: it stays in the queue. */
export const caseIn = (row: Readonly<Record<string, Cell>>): Case => {
  const value = readBack(row.content);
  // What the schema does not name nobody relies on.
  if (content.safeParse(value).success) return value as Case;
  const { number, talk, state, handover, opened_at: openedAt, updated_at: updatedAt, closed_at: closedAt } = row;
  return {
    ...opened({
      ...{ number: String(number), talk: String(talk), channel: '', openedBy: 'person', openedAt: String(openedAt) },
      // The columns are written from a case.
      handover: handover as HandoverState,
      matter: { language: LANGUAGES[0], facts: [], contradictions: [], path: [], tried: [] },
    }),
    state: state as CaseState,
    updatedAt: String(updatedAt),
    ...(closedAt === null ? {} : { closedAt: String(closedAt) }),
  };
};
