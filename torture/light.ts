import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import type { Inbound } from '../src/exchange/activity.ts';
import { createBell } from '../src/exchange/bell.ts';
import { newCaseNumber } from '../src/exchange/case-number.ts';
import { createReceive } from '../src/exchange/receive.ts';
import { newToken } from '../src/exchange/token.ts';
import { createTurns } from '../src/exchange/turns.ts';
import { renderTurn } from '../src/rendering/render.ts';
import { settled } from '../src/rendering/settled.ts';
import { openStore } from '../src/storage/open.ts';

/** Turns and what is stored of them, as in the whole desk, behind a port without any of its doors: loads four times as fast. */
export const open = async (database: string): Promise<string> => {
  const store = await openStore(database);
  const [now, newId] = [() => new Date(), () => randomUUID()];
  const turns = createTurns({
    ...{ render: renderTurn, now, newId, newCaseNumber, newToken, kept: { talks: 30, cases: 180 } },
    publicUrl: () => undefined,
    outbreaks: () => [],
    outgoing: () => [],
  });
  const receive = createReceive({ store, turns, settle: settled, bell: createBell(store.news), now, newId });
  const server = createServer(async (request, response) => {
    try {
      // Only post.ts speaks here.
      const rows = await receive((await json(request)) as Inbound);
      response.end(JSON.stringify({ activities: rows.map(({ activity }) => activity) }));
    } catch {
      response.writeHead(503).end();
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  // The address of a TCP server that listens is an object, never a pipe's name.
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
};
