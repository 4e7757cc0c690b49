import type { Logger } from 'pino';
import type { Request, Response, Server } from 'restify';
import type { Staff } from '../../desk/staff.ts';
import { isOurs, queryOf } from '../../http/address.ts';
import { readForm } from '../../http/body.ts';
import { isLocalRequest } from '../../http/loopback.ts';
import { whereOf } from '../../http/where.ts';
import { headersFor } from '../headers.ts';
import { staffLanguage } from '../language.ts';
import { type Message, messagePage } from '../pages/message.ts';
import { issuerPage, linkPage, noIssuerPage } from '../pages/sign-in.ts';
import type { Room } from '../room.ts';
import { newSecret, sendAnswer } from '../route.ts';
import type { Answer } from '../visit.ts';
import { cookieIn, cookieOf } from './cookie.ts';
import type { Issuer, Underway } from './issuer.ts';
import type { Link } from './link.ts';
import { formTokenOf, type SessionKeeping } from './session.ts';

interface SignIn {
  readonly keeping: SessionKeeping;
  readonly secure: boolean;
  readonly now: () => Date;
  readonly log: Pick<Logger, 'error' | 'warn'>;
  /** One way in: an issuer, the one-time link, or none. */
  readonly by: { readonly issuer: Issuer } | { readonly link: Link; readonly owner: string } | undefined;
  /** Told of everybody who signed in. */
  readonly signedIn: (staff: Staff) => Promise<void>;
  readonly audit: Room['audit'];
}

/** How long a sign-in may take at the issuer, in seconds. */
const UNDERWAY = 600;

/** Only our own pages are gone to after a sign-in. */
const ownPath = (to: string | null): string => (to !== null && /^\/desk(?:[/?][\w\-./?=&%:+~]*)?$/.test(to) ? to : '/desk');

const underwayIn = (cookie: string | undefined): Underway | undefined => {
  const [state, nonce, verifier, to] = (cookie ?? '').split('.');
  return state && nonce && verifier && to ? { state, nonce, verifier, to: ownPath(decodeURIComponent(to)) } : undefined;
};

/** Puts signing in and out on a server. */
export const mountSignIn = (server: Server, { keeping, secure, now, log, by, signedIn, audit }: SignIn): void => {
  const headers = headersFor(secure);
  const page = (request: Request, status: number, message: Message): Answer => ({
    kind: 'page',
    status,
    page: messagePage(staffLanguage(request), message),
  });

  const begin = async (request: Request, response: Response, staff: Staff, to: string): Promise<Answer> => {
    const token = await keeping.begin(staff, cookieIn(request, 'staff', secure));
    await signedIn(staff);
    response.header('set-cookie', cookieOf('staff', token, secure));
    return { kind: 'go', to };
  };

  const route = (
    method: 'get' | 'post',
    path: string,
    handle: (request: Request, response: Response, form: URLSearchParams) => Promise<Answer>,
  ) =>
    server[method](path, async (request: Request, response: Response) => {
      try {
        const form = method === 'get' ? new URLSearchParams() : await readForm(request);
        if (!(form instanceof URLSearchParams)) return sendAnswer(request, response, page(request, form.status, 'badForm'), headers);
        if (method === 'post' && !isOurs(request)) return sendAnswer(request, response, page(request, 403, 'foreignForm'), headers);
        sendAnswer(request, response, await handle(request, response, form), headers);
      } catch (error) {
        log.error({ at: whereOf(error) }, 'a sign-in could not be served');
        sendAnswer(request, response, page(request, 502, 'signInFailed'), headers);
      }
    });

  server.get('/desk/sign-in', async (request: Request, response: Response) => {
    const language = staffLanguage(request);
    const address = request.url ?? '/desk/sign-in';
    if (by === undefined) return sendAnswer(request, response, page(request, 403, 'closed'), headers);
    if ('link' in by) return sendAnswer(request, response, { kind: 'page', page: noIssuerPage(language, address) }, headers);
    sendAnswer(request, response, { kind: 'page', page: issuerPage(language, address, ownPath(queryOf(request).get('to'))) }, headers);
  });

  if (by !== undefined && 'issuer' in by) {
    const { issuer } = by;
    // A link and no form: a browser would count the issuer as the form's target, which the policy forbids. Nothing is kept but by the browser.
    route('get', '/desk/sign-in/begin', async (request, response) => {
      const [state, nonce, verifier] = [newSecret(), newSecret(), newSecret()];
      const to = ownPath(queryOf(request).get('to'));
      const address = await issuer.address({ state, nonce, verifier, to });
      response.header(
        'set-cookie',
        cookieOf('sign-in', [state, nonce, verifier, encodeURIComponent(to).replaceAll('.', '%2E')].join('.'), secure, UNDERWAY),
      );
      return { kind: 'go', to: address.href };
    });
    route('get', '/desk/sign-in/back', async (request, response) => {
      const underway = underwayIn(cookieIn(request, 'sign-in', secure));
      response.header('set-cookie', cookieOf('sign-in', '', secure));
      if (underway === undefined) return page(request, 400, 'signInFailed');
      const staff = await issuer.member(queryOf(request), underway).catch((error: unknown) => {
        log.warn({ at: whereOf(error) }, 'a sign-in was refused');
        return 'refused' as const;
      });
      if (staff === 'refused') return page(request, 400, 'signInFailed');
      if ('noRole' in staff) {
        await audit({ at: now().toISOString(), who: staff.noRole, what: 'signIn', result: 'refused: role' });
        return page(request, 403, 'noRole');
      }
      return begin(request, response, staff, underway.to);
    });
  }

  if (by !== undefined && 'link' in by) {
    const { link, owner } = by;
    route('get', '/desk/sign-in/link', async (request) => ({
      kind: 'page',
      page: linkPage(staffLanguage(request), queryOf(request).get('key') ?? ''),
    }));
    route('post', '/desk/sign-in/link', async (request, response, form) => {
      if (!isLocalRequest(request)) return page(request, 403, 'closed');
      const used = link.use(form.get('key') ?? '', request.socket.remoteAddress ?? '', now().getTime());
      if (used === 'right') return begin(request, response, { id: 'this computer', name: owner, role: 'lead' }, '/desk');
      return used === 'too many' ? page(request, 429, 'linkTooMany') : page(request, 403, 'linkWrong');
    });
  }

  // Where nobody comes in nobody goes out.
  if (by === undefined) return;
  route('post', '/desk/sign-out', async (request, response, form) => {
    const token = cookieIn(request, 'staff', secure);
    if (token === undefined || form.get('token') !== formTokenOf(token)) return page(request, 403, 'foreignForm');
    const staff = await keeping.find(token, false);
    await keeping.end(token);
    if (staff !== undefined) await audit({ at: now().toISOString(), who: staff.id, what: 'signOut' });
    response.header('set-cookie', cookieOf('staff', '', secure));
    return { kind: 'go', to: '/desk/sign-in' };
  });
};
