import type { Logger } from 'pino';
import type { Request, Response, Server } from 'restify';
import { sendFile } from '../http/file.ts';
import { staffFiles } from './files.ts';
import { headersFor } from './headers.ts';
import { staffLanguage } from './language.ts';
import { messagePage } from './pages/message.ts';
import type { Room } from './room.ts';
import { mountRoute, newSecret, type Route, sendAnswer } from './route.ts';
import { auditRoutes } from './routes/audit.ts';
import { bulkRoutes } from './routes/bulk.ts';
import { caseRoutes } from './routes/case.ts';
import { exportRoutes } from './routes/export.ts';
import { newsRoutes } from './routes/news.ts';
import { overviewRoutes } from './routes/overview.ts';
import { queueRoutes } from './routes/queue.ts';
import { createIssuer, type IssuerSettings } from './sign-in/issuer.ts';
import { createLink } from './sign-in/link.ts';
import { mountSignIn } from './sign-in/mount-sign-in.ts';
import { createKeeping, type Sessions } from './sign-in/session.ts';
import { createStreams } from './stream.ts';

/** How staff come in. */
export type Entrance =
  /** By an issuer, back to this desk's public address. */
  | { readonly issuer: IssuerSettings; readonly publicUrl: string }
  /** From this computer alone, by a link that is printed at the start. */
  | { readonly owner: string }
  /** Not at all: beyond this computer nobody could say who is who. */
  | 'closed';

interface Pages extends Room {
  readonly sessions: Sessions;
  readonly entrance: Entrance;
  readonly log: Pick<Logger, 'error' | 'warn'>;
}

/** Every page of the desk and everything that can be done there. */
export const staffRoutes = (room: Room): readonly Route[] => [
  ...queueRoutes(room),
  ...caseRoutes(room),
  ...bulkRoutes(room),
  ...exportRoutes(room),
  ...overviewRoutes(room),
  ...auditRoutes(room),
  ...newsRoutes(room),
];

/** Puts the desk's pages on a server. Gives the path of the sign-in link, where there is one, what forgets old sessions, and what ends the open streams. */
export const mountStaff = (server: Server, pages: Pages) => {
  const { sessions, entrance, log, now, kept, audit } = pages;
  const secure = typeof entrance === 'object' && 'issuer' in entrance && entrance.publicUrl.startsWith('https:');
  const keeping = createKeeping({ sessions, now, newSecret });
  const streams = createStreams();
  const key = newSecret();
  const by =
    entrance === 'closed'
      ? undefined
      : 'issuer' in entrance
        ? { issuer: createIssuer(entrance.issuer, new URL('desk/sign-in/back', entrance.publicUrl).href) }
        : { link: createLink(key, now().getTime()), owner: entrance.owner };

  mountSignIn(server, {
    keeping,
    secure,
    now,
    log,
    by,
    audit,
    signedIn: async (staff) => {
      const at = now().toISOString();
      await kept.remember(staff, at);
      await audit({ at, who: staff.id, what: 'signIn' });
    },
  });

  if (entrance === 'closed') {
    const closed = async (request: Request, response: Response) =>
      sendAnswer(request, response, { kind: 'page', status: 403, page: messagePage(staffLanguage(request), 'closed') }, headersFor(secure));
    server.get('/desk', closed);
  } else {
    const doorway = { keeping, secure, localOnly: 'owner' in entrance, streams, audit, now, log };
    for (const route of staffRoutes(pages)) mountRoute(server, route, doorway);
  }
  for (const [name, file] of staffFiles())
    server.get(`/desk/files/${name}`, async (request: Request, response: Response) => sendFile(request, response, file));

  return {
    link: by !== undefined && 'link' in by ? `desk/sign-in/link?key=${key}` : undefined,
    forget: keeping.forget,
    close: streams.close,
  };
};
