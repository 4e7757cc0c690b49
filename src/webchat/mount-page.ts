import type { Request, Response, Server } from 'restify';
import type { Html } from '../http/html.ts';
import type { Language } from '../language/language.ts';
import { queryOf } from './address.ts';
import { casePageOf } from './case-page.ts';
import type { PageFile } from './files.ts';
import { mapPageOf } from './map-page.ts';
import { pageOf } from './page.ts';
import { pageLanguage } from './page-language.ts';
import { policyFor } from './policy.ts';

const FOR_GOOD = 'public, max-age=31536000, immutable';

const sendFile = async (request: Request, response: Response, file: PageFile) => {
  const tag = `"${file.hash}"`;
  const headers = {
    'cache-control': queryOf(request).get('v') === file.hash ? FOR_GOOD : 'no-cache',
    etag: tag,
    vary: 'accept-encoding',
    'x-content-type-options': 'nosniff',
  };
  if (request.headers['if-none-match'] === tag) {
    response.writeHead(304, headers);
    response.end();
    return;
  }
  const isPacked = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
  const bytes = isPacked ? await file.packed() : file.bytes;
  response.writeHead(200, {
    ...headers,
    'content-type': file.type,
    'content-length': bytes.length,
    ...(isPacked ? { 'content-encoding': 'gzip' } : {}),
  });
  response.end(bytes);
};

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
