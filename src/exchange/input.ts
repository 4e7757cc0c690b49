import type { Other } from '../conversation/other-turn.ts';
import type { Input } from '../conversation/turn.ts';
import type { Secret } from '../redaction/redact.ts';
import type { Inbound } from './activity.ts';
import { statusIn } from './handoff.ts';
import { zoneOf } from './zone.ts';

const isObject = (value: unknown): value is Readonly<{ [field: string]: unknown }> => typeof value === 'object' && value !== null;

/** A card's or button's value, where it names a question of ours and one of its values. */
export const pressedIn = (value: unknown): { readonly pressed?: { readonly ask: string; readonly value: string } } =>
  isObject(value) && typeof value.ask === 'string' && typeof value.value === 'string'
    ? { pressed: { ask: value.ask, value: value.value } }
    : {};

/** Part of a talk's key, which the buttons of its cards carry: so nobody answers for somebody else. */
export const markOf = (talk: string): string => talk.slice(0, 12);

const isForeign = (value: unknown, talk: string): boolean =>
  isObject(value) && typeof value.talk === 'string' && value.talk !== markOf(talk);

const withLocale = (locale: string | undefined) => (locale === undefined ? {} : { locale });

const arrives = ({ type, moves, membersAdded = [], recipient }: Inbound): boolean =>
  moves === 'arrives' || (moves === undefined && type === 'conversationUpdate' && membersAdded.some(({ id }) => id !== recipient?.id));

/** What an activity means for a turn of this talk; undefined where it means nothing (typing, a reaction, somebody leaving). */
export const inputOf = (activity: Inbound, secrets: readonly Secret[], talk: string): Input | Other | undefined => {
  const { type, name, text = '', value, locale, attachments = [], shared, moves, changes, retracts } = activity;
  const zone = zoneOf(activity);
  const reads = shared === undefined ? {} : { shared };
  if (arrives(activity)) return { kind: 'arrived', ...withLocale(locale), ...reads };
  if (moves === 'leaves' || (type === 'installationUpdate' && activity.action === 'remove')) return { kind: 'left' };
  if (retracts !== undefined) return { kind: 'retracted', of: retracts };
  if (type === 'event' && name === 'language' && typeof value === 'string') return { kind: 'language', locale: value };
  const status = statusIn(activity);
  if (status !== undefined) return { kind: 'staff', does: status };
  if (type !== 'message' && changes === undefined) return undefined;
  if (isForeign(value, talk)) return { kind: 'foreign', ...withLocale(locale) };
  const message = {
    text,
    secrets,
    ...withLocale(locale),
    ...(zone === undefined ? {} : { zone }),
    ...pressedIn(value),
    ...(attachments.length > 0 ? { hasFiles: true } : {}),
    ...reads,
  };
  return changes === undefined ? { kind: 'message', ...message } : { kind: 'edited', of: changes, ...message };
};
