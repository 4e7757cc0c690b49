import type { ConversationReference } from 'botbuilder';
import type { Logger } from 'pino';
import { whereOf } from '../http/where.ts';
import type { Answer } from './verdict.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Where a reply goes: what getConversationReference gave when the person wrote. */
export type Address = Partial<Omit<ConversationReference, 'conversation'>> & { readonly conversation?: { readonly id: string } };

interface Connection {
  /** This bot's token for the channel; undefined where it has no registration. Throws where none can be had. */
  readonly bearer: () => Promise<string | undefined>;
  readonly mayGo: (serviceUrl: string | undefined) => boolean;
  readonly log: Logger;
}

/** In milliseconds, from the first byte to the answer's head. */
const PATIENCE = 5_000;

/** Errors of a connection that was never made: nothing was sent. */
const NEVER_MADE =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_.*|ERR_TLS_.*|DEPTH_ZERO_.*|SELF_SIGNED_.*|UNABLE_TO_.*)$/;

const codeOf = (error: unknown): string =>
  error instanceof Error && typeof error.cause === 'object' && error.cause !== null && 'code' in error.cause
    ? String(error.cause.code)
    : '';

const urlOf = ({ serviceUrl = '', conversation, activityId }: Address, replyToId: unknown): string | undefined => {
  const parts = [conversation?.id, typeof replyToId === 'string' ? replyToId : activityId].filter(
    (part) => part !== undefined && part !== '',
  );
  // A URL's parser takes dots for the way up, escaped or not.
  if (conversation?.id === undefined || parts.some((part) => part === '.' || part === '..')) return undefined;
  const [to, answers] = parts.map((part) => encodeURIComponent(String(part)));
  return `${serviceUrl.replace(/\/$/, '')}/v3/conversations/${to}/activities${answers === undefined ? '' : `/${answers}`}`;
};

/** A reply with its addresses, as the Bot Framework's own client would send it. */
const addressed = ({ serviceUrl, channelId, conversation, bot, user, activityId }: Address, activity: Fields): Fields => ({
  ...activity,
  channelId,
  serviceUrl,
  conversation,
  from: bot,
  recipient: user,
  ...(activityId === undefined ? {} : { replyToId: activityId }),
});

const LIMIT = 4_096;

/** The id that a channel gave a message; undefined where its answer is none, or too long to be one. The message is sent all the same. */
const idIn = async ({ ok, body }: Response): Promise<string | undefined> => {
  if (!ok || body === null) return void body?.cancel().catch(() => undefined);
  let text = '';
  try {
    for await (const chunk of body.pipeThrough(new TextDecoderStream())) {
      text += chunk;
      if (text.length > LIMIT) return undefined;
    }
    const answer: unknown = JSON.parse(text);
    const id = typeof answer === 'object' && answer !== null && 'id' in answer ? answer.id : undefined;
    return typeof id === 'string' && id.length > 0 && id.length <= 512 ? id : undefined;
  } catch {
    return undefined;
  }
};

/**
 * Sends to a channel's connector. Not by botbuilder's client: that repeats a POST up to four times on a 5xx, waits for ever on a
 * hanging channel, and follows redirects. Never throws; of the answer's body only the id that the message got is read.
 */
export const createConnector = ({ bearer, mayGo, log }: Connection) => {
  const call = async (method: 'POST' | 'PUT', address: Address, activity: Fields, about: unknown): Promise<Answer> => {
    const url = urlOf(address, about);
    if (url === undefined || !mayGo(address.serviceUrl)) return { kind: 'not allowed' };
    let token: string | undefined;
    try {
      token = await bearer();
    } catch (error) {
      log.warn({ at: whereOf(error) }, 'no token for the channel can be had');
      return { kind: 'not reached' };
    }
    try {
      const response = await fetch(url, {
        method,
        redirect: 'manual',
        signal: AbortSignal.timeout(PATIENCE),
        headers: { 'content-type': 'application/json', ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) },
        body: JSON.stringify(addressed(address, activity)),
      });
      const id = await idIn(response);
      const retryAfter = response.headers.get('retry-after') ?? undefined;
      return {
        kind: 'answered',
        status: response.status,
        ...(id === undefined ? {} : { id }),
        ...(retryAfter === undefined ? {} : { retryAfter }),
      };
    } catch (error) {
      return { kind: NEVER_MADE.test(codeOf(error)) ? 'not reached' : 'silent' };
    }
  };
  return {
    post: (address: Address, activity: Fields): Promise<Answer> => call('POST', address, activity, activity.replyToId),
    /** Changes a message that was sent, which is named by the id that the channel gave it. */
    put: (address: Address, id: string, activity: Fields): Promise<Answer> => call('PUT', address, { ...activity, id }, id),
  };
};
export type Connector = ReturnType<typeof createConnector>;
