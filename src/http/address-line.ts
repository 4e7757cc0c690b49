import type { Server } from 'restify';
import { because } from './refusals.ts';

/**
 * Refuses requests whose target and Host are no address together. restify reads them as one where nothing catches what that throws
 * (lib/request.js, getUrl), and a single such request would end the process.
 */
export const refuseNoAddress = (server: Server): void => {
  server.pre((request, response, next) => {
    const { url = '', headers } = request;
    const base = `http://${headers.host ?? 'localhost'}`;
    if (url.startsWith('/') ? URL.canParse(base + url) : URL.canParse(url, base)) return next();
    because(response, 'address');
    response.send(400, { error: 'bad request' });
    return next(false);
  });
};
