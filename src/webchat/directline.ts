import type { IncomingMessage } from 'node:http';
import type { Receive } from '../exchange/activity.ts';
import { hostOf, isSecure, queryOf } from '../http/address.ts';
import { readJson } from '../http/body.ts';
import type { Limit } from '../http/limit.ts';
import { type Answer, ok, REFUSED, refusedBody, tooMany } from './answer.ts';
import { cookieIn, cookieOf } from './cookie.ts';
import { arrivalOf, inboundOf } from './posted.ts';
import { type Has, type Kept, type Since, talkOf, watermarkIn } from './rows.ts';
import { lifeOf, type Tokens, type Visitor } from './tokens.ts';

interface DirectLine {
  readonly receive: Receive;
  readonly has: Has;
  readonly since: Since;
  readonly kept: Kept;
  readonly tokens: Tokens;
  readonly newId: () => string;
  readonly perPerson: Limit;
  /** A turn failed: its person is to be told. */
  readonly failedTurn: (error: unknown, visitor: Visitor, request: IncomingMessage) => void;
}

/** Answers a request; `id` is the conversation in the path. */
export type Handle = (request: IncomingMessage, id: string) => Promise<Answer>;
type Allowed = (request: IncomingMessage, visitor: Visitor) => Promise<Answer>;

const bearerIn = ({ headers }: IncomingMessage): string | undefined => /^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1];

/** A body that may be left out altogether, as far as we ask for nothing in it. */
const bodyIn = async (request: IncomingMessage) =>
  (request.headers['content-length'] ?? '0') === '0' && request.headers['transfer-encoding'] === undefined
    ? { value: {} }
    : readJson(request);

/** The calls of Direct Line 3.0 that Web Chat makes, over `receive` and the stored rows. */
export const directLine = ({ receive, has, since, kept, tokens, newId, perPerson, failedTurn }: DirectLine) => {
  const isStarted = (visitor: Visitor) => has(talkOf(visitor));

  const tokenFor = async (visitor: Visitor) => ({
    conversationId: visitor.conv,
    token: await tokens.issue(visitor, 'token'),
    expires_in: lifeOf('token'),
  });

  const streamFor = async (request: IncomingMessage, visitor: Visitor, watermark: number) => {
    const host = hostOf(request);
    // Without an address to connect to Web Chat asks for what is new instead.
    if (host === undefined) return {};
    const ticket = await tokens.issue(visitor, 'ticket');
    const origin = `${isSecure(request) ? 'wss' : 'ws'}://${host}`;
    return { streamUrl: `${origin}/v3/directline/conversations/${visitor.conv}/stream?watermark=${watermark}&t=${ticket}` };
  };

  const withToken =
    (handle: Allowed): Handle =>
    async (request) => {
      const visitor = await tokens.read(bearerIn(request), 'token');
      return visitor === undefined ? REFUSED.forbidden : handle(request, visitor);
    };

  const inTalk =
    (handle: Allowed): Handle =>
    (request, id) =>
      withToken(async (_, visitor) => {
        if (visitor.conv !== id) return REFUSED.forbidden;
        return (await isStarted(visitor)) ? handle(request, visitor) : REFUSED.unknown;
      })(request, id);

  /** As in a talk; whoever said something is told where it was not taken. */
  const inTurn =
    (handle: Allowed): Handle =>
    (request, id) =>
      withToken(async (_, visitor) => {
        try {
          return await inTalk(handle)(request, id);
        } catch (error) {
          failedTurn(error, visitor, request);
          return REFUSED.failed;
        }
      })(request, id);

  return {
    /** A token for the talk that this browser has, or for a new one: where it has none, or comes by a link to somebody's case. */
    generate: (async (request) => {
      const known = queryOf(request).has('fresh') ? undefined : await tokens.read(cookieIn(request), 'cookie');
      const visitor = known ?? { user: `dl_${newId()}`, conv: newId() };
      return ok(await tokenFor(visitor), { 'set-cookie': cookieOf(await tokens.issue(visitor, 'cookie'), request) });
    }) satisfies Handle,

    refresh: withToken(async (_, visitor) => ok(await tokenFor(visitor))),

    /** Opens a talk: the first time somebody arrives and is welcomed, later nothing is said. */
    start: withToken(async (request, visitor) => {
      const body = await bodyIn(request);
      if (!('value' in body)) return refusedBody(body.status);
      const isNew = !(await isStarted(visitor));
      if (isNew) await receive(arrivalOf(body.value, visitor));
      return { status: isNew ? 201 : 200, body: { ...(await tokenFor(visitor)), ...(await streamFor(request, visitor, 0)) } };
    }),

    reconnect: inTalk(async (request, visitor) => {
      const watermark = watermarkIn(queryOf(request).get('watermark'));
      return ok({ ...(await tokenFor(visitor)), ...(await streamFor(request, visitor, watermark)) });
    }),

    read: inTalk(async (request, visitor) => ok({ ...(await since(visitor, watermarkIn(queryOf(request).get('watermark')))) })),

    post: inTurn(async (request, visitor) => {
      const wait = perPerson.take(visitor.user);
      if (wait > 0) return tooMany(wait);
      const body = await readJson(request);
      if (!('value' in body)) return refusedBody(body.status);
      const inbound = inboundOf(body.value, visitor, newId);
      if (inbound === undefined) return REFUSED.malformed;
      await receive(inbound);
      return ok({ id: inbound.id });
    }),

    /** Everything that is kept of who looks at the page, as a file. The cookie says who: a link with nothing in it is nothing to steal. */
    data: (async (request) => {
      const visitor = await tokens.read(cookieIn(request), 'cookie');
      if (visitor === undefined) return REFUSED.forbidden;
      return ok({ ...(await kept(talkOf(visitor))) }, { 'content-disposition': 'attachment; filename="my-data.json"' });
    }) satisfies Handle,

    /** Files are not taken; the page has no button for them. */
    upload: withToken(async () => REFUSED.noFiles),

    session: withToken(async (_, visitor) => ok({ sessionId: visitor.conv })),
  } as const satisfies Record<string, Handle>;
};
