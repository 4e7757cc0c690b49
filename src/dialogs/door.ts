import type { Activity } from 'botbuilder';
import type { Logger } from 'pino';
import type { Request, Response, Server } from 'restify';
import type { Inbound, Receive } from '../exchange/activity.ts';
import { readJson } from '../http/body.ts';
import type { Limit } from '../http/limit.ts';
import { because } from '../http/refusals.ts';
import type { Language } from '../language/language.ts';
import type { Invoke } from '../teams/invoke.ts';
import type { Carrier } from './adapter.ts';
import { createBot } from './bot.ts';
import type { Connector } from './connector.ts';
import type { Guard } from './guard.ts';
import { redactBody } from './redact-body.ts';
import { activityShape } from './shape.ts';

interface Door {
  readonly adapter: Carrier;
  readonly guard: Guard;
  readonly receive: Receive;
  readonly send: (activity: Inbound) => Promise<void>;
  readonly invoke: Invoke;
  readonly post: Connector['post'];
  readonly perPerson: Limit;
  /** The language of whom no channel says it. */
  readonly language: Language;
  readonly log: Logger;
}

/** All that is ever said to whom is not served. */
const WORDS: Readonly<Record<number, string>> = {
  400: 'bad request',
  401: 'unauthorized',
  403: 'forbidden',
  408: 'too slow',
  413: 'too large',
  415: 'unsupported',
  429: 'too many',
  503: 'try again',
};

/** In how many seconds a channel should come again. */
const RETRY_AFTER = 5;

const refuse = (response: Response, status: number, reason: string, wait = status === 503 ? RETRY_AFTER : undefined) => {
  because(response, reason);
  response.send(status, { error: WORDS[status] ?? 'error' }, wait === undefined ? {} : { 'retry-after': String(wait) });
};

/** Mounts POST /api/messages: who is it, what shape, secrets out, for whom, then the bot. Public errors are constant words. */
export const mountMessages = (server: Server, { adapter, guard, receive, send, invoke, post, perPerson, language, log }: Door): void => {
  server.post('/api/messages', async (request: Request, response: Response) => {
    const admitted = await guard(request);
    if (typeof admitted !== 'function') return refuse(response, admitted.status, admitted.reason);
    const read = await readJson(request);
    if (!('value' in read)) return refuse(response, read.status, read.error);
    const { value, found } = redactBody(read.value);
    const { data: activity, success } = activityShape.safeParse(value);
    if (!success) return refuse(response, 400, 'shape');
    const wrong = admitted(activity);
    if (wrong !== undefined) return refuse(response, wrong.status, wrong.reason);
    // By person only: all that a channel brings comes from its own few addresses.
    const wait = perPerson.take(`${activity.channelId} ${activity.from.id}`);
    if (wait > 0) return refuse(response, 429, 'too many', wait);
    try {
      // The shape is checked by us; what botbuilder's type promises beyond it is read by nobody.
      const answer = await adapter.carry(activity as unknown as Activity, createBot({ receive, send, invoke, post, language, log }, found));
      response.send(answer?.status ?? 200, answer?.body);
    } catch {
      refuse(response, 503, 'failed');
    }
    return undefined;
  });
};
