import type { Outgoing } from '../storage/store.ts';
import { signed } from './signature.ts';

/** Tells another system; throws where it did not take it, and then it is told again. */
export type Tell = (outgoing: Outgoing) => Promise<void>;

/** How long another system may take to answer, in milliseconds. */
export const PATIENCE = 10_000;

interface Webhook {
  readonly url: string;
  readonly secret: string;
  readonly now: () => Date;
}

/**
 * Posts a case as JSON, signed. The header desk-delivery names the delivery: the same name comes again where an answer was lost, and
 * is to be taken once.
 */
export const tellWebhook =
  ({ url, secret, now }: Webhook): Tell =>
  async ({ id, body }) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'desk-delivery': id, ...signed(secret, body, now()) },
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE),
    });
    await response.body?.cancel();
    if (!response.ok) throw new Error(`the webhook answered ${response.status}`);
  };
