import { randomBytes } from 'node:crypto';
import type { Logger } from 'pino';
import type { Request, Response, Server } from 'restify';
import { isCaseNumber } from '../desk/case.ts';
import { mayActAs, type Role } from '../desk/staff.ts';
import { isOurs, queryOf } from '../http/address.ts';
import { readForm } from '../http/body.ts';
import { isLocalRequest } from '../http/loopback.ts';
import { whereOf } from '../http/where.ts';
import { DEEDS, type Deed } from './deeds.ts';
import { headersFor } from './headers.ts';
import { languageCookie, staffLanguage } from './language.ts';
import { messagePage } from './pages/message.ts';
import type { Room } from './room.ts';
import { cookieIn } from './sign-in/cookie.ts';
import { formTokenOf, type SessionKeeping } from './sign-in/session.ts';
import type { Streams } from './stream.ts';
import type { Answer, Stream, Visit } from './visit.ts';

/** A page of the desk, or something done there: which deed it is decides who may. */
export interface Route {
  readonly method: 'get' | 'post';
  readonly path: string;
  readonly deed: Deed;
  readonly handle: (visit: Visit) => Promise<Answer | Stream>;
}

export interface Doorway {
  readonly keeping: SessionKeeping;
  /** Served over TLS: cookies are bound to it. */
  readonly secure: boolean;
  /** Without an issuer only this computer itself is let in. */
  readonly localOnly: boolean;
  readonly streams: Streams;
  readonly audit: Room['audit'];
  readonly now: () => Date;
  readonly log: Pick<Logger, 'error'>;
}

const NO_FORM = new URLSearchParams();

/** Sends an answer with the headers that stand on everything here. */
export const sendAnswer = (request: Request, response: Response, answer: Answer, headers: Readonly<Record<string, string>>): void => {
  const chosen = languageCookie(request);
  if (chosen !== undefined) response.header('set-cookie', chosen);
  const language = staffLanguage(request);
  switch (answer.kind) {
    case 'page':
      response.sendRaw(answer.status ?? 200, answer.page.html, {
        ...headers,
        'content-type': 'text/html; charset=utf-8',
        'content-language': language,
      });
      break;
    case 'go':
      response.sendRaw(303, '', { ...headers, location: answer.to });
      break;
    case 'file':
      response.sendRaw(200, answer.text, {
        ...headers,
        'content-type': answer.type,
        'content-disposition': `attachment; filename="${answer.name}"`,
      });
      break;
    case 'nothing':
      response.sendRaw(204, '', headers);
  }
};

const isText = (form: unknown): form is URLSearchParams => form instanceof URLSearchParams;

/** Puts a route on a server: only for whom is signed in, may do it and, where it changes something, posted a form of our own. */
export const mountRoute = (server: Server, { method, path, deed, handle }: Route, doorway: Doorway): void => {
  const { keeping, secure, localOnly, streams, audit, now, log } = doorway;
  const headers = headersFor(secure);
  const needed: Role = DEEDS[deed];

  const answer = async (request: Request): Promise<Answer | Stream> => {
    const language = staffLanguage(request);
    const refuse = (status: 401 | 403 | 413 | 415 | 400 | 408, key: Parameters<typeof messagePage>[1]): Answer => ({
      kind: 'page',
      status,
      page: messagePage(language, key),
    });
    const token = cookieIn(request, 'staff', secure);
    // What a page asks by itself keeps nobody signed in: its looks, and the stream that its browser opens again and again.
    const isLive = request.headers['x-live'] !== undefined || request.headers.accept === 'text/event-stream';
    const staff = localOnly && !isLocalRequest(request) ? undefined : await keeping.find(token, !isLive);
    if (token === undefined || staff === undefined) {
      if (method === 'post' || isLive) return refuse(401, 'signedOut');
      return { kind: 'go', to: `/desk/sign-in?to=${encodeURIComponent(request.url ?? '/desk')}` };
    }
    const formToken = formTokenOf(token);
    const form = method === 'get' ? NO_FORM : await readForm(request);
    const id = String(request.params?.id ?? '');
    /** What somebody signed in was refused is written down; of what they named only what can be a case's number. */
    const deny = async (status: Parameters<typeof refuse>[0], key: Parameters<typeof messagePage>[1], why: string): Promise<Answer> => {
      const about = isCaseNumber(id) ? { about: id } : {};
      if (!isLive) await audit({ at: now().toISOString(), who: staff.id, what: deed, ...about, result: `refused: ${why}` });
      return refuse(status, key);
    };
    if (!isText(form)) return deny(form.status, 'badForm', 'form');
    // The token in the form is what no page of another site can know; where the form came from is asked too.
    if (method === 'post' && (!isOurs(request) || form.get('token') !== formToken)) return deny(403, 'foreignForm', 'foreign form');
    if (!mayActAs(staff, needed)) return deny(403, 'notAllowed', 'role');
    return handle({
      staff,
      formToken,
      language,
      address: request.url ?? '/desk',
      query: queryOf(request),
      form,
      id,
      isLive,
    });
  };

  server[method](path, async (request: Request, response: Response) => {
    try {
      const answered = await answer(request);
      if (answered.kind !== 'stream') return sendAnswer(request, response, answered, headers);
      const mayRead = async () => (await keeping.find(cookieIn(request, 'staff', secure), false)) !== undefined;
      if (!streams.open(response, { headers, listen: answered.listen, mayRead }))
        sendAnswer(request, response, { kind: 'nothing' }, headers);
    } catch (error) {
      log.error({ at: whereOf(error) }, 'a page of the desk could not be served');
      sendAnswer(request, response, { kind: 'page', status: 500, page: messagePage(staffLanguage(request), 'failed') }, headers);
    }
  });
};

/** A new secret of 256 bits, as it stands in cookies and links. */
export const newSecret = (): string => randomBytes(32).toString('base64url');
