import type { Request, Response, Server } from 'restify';
import { queryOf } from '../http/address.ts';
import { type PageFile, sendFile } from '../http/file.ts';
import type { Html } from '../http/html.ts';
import type { Language } from '../language/language.ts';
import { casePageOf } from './case-page.ts';
import { mapPageOf } from './map-page.ts';
import { pageOf } from './page.ts';
import { pageLanguage } from './page-language.ts';
import { policyFor } from './policy.ts';

/** The chat's page, the map of the tree, and the files that they load. */
export const mountPage = (server: Server, files: ReadonlyMap<string, PageFile>): void => {
  const sendPage = (request: Request, response: Response, language: Language, { html }: Html) =>
    response.sendRaw(200, html, {
      'content-type': 'text/html; charset=utf-8',
      'content-language': language,
      'content-security-policy': policyFor(request),
      'cache-control': 'no-store',
      'referrer-policy': 'same-origin',
      vary: 'accept-language',
      'x-content-type-options': 'nosniff',
    });
  server.get('/', async (request: Request, response: Response) => {
    const language = pageLanguage(request);
    sendPage(request, response, language, pageOf(language, files));
  });
  server.get('/c/:token', async (request: Request, response: Response) => {
    const token = String(request.params?.token ?? '');
    const language = pageLanguage(request);
    if (!/^[\w-]{20,100}$/.test(token)) {
      response.send(404, { error: 'not found' });
      return;
    }
    sendPage(request, response, language, casePageOf(token, language, files));
  });
  server.get('/map', async (request: Request, response: Response) => {
    const language = pageLanguage(request);
    sendPage(request, response, language, await mapPageOf(language, queryOf(request), files));
  });
  const serve = (path: string, file: PageFile) =>
    server.get(path, async (request: Request, response: Response) => sendFile(request, response, file));
  for (const [name, file] of files) {
    serve(`/webchat/${name}`, file);
    // Browsers ask for the icon at the root, by both names.
    if (name === 'favicon.svg') for (const path of ['/favicon.svg', '/favicon.ico']) serve(path, file);
  }
};
