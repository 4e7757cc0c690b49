import { randomBytes, randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { userInfo } from 'node:os';
import type { Logger } from 'pino';
import { createServer } from 'restify';
import type { Config } from './config.ts';
import type { Desk } from './desk/desk.ts';
import { createAdapter } from './dialogs/adapter.ts';
import { mountMessages } from './dialogs/door.ts';
import { createSender } from './dialogs/sender.ts';
import { createBell } from './exchange/bell.ts';
import { newCaseNumber } from './exchange/case-number.ts';
import { createDesk } from './exchange/desk.ts';
import { createHappen } from './exchange/happen.ts';
import { createJobs } from './exchange/jobs.ts';
import { createReceive } from './exchange/receive.ts';
import { talkKey } from './exchange/talk.ts';
import { createTurns, LETTER_BELL } from './exchange/turns.ts';
import { isLoopback } from './http/loopback.ts';
import { whereOf } from './http/where.ts';
import { createDispatch } from './outward/dispatch.ts';
import { createHooks } from './outward/hooks.ts';
import { mountHooks } from './outward/mount-hooks.ts';
import { render } from './rendering/render.ts';
import { type Entrance, mountStaff } from './staff/mount-staff.ts';
import { openStore } from './storage/open.ts';
import { sessionsOver } from './storage/sessions.ts';
import { keptOver } from './storage/staff.ts';
import { prepare } from './understanding/meant.ts';
import { mountWebChat } from './webchat/mount.ts';

/** How long a silent talk is kept, and how often that is looked after, in milliseconds. */
const KEPT = 30 * 24 * 3_600_000;
const SWEEP = 6 * 3_600_000;
/** How often the desk looks at the clock, in milliseconds. */
const TICK = 30_000;
/** After so long a round that has not ended counts as broken off, in milliseconds. */
const ROUND = 15 * 60_000;

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
  readonly close: () => Promise<void>;
}

const doorsOf = ({ app }: Config, open: boolean): string => {
  if (app !== undefined) return 'Web Chat and the Bot Framework';
  return open
    ? 'Web Chat; the Bot Framework without authentication, for this computer only'
    : 'Web Chat alone: /api/messages is closed, as MicrosoftAppId is not set and HOST lets other computers in';
};

/** How staff come in: by the issuer that is set; else from this computer alone; else not at all. */
const entranceOf = ({ host, issuer, desk: { publicUrl } }: Config): Entrance => {
  if (issuer !== undefined && publicUrl !== undefined) return { issuer, publicUrl };
  return isLoopback(host) ? { owner: userInfo().username } : 'closed';
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
  const store = await openStore(config.database);
  const bell = createBell(store.news);
  const newId = () => randomUUID();
  const now = () => new Date();
  let banners: readonly string[] = await store.banners();
  let ownUrl = '';
  const failed = (what: string) => (error: unknown) => log.warn({ at: whereOf(error) }, what);
  const dispatch = createDispatch({ store, settings: config.outward, now, failed: failed('another system could not be told of a case') });
  const turns = createTurns({
    ...{ render, now, newId, newCaseNumber, contact: config.contact, calendar: config.desk.calendar },
    newToken: () => randomBytes(32).toString('base64url'),
    publicUrl: () => config.desk.publicUrl ?? (isLoopback(config.host) ? ownUrl : undefined),
    outbreaks: () => banners,
    outgoing: dispatch.outgoing,
  });
  const receive = createReceive({ store, turns, bell, now, newId });

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
    mountMessages(server, { adapter, receive, send, localOnly: config.app === undefined, log });
  }
  const talks = { store, turns, bell, now, newId, send: (talk: string) => void sender.sendTalk(talk), outgoing: dispatch.outgoing };
  const desk = createDesk(talks);
  const jobs = createJobs({ store, bell, happen: createHappen(talks), ...config.desk });
  const deliver = () => void jobs.deliver().catch(failed('what an administrator did could not be passed on'));
  const noLetters = bell.listen(LETTER_BELL, deliver);
  const byClock = [
    async () => {
      banners = await store.banners();
    },
    jobs.deliver,
    () => jobs.openIdle(now()),
    () => jobs.endHandovers(now()),
    () => jobs.press(now()),
    dispatch.run,
    () => staff.forget(),
  ];
  /** One instance at a time, and there one round after the other. */
  const tick = async () => {
    const lease = { name: 'clock', holder: newId() };
    const until = new Date(Date.now() + ROUND).toISOString();
    if (!(await store.claim({ ...lease, now: now().toISOString(), until }))) return;
    for (const work of byClock) await work().catch(failed('some work by the clock was broken off'));
    await store.release(lease.name, lease.holder);
  };
  const clock = setInterval(() => void tick().catch(failed('the work by the clock could not begin')), TICK).unref();
  mountHealth(server, store.check);
  const staff = mountStaff(server, {
    desk,
    kept: keptOver(store),
    sessions: sessionsOver(store.sql),
    audit: (looked) => store.audit({ id: newId(), ...looked, result: 'done' }),
    entrance: entranceOf(config),
    now,
    log,
  });
  const { hookSecret } = config.outward;
  if (hookSecret !== undefined) mountHooks(server, createHooks({ desk, secret: hookSecret, now }), failed('a hook failed'));
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
  ownUrl = `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}/`;
  return {
    url: ownUrl,
    desk,
    signIn: staff.link === undefined ? undefined : new URL(staff.link, ownUrl).href,
    tick,
    doors: `${doorsOf(config, open)}${entranceOf(config) === 'closed' ? '; /desk is closed, as SIGN_IN_ISSUER is not set and HOST lets other computers in' : ''}`,
    close: async () => {
      clearInterval(sweep);
      clearInterval(clock);
      noLetters();
      webchat.close();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await sender.done();
      await store.close();
    },
  };
};
