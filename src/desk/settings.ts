import { z } from 'zod/v4';
import { type Calendar, readHours } from './calendar.ts';

/** What is set of the helpdesk. */
export interface DeskSettings {
  readonly calendar?: Calendar | undefined;
  /** In milliseconds, both. */
  readonly idleAfter: number;
  readonly handoverEnds: number;
}

const HOUR = 3_600_000;

const isZone = (zone: string): boolean => Intl.supportedValuesOf('timeZone').includes(zone) || zone === 'UTC';
const hours = (standard: number) =>
  z
    .string()
    .trim()
    .regex(/^[1-9]\d{0,4}$/, 'must be a whole number of hours')
    .transform(Number)
    .default(standard);

/** The helpdesk's environment variables. */
export const DESK_SHAPE = {
  DESK_HOURS: z
    .string()
    .trim()
    .refine((text) => readHours(text) !== undefined, 'must be hours by weekday, such as Mon-Fri 08:00-17:00, Sat 09:00-12:00')
    .optional(),
  DESK_ZONE: z.string().trim().refine(isZone, 'must be a name of the time zone database, such as Europe/Berlin').default('UTC'),
  DESK_HOLIDAYS: z
    .string()
    .trim()
    .regex(/^(?:\d{4}-\d\d-\d\d(?:\s*,\s*(?=\d)|$))*$/, 'must be dates with commas between them, such as 2026-12-25, 2026-12-26')
    .default(''),
  IDLE_HOURS: hours(24),
  HANDOVER_HOURS: hours(72),
};

type Data = z.infer<z.ZodObject<typeof DESK_SHAPE>>;

/** Where nothing is set. */
export const DESK_STANDARD: DeskSettings = { idleAfter: 24 * HOUR, handoverEnds: 72 * HOUR };

/** The settings in what was read. Without hours nobody promised that anybody is there. */
export const deskSettings = ({ DESK_HOURS, DESK_ZONE, DESK_HOLIDAYS, IDLE_HOURS, HANDOVER_HOURS }: Data): DeskSettings => {
  const days = DESK_HOURS === undefined ? undefined : readHours(DESK_HOURS);
  const holidays = DESK_HOLIDAYS.split(',').map((date) => date.trim());
  return {
    calendar: days && { zone: DESK_ZONE, days, holidays },
    idleAfter: IDLE_HOURS * HOUR,
    handoverEnds: HANDOVER_HOURS * HOUR,
  };
};
