import { randomBytes, randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import pino, { type Logger } from 'pino';
import { createServer, type ServerOptions } from 'restify';
import type { Config } from './config.ts';
import { createAdapter } from './dialogs/adapter.ts';
import { mountMessages } from './dialogs/door.ts';
import { createSender } from './dialogs/sender.ts';
import { createBell } from './exchange/bell.ts';
import { newCaseNumber } from './exchange/case-number.ts';
import { createReceive } from './exchange/receive.ts';
import { talkKey } from './exchange/talk.ts';
import { isLoopback } from './http/loopback.ts';
import { createForgotten, forgetAgain, remembering } from './operations/forgotten.ts';
import { guarded } from './operations/guard.ts';
import { createLate, type Late } from './operations/late.ts';
import { createMetrics } from './operations/metrics.ts';
import { mountOperations } from './operations/mount.ts';
import { createSweeper, daysKept } from './operations/retention.ts';
import { createPseudonym, watched } from './operations/watch.ts';
import { render } from './rendering/render.ts';
import { openStore } from './storage/open.ts';
import { prepare } from './understanding/meant.ts';
import { mountWebChat } from './webchat/mount.ts';

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

/** Builds everything once, joins it and listens. Throws where the database cannot be opened or the port is taken. */
export const startApp = async (config: Config, log: Logger, late: Late = createLate()): Promise<App> => {
  const list = createForgotten(config.forgotten);
  const opened = guarded(await openStore(config.database), late);
  // Before anybody is served: a copy of the database may have been brought back that still has them.
  await forgetAgain(opened, list);
  const store = remembering(opened, list);
  const bell = createBell(store.news);
  const newId = () => randomUUID();
  const metrics = createMetrics({ figures: store.figures, late, now: Date.now });
  const pseudonym = createPseudonym(await store.secret('log', () => randomBytes(32)), Date.now);
  const { contact } = config;
  const kept = daysKept(config.kept);
  const turns = createReceive({ store, render, bell, now: () => new Date(), newId, newCaseNumber, contact, kept });
  const receive = watched(turns, {
    metrics,
    log,
    pseudonym,
    clock: () => performance.now(),
  });

  // restify's own log writes down whole requests, tokens and all. Its types are of the log it used before pino.
  const mute = pino({ level: 'silent' }) as unknown as ServerOptions['log'];
  const server = createServer({ name: 'Activation Desk', log: mute });
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
    mountMessages(server, { adapter, receive, send, localOnly: config.app === undefined, log });
  }
  let isEnding = false;
  const isReady = async () => {
    await store.check();
    return !isEnding;
  };
  mountOperations(server, { isReady, metrics, token: config.metricsToken });
  const webchat = mountWebChat(server, {
    receive,
    has: (talk) => store.has(talkKey(talk)),
    rows: (talk, after) => store.rows(talkKey(talk), after),
    kept: (talk) => store.kept(talkKey(talk)),
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
  // After listening: a desk that was off for a month has much to delete, and who comes meanwhile waits a moment instead of being refused.
  const uptime = () => performance.now();
  const sweeper = createSweeper({ store, kept: config.kept, holder: newId(), log, now: Date.now, uptime });
  sweeper.start();

  // The address of a TCP server that listens is an object, never a pipe's name.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}/`,
    doors: doorsOf(config, open),
    close: async () => {
      isEnding = true;
      sweeper.stop();
      webchat.close();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await sender.done();
      await store.close();
    },
  };
};
