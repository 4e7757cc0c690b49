import { redactAll } from '../redaction/activity.ts';
import type { Secret } from '../redaction/redact.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Where a reply goes: ids that look like keys now and then, and must come back as they came. Nothing of them is said to anybody. */
const ADDRESS = ['id', 'replyToId', 'serviceUrl', 'channelId', 'deliveryMode', 'conversation', 'from', 'recipient', 'relatesTo'];
/** Of whom and where an id is kept; names, which people choose themselves, are not needed. */
const KEPT = ['id', 'conversationType', 'isGroup', 'tenantId', 'aadObjectId', 'role'];

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const only = (value: unknown): unknown =>
  isObject(value) ? Object.fromEntries(Object.entries(value).filter(([key]) => KEPT.includes(key))) : value;
const related = (value: unknown): unknown =>
  isObject(value)
    ? Object.fromEntries(
        Object.entries(value)
          .filter(([key]) => key === 'conversation' || key === 'user')
          .map(([key, part]) => [key, only(part)]),
      )
    : value;

/** Takes the secrets out of a posted activity, all but its address. Fields that are null count as absent. */
export const redactBody = (body: unknown): { readonly value: unknown; readonly found: readonly Secret[] } => {
  if (!isObject(body)) return { value: undefined, found: [] };
  const fields = Object.entries(body).filter(([, value]) => value !== null);
  const { value, found } = redactAll(Object.fromEntries(fields.filter(([key]) => !ADDRESS.includes(key))));
  return {
    value: {
      ...value,
      ...Object.fromEntries(
        fields.filter(([key]) => ADDRESS.includes(key)).map(([key, part]) => [key, key === 'relatesTo' ? related(part) : only(part)]),
      ),
    },
    found,
  };
};
