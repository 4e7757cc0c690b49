import type { IncomingMessage } from 'node:http';
import type { Logger } from 'pino';
import type { Request, Response, Server } from 'restify';
import type { Receive } from '../exchange/activity.ts';
import { callerOf } from '../http/caller.ts';
import type { Limit } from '../http/limit.ts';
import { whereOf } from '../http/where.ts';
import { say } from '../language/language.ts';
import { type Answer, REFUSED, tooMany } from './answer.ts';
import { directLine, type Handle } from './directline.ts';
import { readPageFiles } from './files.ts';
import { mountPage } from './mount-page.ts';
import { originsOf } from './origins.ts';
import { pageLanguage } from './page-language.ts';
import { CHANNEL } from './posted.ts';
import { createSince, type Has, type Kept, type Rows } from './rows.ts';
import { createStreams, type Subscribe } from './stream.ts';
import { createTokens, type Visitor } from './tokens.ts';

interface WebChat {
  readonly receive: Receive;
  readonly has: Has;
  readonly rows: Rows;
  readonly kept: Kept;
  readonly subscribe: Subscribe;
  /** 32 random bytes that outlive a restart. */
  readonly secret: Uint8Array;
  /** In milliseconds. */
  readonly now: () => number;
  readonly newId: () => string;
  readonly log: Pick<Logger, 'error'>;
  readonly limits: { readonly person: Limit; readonly address: Limit };
  /** How many proxies of ours stand in front. */
  readonly proxies: number;
  /** Origins of other pages that may use the door, in small letters. */
  readonly origins: readonly string[];
}

const BASE = '/v3/directline';

const send = (response: Response, { status, body, headers }: Answer) =>
  response.sendRaw(status, JSON.stringify(body), {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    ...headers,
  });

/**
 * Puts Web Chat's door and page on a server: Direct Line 3.0 under /v3/directline, the page at /, and every upgrade of its HTTP
 * server, which no other room takes. `close` ends the sockets. Throws where Web Chat's file was not fetched.
 */
export const mountWebChat = (server: Server, webchat: WebChat) => {
  const { receive, has, rows, kept, subscribe, secret, now, newId, log, limits, proxies } = webchat;
  const origins = originsOf(webchat.origins);
  const tokens = createTokens({ secret, now, newId });
  const since = createSince(rows);
  const failed = (error: unknown) => log.error({ at: whereOf(error) }, 'Web Chat could not be served');

  const route = (handle: Handle) => async (request: Request, response: Response) => {
    const answer = ({ status, body, headers }: Answer) =>
      send(response, { status, body, headers: { ...origins.headersFor(request), ...headers } });
    try {
      if (!origins.mayCome(request)) return answer(REFUSED.forbidden);
      // What is read costs little, and a page without a socket reads every second.
      const wait = request.method === 'POST' ? limits.address.take(callerOf(request, proxies)) : 0;
      answer(wait > 0 ? tooMany(wait) : await handle(request, String(request.params?.id)));
    } catch (error) {
      failed(error);
      answer(REFUSED.failed);
    }
  };

  const streams = createStreams({ since, tokens, subscribe, failed, proxies, origins });
  server.server.on('upgrade', streams.upgrade);

  /** The message is marked as not sent by Web Chat itself; why, and by which number to ask for it, is said beside it. */
  const failedTurn = (error: unknown, visitor: Visitor, request: IncomingMessage) => {
    const reference = newId().slice(0, 8);
    log.error({ reference, at: whereOf(error) }, 'a turn failed');
    streams.whisper(visitor, {
      type: 'message',
      id: `failed:${reference}`,
      timestamp: new Date(now()).toISOString(),
      channelId: CHANNEL,
      conversation: { id: visitor.conv },
      from: { id: 'activation-desk', name: 'Activation Desk', role: 'bot' },
      text: say(pageLanguage(request), 'talk.failed', { reference }),
    });
  };

  const line = directLine({ receive, has, since, kept, tokens, newId, perPerson: limits.person, failedTurn });
  server.post(`${BASE}/tokens/generate`, route(line.generate));
  server.post(`${BASE}/tokens/refresh`, route(line.refresh));
  server.post(`${BASE}/conversations`, route(line.start));
  server.get(`${BASE}/conversations/:id`, route(line.reconnect));
  server.get(`${BASE}/conversations/:id/activities`, route(line.read));
  server.post(`${BASE}/conversations/:id/activities`, route(line.post));
  server.post(`${BASE}/conversations/:id/upload`, route(line.upload));
  server.get(`${BASE}/session/getsessionid`, route(line.session));
  server.get(`${BASE}/my-data`, route(line.data));
  if (webchat.origins.length > 0)
    server.opts(
      `${BASE}/*`,
      route(async (request) => origins.preflight(request)),
    );
  mountPage(server, readPageFiles());

  return { close: streams.close };
};
