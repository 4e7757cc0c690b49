import type { Request, Response, Server } from 'restify';
import { queryOf } from './address.ts';
import type { PageFile } from './files.ts';
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

/** The page, and the files that it loads. */
export const mountPage = (server: Server, files: ReadonlyMap<string, PageFile>): void => {
  server.get('/', async (request: Request, response: Response) => {
    const language = pageLanguage(request);
    response.sendRaw(200, pageOf(language, files).html, {
      'content-type': 'text/html; charset=utf-8',
      'content-language': language,
      'content-security-policy': policyFor(request),
      'cache-control': 'no-store',
      'referrer-policy': 'same-origin',
      vary: 'accept-language',
      'x-content-type-options': 'nosniff',
    });
  });
  const serve = (path: string, file: PageFile) =>
    server.get(path, async (request: Request, response: Response) => sendFile(request, response, file));
  for (const [name, file] of files) {
    serve(`/webchat/${name}`, file);
    // Browsers ask for the icon at the root, by both names.
    if (name === 'favicon.svg') for (const path of ['/favicon.svg', '/favicon.ico']) serve(path, file);
  }
};
