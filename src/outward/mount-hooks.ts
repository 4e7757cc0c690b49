import type { Request, Response, Server } from 'restify';
import { readJson } from '../http/body.ts';
import type { Answered, Call, createHooks } from './hooks.ts';

const WORDS: Readonly<Record<Answered, string>> = { 200: 'ok', 400: 'bad request', 401: 'unauthorized', 404: 'not found', 409: 'conflict' };

/** Mounts POST /hooks/case and POST /hooks/zammad, where other systems tell what became of a case. */
export const mountHooks = (server: Server, hooks: ReturnType<typeof createHooks>, failed: (error: unknown) => void): void => {
  const answerTo = async (request: Request, take: (call: Call) => Promise<Answered>): Promise<readonly [number, object]> => {
    const read = await readJson(request);
    if (!('value' in read)) return [read.status, { error: read.error }];
    try {
      const status = await take({ body: read.text, value: read.value, headers: request.headers });
      return [status, status === 200 ? { ok: true } : { error: WORDS[status] }];
    } catch (error) {
      failed(error);
      return [500, { error: 'error' }];
    }
  };
  // restify writes what a handler returns into its log: nothing.
  const route = (take: (call: Call) => Promise<Answered>) => async (request: Request, response: Response) => {
    const [status, body] = await answerTo(request, take);
    response.send(status, body);
  };
  server.post('/hooks/case', route(hooks.own));
  server.post('/hooks/zammad', route(hooks.zammad));
};
