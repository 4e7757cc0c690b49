import type { CloudAdapter } from 'botbuilder';
import type { Logger } from 'pino';
import type { Request, Response, Server } from 'restify';
import type { Inbound, Receive } from '../exchange/activity.ts';
import { readJson } from '../http/body.ts';
import { isLocalRequest, isLoopbackUrl } from '../http/loopback.ts';
import type { Invoke } from '../teams/invoke.ts';
import { createBot } from './bot.ts';
import { redactBody } from './redact-body.ts';
import { activityShape, type CheckedActivity } from './shape.ts';

interface Door {
  readonly adapter: CloudAdapter;
  readonly receive: Receive;
  readonly send: (activity: Inbound) => Promise<void>;
  readonly invoke: Invoke;
  /** Only this computer may come in: nobody is authenticated. */
  readonly localOnly: boolean;
  readonly log: Logger;
}

const LOCAL_CHANNELS = ['webchat', 'emulator', 'msteams', 'directline', 'test'];

/** Without authentication replies go nowhere but to this computer: a foreign serviceUrl would make us a caller for strangers. */
const isHarmless = ({ channelId, serviceUrl, deliveryMode }: CheckedActivity): boolean =>
  LOCAL_CHANNELS.includes(channelId) && (serviceUrl === undefined ? deliveryMode === 'expectReplies' : isLoopbackUrl(serviceUrl));

/** Takes the adapter's answer, so that an error's own text never leaves: botbuilder sends it as it is. */
const collected = ({ socket }: Response) => {
  let status = 500;
  let body: unknown;
  const asResponse = {
    socket,
    header: () => undefined,
    status: (code: number) => {
      status = code;
    },
    send: (sent?: unknown) => {
      body = sent;
    },
    end: () => undefined,
  };
  return { asResponse, given: () => ({ status, body }) };
};

/** Mounts POST /api/messages: who is it, what shape, secrets out, then botbuilder's adapter. Public errors are constant words. */
export const mountMessages = (server: Server, { adapter, receive, send, invoke, localOnly, log }: Door): void => {
  const refuse = (response: Response, status: number, error: string) => {
    log.info({ status, error }, 'refused');
    response.send(status, { error });
  };

  server.post('/api/messages', async (request: Request, response: Response) => {
    if (localOnly && !isLocalRequest(request)) return refuse(response, 403, 'forbidden');
    if (!localOnly && request.headers.authorization === undefined) return refuse(response, 401, 'unauthorized');
    const read = await readJson(request);
    if (!('value' in read)) return refuse(response, read.status, read.error);
    const { value, found } = redactBody(read.value);
    const { data: activity, success } = activityShape.safeParse(value);
    if (!success) return refuse(response, 400, 'bad request');
    if (localOnly && !isHarmless(activity)) return refuse(response, 403, 'forbidden');
    const answer = collected(response);
    await adapter.process(Object.assign(request, { body: activity }), answer.asResponse, createBot({ receive, send, invoke, log }, found));
    const { status, body } = answer.given();
    if (status >= 400) return refuse(response, status, status === 401 || status === 403 ? 'unauthorized' : 'error');
    response.send(status, body);
    return undefined;
  });
};
