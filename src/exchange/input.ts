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

const withLocale = (locale: string | undefined) => (locale === undefined ? {} : { locale });

const arrives = ({ type, membersAdded = [], recipient }: Inbound): boolean =>
  type === 'conversationUpdate' && membersAdded.some(({ id }) => id !== recipient?.id);

/** What an activity means for a turn; undefined where it means nothing (typing, a reaction, somebody leaving). */
export const inputOf = (activity: Inbound, secrets: readonly Secret[]): Input | Other | undefined => {
  const { type, name, text = '', value, locale, attachments = [] } = activity;
  const zone = zoneOf(activity);
  if (arrives(activity)) return { kind: 'arrived', ...withLocale(locale) };
  if (type === 'event' && name === 'language' && typeof value === 'string') return { kind: 'language', locale: value };
  const status = statusIn(activity);
  if (status !== undefined) return { kind: 'staff', does: status };
  if (type !== 'message') return undefined;
  return {
    kind: 'message',
    text,
    secrets,
    ...withLocale(locale),
    ...(zone === undefined ? {} : { zone }),
    ...pressedIn(value),
    ...(attachments.length > 0 ? { hasFiles: true } : {}),
  };
};
