import { z } from 'zod/v4';
import type { Record } from '../conversation/record.ts';
import { kept } from '../language/kept.ts';
import { LANGUAGES, type Language } from '../language/language.ts';
import { HANDOVER_STATES } from '../machines/handover.ts';
import { readBack } from './read-back.ts';
import type { Cell } from './sql.ts';

const text = z.string();
const count = z.int().nonnegative();
const finding = z.object({ name: text, value: text, piece: text });
/** What Intl refuses would end every turn that says a date. To ask it takes longer than all the rest, and people live in few places. */
const isKnown = kept(
  (key: 'locale' | 'timeZone', value: string): boolean => {
    try {
      return new Intl.DateTimeFormat(key === 'locale' ? value : 'en', key === 'locale' ? {} : { timeZone: value }) !== undefined;
    } catch {
      return false;
    }
  },
  (key, value) => `${key} ${value}`,
  1_000,
);
const known = (key: 'locale' | 'timeZone') => text.refine((value) => isKnown(key, value));

/** What a turn relies on. Names of facts may be of another tree, and are looked at where they are read. */
const record = z.object({
  v: z.literal(1),
  turn: count,
  language: z.enum(LANGUAGES),
  zone: known('timeZone').optional(),
  locale: known('locale').optional(),
  learned: z.array(z.object({ turn: count, at: z.iso.datetime(), name: text, value: text, from: text, piece: text.optional() })),
  asked: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('fact'), fact: text }),
      z.object({ kind: z.literal('meanings'), meanings: z.array(z.object({ value: text, findings: z.array(finding) })) }),
      z.object({ kind: z.literal('change'), facts: z.array(text) }),
      z.object({ kind: z.literal('conflict'), fact: text, evidence: text }),
      z.object({ kind: z.literal('forget'), openCase: text.optional() }),
      z.object({ kind: z.enum(['language', 'offer', 'solved']) }),
    ])
    .optional(),
  misunderstood: count,
  told: z.array(text),
  last: z.array(z.object({ says: z.array(z.object({ key: text })) })),
  trail: z.object({ symbols: count, at: z.number() }).optional(),
  messages: z.array(z.object({ id: text, turn: count })).optional(),
  thumbs: z.record(text, z.enum(['up', 'down'])).optional(),
  caseNumber: text.optional(),
  handover: z.enum(HANDOVER_STATES).optional(),
  lost: z.literal(true).optional(),
  away: z.literal(true).optional(),
  helps: z.object({ talk: text, number: text }).optional(),
});

/** Told of a talk whose record could not be read; no other is concerned. */
export type Damaged = () => void;

/** The record of a talk as it was stored: null where nothing is known any more, undefined where its bytes are not those that were written. */
export const recordIn = (cell: Cell | undefined): Record | null | undefined => {
  const value = readBack(cell);
  if (value === null) return null;
  // What the schema does not name nobody relies on.
  return record.safeParse(value).success ? (value as Record) : undefined;
};

/** The language of a record that cannot be read. */
export const languageIn = (cell: Cell | undefined): Language =>
  LANGUAGES.find((language) => String(cell).includes(`"language":"${language}"`)) ?? LANGUAGES[0];
