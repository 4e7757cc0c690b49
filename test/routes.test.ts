import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runningDesk } from './desk.ts';
import { REGISTRATION } from './issuer.ts';

/** What everybody may have: the page with its files, the map, a token of one's own, and whether the desk lives. */
const PUBLIC = [
  /^GET \/$/,
  /^GET \/map$/,
  /^GET \/(webchat\/|desk\/files\/|favicon)/,
  /^POST \/v3\/directline\/tokens\/generate$/,
  /^GET \/(healthz|readyz)$/,
  // To this computer only, where no token is set.
  /^GET \/metrics$/,
];

let desk: Awaited<ReturnType<typeof runningDesk>>;
beforeAll(async () => {
  // Beyond this computer, as it would be on a server.
  desk = await runningDesk({ host: '0.0.0.0', app: REGISTRATION, openIdMetadata: 'http://127.0.0.1:9/none' });
});
afterAll(() => desk.close());
const port = () => Number(new URL(desk.url).port);

describe('without credentials', () => {
  it('every route refuses, or stands on the list of what is public', async () => {
    expect(desk.routes.length).toBeGreaterThan(10);
    const open: string[] = [];
    for (const { method, path } of desk.routes) {
      const response = await fetch(`http://127.0.0.1:${port()}${path.replace(/:\w+/g, 'x')}`, {
        method,
        headers: { 'content-type': 'application/json' },
        ...(method === 'GET' ? {} : { body: '{}' }),
      });
      await response.text();
      if (![401, 403, 404].includes(response.status)) open.push(`${method} ${path}`);
    }
    expect(open.filter((route) => !PUBLIC.some((known) => known.test(route)))).toEqual([]);
    expect(open).toContain('GET /');
  });

  it('no other method or path is anything', async () => {
    for (const { path } of desk.routes)
      for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
        const response = await fetch(`http://127.0.0.1:${port()}${path.replace(/:\w+/g, 'x')}`, { method });
        expect([404, 405]).toContain(response.status);
        expect(await response.text()).toMatch(/^(\{"error":"(not found|error)"\})?$/);
      }
  });

  it.each(['/', '/api/messages', '/nowhere', '/v3/directline/conversations/x/stream/more', '/v3/directline/conversations/x/stream?t=x'])(
    'an upgrade of %s is refused and its connection closed',
    async (path) => {
      const socket = connect(port(), '127.0.0.1');
      let answer = '';
      socket.on('data', (chunk) => {
        answer += chunk;
      });
      socket.write(
        `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: MDAwMDAwMDAwMDAwMDAwMA==\r\n\r\n`,
      );
      await once(socket, 'close');
      expect(answer).toMatch(path.includes('?t=') ? /^HTTP\/1\.1 403/ : /^HTTP\/1\.1 404/);
    },
  );
});
