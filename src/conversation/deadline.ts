import type { Moment } from '../language/saying.ts';
import { known, type Record } from './record.ts';
import { saying } from './reply.ts';
import { type State, tell } from './state.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Notices begin on day 25 of the first 30 days, and a title bar turns red 30 days after an activation has run out. */
const NOTICES = -5 * DAY;
const RED = 30 * DAY;

/** What runs out, by the state that the output shows and what the licence is. Only what Microsoft's pages describe has a date. */
const KINDS = {
  licensed: { kms: 'renewal', ad: 'renewal' },
  grace: { kms: 'first', ad: 'first', mak: 'enter', other: 'trial' },
  tolerance: { kms: 'tolerance', ad: 'tolerance', mak: 'repeat' },
} as const satisfies { readonly [status: string]: { readonly [method: string]: string } };
type ByMethod = { readonly [method: string]: 'renewal' | 'first' | 'enter' | 'trial' | 'tolerance' | 'repeat' };

/** A time that the person's output says is left, and when it ends. */
interface Deadline {
  readonly kind: ByMethod[string];
  /** Milliseconds since 1970, UTC. */
  readonly until: number;
}

/** The deadline that the latest output shows, counted from when it came; undefined where it shows none. */
export const deadlineOf = (record: Record): Deadline | undefined => {
  const facts = known(record);
  const [grace, status] = [facts.get('grace'), facts.get('status')];
  // A state that came later, without a time left, has ended the one before.
  if (grace === undefined || status?.turn !== grace.turn) return undefined;
  const byMethod: ByMethod | undefined = Object.hasOwn(KINDS, status.value) ? KINDS[status.value as keyof typeof KINDS] : undefined;
  const kind = byMethod?.[facts.get('method')?.value ?? 'other'];
  const until = Date.parse(grace.at) + Number(grace.value) * MINUTE;
  // Beyond the last date that there is.
  const isDate = !Number.isNaN(new Date(until + RED).getTime());
  return kind === undefined || !isDate ? undefined : { kind, until };
};

/** A moment as this talk's person has it; in UTC where their zone is not known. */
export const momentFor = ({ zone = 'UTC', locale }: Record, at: number): Moment => ({
  at,
  zone,
  ...(locale === undefined ? {} : { locale }),
});

/** Says when it runs out and what happens then. What is past already is not said. `now` is ISO 8601, UTC. */
export const tellDeadline = (state: State, { kind, until }: Deadline, now: string): State => {
  if (until <= Date.parse(now)) return state;
  const { record } = state;
  const noticed = kind === 'first' && until + NOTICES <= Date.parse(now);
  const moment = (at: number) => momentFor(record, at);
  const dates = { until: moment(until), notices: moment(until + NOTICES), red: moment(until + RED) };
  return tell(
    state,
    saying(`talk.deadline.${noticed ? 'noticed' : kind}`, dates),
    ...(record.zone === undefined ? [saying('talk.deadline.utc')] : []),
  );
};
