import { randomBytes, randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import { createServer } from 'restify';
import type { Config } from './config.ts';
import { createAdapter } from './dialogs/adapter.ts';
import { mountMessages } from './dialogs/door.ts';
import { createSender } from './dialogs/sender.ts';
import { createBell } from './exchange/bell.ts';
import { newCaseNumber } from './exchange/case-number.ts';
import { createReceive } from './exchange/receive.ts';
import { talkKey } from './exchange/talk.ts';
import { isLoopback } from './http/loopback.ts';
import { whereOf } from './http/where.ts';
import { renderTurn } from './rendering/render.ts';
import { settled } from './rendering/settled.ts';
import { openSqlite } from './storage/sqlite.ts';
import { createInvoke } from './teams/invoke.ts';
import { prepare } from './understanding/meant.ts';
import { mountWebChat } from './webchat/mount.ts';

/** How long a silent talk is kept, and how often that is looked after, in milliseconds. */
const KEPT = 30 * 24 * 3_600_000;
const SWEEP = 6 * 3_600_000;

/** The running desk: where it listens, and how it ends. */
export interface App {
  readonly url: string;
  /** What a start line should say of its doors. */
  readonly doors: string;
  readonly close: () => Promise<void>;
}

const doorsOf = ({ app }: Config, open: boolean): string => {
  if (app !== undefined) return 'Web Chat and the Bot Framework';
  return open
    ? 'Web Chat; the Bot Framework without authentication, for this computer only'
    : 'Web Chat alone: /api/messages is closed, as MicrosoftAppId is not set and HOST lets other computers in';
};

const mountHealth = (server: ReturnType<typeof createServer>, check: () => Promise<void>): void => {
  server.get('/healthz', async (_request, response) => {
    await check().then(
      () => response.send(200, { ok: true }),
      () => response.send(503, { ok: false }),
    );
  });
};

/** Builds everything once, joins it and listens. Throws where the database cannot be opened or the port is taken. */
export const startApp = async (config: Config, log: Logger): Promise<App> => {
  const store = openSqlite(config.database);
  const bell = createBell();
  const newId = () => randomUUID();
  const receive = createReceive({
    store,
    render: renderTurn,
    settle: settled,
    bell,
    now: () => new Date(),
    newId,
    newCaseNumber,
    contact: config.contact,
  });

  const server = createServer({ name: 'Activation Desk' });
  // restify sends an error's own message to the client; ours are constant.
  server.on('restifyError', (_request, _response, error, done) => {
    error.toJSON = () => ({ error: error.statusCode === 404 ? 'not found' : 'error' });
    error.toString = () => 'error';
    done();
  });
  Object.assign(server.server, { headersTimeout: 10_000, requestTimeout: 15_000, keepAliveTimeout: 5_000, maxHeadersCount: 64 });

  const adapter = createAdapter(config.app);
  const sender = createSender({ adapter, store, appId: config.app?.id ?? '', log });
  const open = config.app !== undefined || isLoopback(config.host);
  if (open) {
    const send = ({ channelId, conversation, from }: Parameters<typeof receive>[0]) =>
      sender.sendTalk(talkKey({ channelId, conversationId: conversation.id, userId: from.id }));
    const invoke = createInvoke({ receive, cases: store.cases, staff: config.staff ?? [], now: () => new Date() });
    mountMessages(server, { adapter, receive, send, invoke, localOnly: config.app === undefined, log });
  }
  mountHealth(server, store.check);
  const webchat = mountWebChat(server, {
    receive,
    has: (talk) => store.has(talkKey(talk)),
    rows: (talk, after) => store.rows(talkKey(talk), after),
    subscribe: (talk, heard) => bell.listen(talkKey(talk), heard),
    secret: await store.secret('webchat', () => randomBytes(32)),
    now: Date.now,
    newId,
    log,
  });

  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(config.port, config.host, resolve);
  });
  // Learning from the examples takes about two seconds: before the first message wants it, after the desk can be asked how it is.
  setImmediate(prepare);
  if (open) void sender.sendLeft();
  // After listening: a desk that was off for a month has much to forget, and who comes meanwhile waits a moment instead of being refused.
  const forget = () =>
    store
      .forgetTalks(new Date(Date.now() - KEPT).toISOString())
      .catch((error: unknown) => log.warn({ at: whereOf(error) }, 'old talks could not be forgotten'));
  void forget();
  const sweep = setInterval(() => void forget(), SWEEP).unref();

  // The address of a TCP server that listens is an object, never a pipe's name.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}/`,
    doors: doorsOf(config, open),
    close: async () => {
      clearInterval(sweep);
      webchat.close();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await sender.done();
      await store.close();
    },
  };
};
