import { createHmac, timingSafeEqual } from 'node:crypto';

/** A signed call is refused when it is older than this, in seconds: nobody may play it again later. */
const FRESH = 300;

const equal = (a: string, b: string): boolean => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

/** The headers of a signed call: HMAC-SHA-256 in hex over "timestamp.body", the timestamp in seconds since 1970. */
export const signed = (secret: string, body: string, now: Date) => {
  const timestamp = String(Math.floor(now.getTime() / 1_000));
  return {
    'desk-timestamp': timestamp,
    'desk-signature': `sha256=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`,
  };
};

/** Is this call signed with the secret, and fresh? */
export const isSigned = (secret: string, body: string, timestamp: string, signature: string, now: Date): boolean => {
  const age = Math.abs(now.getTime() / 1_000 - Number(timestamp));
  const right = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
  return /^\d{1,12}$/.test(timestamp) && age <= FRESH && equal(signature, `sha256=${right}`);
};

/** Zammad signs its webhooks with HMAC-SHA-1 over the body, in the header X-Hub-Signature. */
export const isSignedByZammad = (secret: string, body: string, signature: string): boolean =>
  equal(signature, `sha1=${createHmac('sha1', secret).update(body).digest('hex')}`);
