import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Request, Response, Server } from 'restify';
import { isLocalRequest } from '../http/loopback.ts';
import type { Metrics } from './metrics.ts';

interface Operations {
  /** Rejects, or gives false, where the desk cannot serve now: it is ending, or its storage cannot be reached. */
  readonly isReady: () => Promise<boolean>;
  readonly metrics: Metrics;
  /** Who may read the figures; absent: only this computer. */
  readonly token?: string | undefined;
}

const digest = (text: string) => createHash('sha256').update(text).digest();

const mayRead = (request: IncomingMessage, token: string | undefined): boolean =>
  token === undefined ? isLocalRequest(request) : timingSafeEqual(digest(request.headers.authorization ?? ''), digest(`Bearer ${token}`));

/** Mounts what a supervisor and a monitor ask: is it alive, can it serve, what has it done. */
export const mountOperations = (server: Server, { isReady, metrics, token }: Operations): void => {
  server.on('after', (_request: Request, response: Response) => metrics.answered(response.statusCode));

  server.get('/healthz', async (_request: Request, response: Response) => {
    response.send(200, { ok: true });
  });
  server.get('/readyz', async (_request: Request, response: Response) => {
    const ok = await isReady().catch(() => false);
    response.send(ok ? 200 : 503, { ok });
  });
  server.get('/metrics', async (request: Request, response: Response) => {
    const page = mayRead(request, token) ? await metrics.page().catch(() => 503 as const) : 403;
    if (page === 403) response.send(403, { error: 'forbidden' });
    else if (page === 503) response.send(503, { error: 'unavailable' });
    else response.sendRaw(200, page.text, { 'content-type': page.type, 'cache-control': 'no-store' });
  });
};
