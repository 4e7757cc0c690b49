import { randomBytes, randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { userInfo } from 'node:os';
import pino, { type Logger } from 'pino';
import { createServer, type Server, type ServerOptions } from 'restify';
import type { Config } from './config.ts';
import { keepStandings, standingsKept } from './conversation/standing.ts';
import type { Desk } from './desk/desk.ts';
import { Carrier } from './dialogs/adapter.ts';
import { createBearer } from './dialogs/bearer.ts';
import { isChannelUrl } from './dialogs/channel-hosts.ts';
import { createConnector } from './dialogs/connector.ts';
import { mountMessages } from './dialogs/door.ts';
import { type Guard, localGuard, tokenGuard } from './dialogs/guard.ts';
import { createSender } from './dialogs/sender.ts';
import { createSigningKeys, METADATA } from './dialogs/signing-keys.ts';
import { createBell, LETTER_BELL } from './exchange/bell.ts';
import { newCaseNumber } from './exchange/case-number.ts';
import { createDesk } from './exchange/desk.ts';
import { createDeskJobs } from './exchange/desk-jobs.ts';
import { whoseIn } from './exchange/handoff.ts';
import { createHappen } from './exchange/happen.ts';
import { inTime } from './exchange/in-time.ts';
import { createJobs } from './exchange/jobs.ts';
import { createReceive } from './exchange/receive.ts';
import { talkKey } from './exchange/talk.ts';
import { newToken } from './exchange/token.ts';
import { createTurns } from './exchange/turns.ts';
import { refuseNoAddress } from './http/address-line.ts';
import { createLimit } from './http/limit.ts';
import { isLoopback, isLoopbackUrl } from './http/loopback.ts';
import { logRefusals } from './http/refusals.ts';
import { whereOf } from './http/where.ts';
import { createForgotten, forgetAgain, remembering } from './operations/forgotten.ts';
import { guarded } from './operations/guard.ts';
import { createLate, type Late } from './operations/late.ts';
import { createMetrics } from './operations/metrics.ts';
import { mountOperations } from './operations/mount.ts';
import { createSweeper, daysKept, SWEEP } from './operations/retention.ts';
import { createPseudonym, watched } from './operations/watch.ts';
import { createDispatch } from './outward/dispatch.ts';
import { createHooks } from './outward/hooks.ts';
import { mountHooks } from './outward/mount-hooks.ts';
import { renderTurn } from './rendering/render.ts';
import { settled } from './rendering/settled.ts';
import { createCatchUp } from './staff/catch-up.ts';
import { type Entrance, mountStaff } from './staff/mount-staff.ts';
import { openStore } from './storage/open.ts';
import { isPostgres } from './storage/postgres.ts';
import { sessionsOver } from './storage/sessions.ts';
import { keptOver } from './storage/staff.ts';
import { createInvoke } from './teams/invoke.ts';
import { mountWebChat } from './webchat/mount.ts';

/** How often the desk looks at the clock, in milliseconds. */
const TICK = 30_000;

/** The running desk: where it listens, and how it ends. */
export interface App {
  readonly url: string;
  /** What staff see and do. */
  readonly desk: Desk;
  /** Does now what the desk does by the clock. */
  readonly tick: () => Promise<void>;
  /** Where staff of this computer sign in, once; undefined where they do not sign in by a link. */
  readonly signIn: string | undefined;
  /** What a start line should say of its doors. */
  readonly doors: string;
  /** Everything that answers. */
  readonly routes: readonly { readonly method: string; readonly path: string }[];
  readonly close: () => Promise<void>;
}

const doorsOf = ({ app }: Config, open: boolean): string => {
  if (app !== undefined) return 'Web Chat and the Bot Framework';
  return open
    ? 'Web Chat; the Bot Framework without authentication, for this computer only'
    : 'Web Chat alone: /api/messages is closed, as MicrosoftAppId is not set and HOST lets other computers in';
};

/** How staff come in: by the issuer that is set; else from this computer alone; else not at all. */
const entranceOf = ({ host, issuer, publisher }: Config): Entrance => {
  const publicUrl = publisher?.publicUrl;
  if (issuer !== undefined && publicUrl !== undefined) return { issuer, publicUrl };
  return isLoopback(host) ? { owner: userInfo().username } : 'closed';
};

/** How long an ending desk waits for turns under way, in milliseconds: a little longer than one may take. */
const DRAIN = 8_500;

/** Time limits in milliseconds, looked after every second: a connection that says nothing is cut. */
const WIRE = {
  headersTimeout: 10_000,
  requestTimeout: 15_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 1_000,
  maxHeadersCount: 64,
  maxConnections: 5_000,
};

const guardOf = ({ app, openIdMetadata, channelHosts = [] }: Config, log: Logger): Guard => {
  if (app === undefined) return localGuard;
  const failed = (error: unknown) => log.warn({ at: whereOf(error) }, "the Bot Framework's keys could not be fetched");
  const keys = createSigningKeys({ metadata: openIdMetadata ?? METADATA, now: Date.now, failed });
  return tokenGuard({ app, keys, hosts: channelHosts, now: Date.now });
};

const routesOf = (server: Server): App['routes'] => {
  // restify types its own list as anything.
  const routes: Readonly<Record<string, { readonly method: string; readonly path: string }>> = server.getDebugInfo().routes;
  return Object.values(routes).map(({ method, path }) => ({ method: method.toUpperCase(), path }));
};

/** Builds everything once, joins it and listens. Throws where the database cannot be opened or the port is taken. */
export const startApp = async (config: Config, log: Logger, late: Late = createLate()): Promise<App> => {
  const list = createForgotten(config.forgotten);
  const opened = guarded(await openStore(config.database, () => log.error('a stored talk could not be read and begins anew')), late);
  // Before anybody is served: a copy of the database may have been brought back that still has them.
  await forgetAgain(opened, list);
  const store = remembering(opened, list);
  const bell = createBell(store.news);
  const newId = () => randomUUID();
  const now = () => new Date();
  let banners: readonly string[] = await store.banners();
  let ownUrl = '';
  const failed = (what: string) => (error: unknown) => log.warn({ at: whereOf(error) }, what);
  const dispatch = createDispatch({ store, settings: config.outward, now, failed: failed('another system could not be told of a case') });
  const turns = createTurns({
    ...{
      render: renderTurn,
      now,
      newId,
      newCaseNumber,
      newToken,
      contact: config.contact,
      language: config.language,
      calendar: config.desk.calendar,
    },
    kept: daysKept(config.kept),
    isNotified: config.outward.webhook !== undefined || config.outward.zammad !== undefined,
    publicUrl: () => config.publisher?.publicUrl ?? (isLoopback(config.host) ? ownUrl : undefined),
    outbreaks: () => banners,
    outgoing: dispatch.outgoing,
  });
  keepStandings(config.standingsKept);
  const metrics = createMetrics({ figures: store.figures, late, standings: standingsKept, now: Date.now });
  const pseudonym = createPseudonym(await store.secret('log', () => randomBytes(32)), Date.now);
  const received = inTime(createReceive({ store, turns, settle: settled, bell, rated: metrics.rated, now, newId }));
  const receive = watched(received, { metrics, log, pseudonym, clock: () => performance.now() });

  // restify's own log writes down whole requests, tokens and all. Its types are of the log it used before pino.
  const mute = pino({ level: 'silent' }) as unknown as ServerOptions['log'];
  const server = createServer({ name: 'Activation Desk', log: mute });
  // restify sends an error's own message to the client; ours are constant.
  server.on('restifyError', (_request, _response, error, done) => {
    error.toJSON = () => ({ error: error.statusCode === 404 ? 'not found' : 'error' });
    error.toString = () => 'error';
    done();
  });
  Object.assign(server.server, WIRE);
  logRefusals(server, log, Date.now);
  refuseNoAddress(server);

  const limits = { person: createLimit(config.limits?.person, Date.now), address: createLimit(config.limits?.address, Date.now) };
  const adapter = new Carrier();
  const connector = createConnector({
    bearer: createBearer(config.app),
    mayGo: (url) => (config.app === undefined ? isLoopbackUrl(url ?? '') : isChannelUrl(url, config.channelHosts)),
    log,
  });
  // One file is one process's: after a crash it goes on at once with what it had taken.
  const holder = isPostgres(config.database) ? newId() : 'desk';
  const sender = createSender({ connector, store, holder, now: Date.now, chance: Math.random, log });
  const jobs = createJobs({
    leases: store,
    holder: newId(),
    now: () => new Date(),
    failed: (job, error) => log.warn({ job, at: whereOf(error) }, 'a job failed and comes again'),
  });
  const open = config.app !== undefined || isLoopback(config.host);
  if (open) {
    const send = (activity: Parameters<typeof receive>[0]) => {
      const whose = whoseIn(activity);
      return sender.sendTalk(talkKey(whose), { channelId: whose.channelId, conversation: { id: whose.conversationId } });
    };
    const cases = async () => (await store.find({ sort: 'change', limit: 1_000 })).lines;
    const invoke = createInvoke({ receive, cases, staff: config.staff ?? [], language: config.language, now: () => new Date() });
    mountMessages(server, {
      adapter,
      guard: guardOf(config, log),
      receive,
      send,
      invoke,
      post: sender.post,
      language: config.language,
      perPerson: limits.person,
      log,
    });
  }
  const talks = { store, turns, bell, now, newId, send: () => void sender.sendWaiting(), outgoing: dispatch.outgoing };
  const desk = createDesk(talks);
  const deskJobs = createDeskJobs({ store, bell, happen: createHappen(talks), ...config.desk });
  const deliver = () => void deskJobs.deliver().catch(failed('what an administrator did could not be passed on'));
  const noLetters = bell.listen(LETTER_BELL, deliver);
  const kept = keptOver(store);
  const byClock = [
    deskJobs.deliver,
    () => deskJobs.openIdle(now()),
    () => deskJobs.endHandovers(now()),
    () => deskJobs.press(now()),
    dispatch.run,
    createCatchUp(kept),
    () => staff.forget(),
  ];
  const tick = async () => {
    for (const work of byClock) await work().catch(failed('some work by the clock was broken off'));
  };
  const staff = mountStaff(server, {
    desk,
    kept,
    sessions: sessionsOver(store.sql),
    audit: ({ about = '', ...looked }) => store.note({ ...looked, which: about }),
    entrance: entranceOf(config),
    now,
    log,
  });
  const { hookSecret } = config.outward;
  if (hookSecret !== undefined) mountHooks(server, createHooks({ desk, secret: hookSecret, now }), failed('a hook failed'));
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
    limits,
    proxies: config.proxies ?? 0,
    origins: config.webChatOrigins ?? [],
  });

  await sender.recall();
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(config.port, config.host, resolve);
  });
  if (open) void sender.sendWaiting();
  jobs.every('desk', TICK, tick);
  // Every instance says welcome by itself.
  const readBanners = async () => {
    banners = await store.banners();
  };
  const reading = setInterval(() => void readBanners().catch(failed('the banners could not be read')), TICK).unref();
  // After listening: a desk that was off for a month has much to delete, and who comes meanwhile waits a moment instead of being refused.
  const sweeper = createSweeper({ store, kept: config.kept, log, now: Date.now, uptime: () => performance.now() });
  jobs.every('retention', SWEEP, async () => void (await sweeper.sweep()));

  // The address of a TCP server that listens is an object, never a pipe's name.
  const { port } = server.address() as AddressInfo;
  ownUrl = `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}/`;
  return {
    url: ownUrl,
    desk,
    signIn: staff.link === undefined ? undefined : new URL(staff.link, ownUrl).href,
    tick,
    doors: `${doorsOf(config, open)}${entranceOf(config) === 'closed' ? '; /desk is closed, as SIGN_IN_ISSUER is not set and HOST lets other computers in' : ''}`,
    routes: routesOf(server),
    close: async () => {
      noLetters();
      clearInterval(reading);
      isEnding = true;
      sweeper.stop();
      await jobs.end();
      webchat.close();
      staff.close();
      // Turns that were accepted are finished and answered; a connection that has nothing to say any more is not waited for.
      const late = setTimeout(() => server.server.closeAllConnections(), DRAIN).unref();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      clearTimeout(late);
      await sender.done();
      await store.close();
    },
  };
};
