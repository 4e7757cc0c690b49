import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pino from 'pino';
import { createServer, type Server } from 'restify';
import { Carrier } from '../src/dialogs/adapter.ts';
import { createConnector } from '../src/dialogs/connector.ts';
import { mountMessages } from '../src/dialogs/door.ts';
import { localGuard } from '../src/dialogs/guard.ts';
import { createLimit } from '../src/http/limit.ts';
import { whereOf } from '../src/http/where.ts';
import { mountWebChat } from '../src/webchat/mount.ts';
import { realTalk } from './desk.ts';
import { directLineOf } from './webchat-client.ts';

/** What a person typed may come back in an error's message, with lines that look like the frames of a stack. */
const TYPED = 'could not read: my secret\nsecret words\n    at home is my secret\n    at secret (key.ts:1:1)';

describe('where an error came from', () => {
  it('is said with nothing of what it was about, however many lines that has', () => {
    const error = new TypeError(TYPED);
    expect(whereOf(error)).toMatch(/^TypeError \| at .*where\.test\.ts/);
    expect(whereOf(error)).not.toContain('secret');
  });

  it('is said with the code that the system gives', () => {
    expect(whereOf(Object.assign(new Error(TYPED), { code: 'SQLITE_BUSY' }))).toMatch(/^Error SQLITE_BUSY \| at /);
  });

  it('is left out where the message cannot be told from it', () => {
    expect(whereOf(Object.assign(new Error('another'), { stack: new Error(TYPED).stack }))).toBe('Error');
    expect(whereOf('secret')).toBe('not an error');
  });
});

describe('a turn that fails', () => {
  let server: Server;
  let lines: string[];
  let url: string;
  let close: () => void;
  beforeEach(async () => {
    lines = [];
    const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) });
    const receive = async () => {
      throw new Error(TYPED);
    };
    server = createServer();
    const limits = { person: createLimit(undefined, Date.now), address: createLimit(undefined, Date.now) };
    const connector = createConnector({ bearer: async () => undefined, mayGo: () => false, log });
    mountMessages(server, {
      adapter: new Carrier(),
      guard: localGuard,
      receive,
      send: async () => undefined,
      invoke: async () => ({ status: 501 }),
      post: connector.post,
      perPerson: limits.person,
      language: 'en',
      log,
    });
    const secret = new Uint8Array(32);
    const newId = () => crypto.randomUUID();
    ({ close } = mountWebChat(server, {
      receive,
      has: async () => false,
      rows: async () => [],
      kept: async () => ({}),
      subscribe: () => () => undefined,
      secret,
      now: Date.now,
      newId,
      log,
      limits,
      proxies: 0,
      origins: [],
    }));
    server.listen(0, '127.0.0.1');
    await once(server.server, 'listening');
    url = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}/`;
  });
  afterEach(async () => {
    close();
    await new Promise<void>((closed) => server.close(() => closed()));
  });

  const logged = () => {
    expect(lines).toHaveLength(1);
    expect(lines[0]).not.toContain('secret');
    expect(JSON.parse(lines[0] ?? '').at).toMatch(/^Error \| at .*where\.test\.ts/);
  };

  it('is logged without its message by the door of the Bot Framework', async () => {
    const [said] = await realTalk(url, 'en').say('hello');
    expect(said?.keys).toEqual(['talk.failed']);
    logged();
  });

  it('is logged without its message by the door of Web Chat', async () => {
    const { call } = directLineOf(() => url);
    const { json } = await call('POST', 'tokens/generate');
    expect((await call('POST', 'conversations', { token: String(json.token) })).status).toBe(500);
    logged();
  });
});
