import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Does = (response: ServerResponse, attempt: number) => void;

const status =
  (code: number, headers: Readonly<Record<string, string>> = {}): Does =>
  (response) => {
    response.writeHead(code, headers);
    response.end(code < 300 ? '{"id":"1"}' : '');
  };
/** Refuses the first attempt of each reply, and takes the second. */
const once =
  (first: Does): Does =>
  (response, attempt) =>
    attempt === 1 ? first(response, attempt) : status(200)(response, attempt);
const takes = 200;

/** Everything that a channel's connector may do with a reply, by name; what it takes in the end counts as delivered. */
export const MODES = {
  ok: status(takes),
  slower: (response) => void setTimeout(() => status(takes)(response, 1), 2_000),
  slow: (response) => void setTimeout(() => status(takes)(response, 1), 200),
  created: status(201),
  accepted: status(202),
  'bad request': status(400),
  unauthorized: status(401),
  forbidden: status(403),
  'not found': status(404),
  'timed out': status(408),
  'gone for good': status(410),
  precondition: once(status(412)),
  'too many': once(status(429)),
  'too many, one second': once(status(429, { 'retry-after': '1' })),
  'too many, garbage': once(status(429, { 'retry-after': 'soon' })),
  'too many, a date': once((response, attempt) =>
    status(429, { 'retry-after': new Date(Date.now() + 2_000).toUTCString() })(response, attempt),
  ),
  'too many, for years': status(429, { 'retry-after': '1000000000' }),
  error: status(500),
  'bad gateway': status(502),
  unavailable: status(503, { 'retry-after': '1' }),
  'gateway timed out': status(504),
  reset: (response) => void response.socket?.resetAndDestroy(),
  closed: (response) => void response.socket?.end(),
  hang: () => undefined,
  drip: (response) => {
    response.writeHead(200);
    const timer = setInterval(() => response.write('x'), 200);
    response.on('close', () => clearInterval(timer));
  },
  'moved for good': status(301, { location: '/elsewhere' }),
  moved: status(302, { location: '/elsewhere' }),
  'see other': status(303, { location: '/elsewhere' }),
  'moved, same method': status(307, { location: '/elsewhere' }),
  'moved for good, same method': status(308, { location: '/elsewhere' }),
  garbage: (response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end('}{');
  },
  endless: (response) => {
    response.writeHead(200);
    const part = Buffer.alloc(1024 * 1024, 'x');
    const more = (left: number) => {
      if (left > 0 && !response.destroyed) response.write(part, () => more(left - 1));
      else response.end();
    };
    response.on('error', () => undefined);
    more(50);
  },
} as const satisfies Readonly<Record<string, Does>>;
export type Mode = keyof typeof MODES;

/** What came to a channel for a conversation. */
export interface Heard {
  readonly text: string;
  readonly replyToId: string;
  readonly type: string;
  /** When, in milliseconds. */
  readonly at: number;
}

/** A channel's connector over HTTP: each conversation is named after what becomes of its replies, such as "hang:1". */
export const runningChannel = async () => {
  const heard = new Map<string, Heard[]>();
  const bodies: string[] = [];
  let elsewhere = 0;
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      bodies.push(body);
      const conversation = decodeURIComponent(/^\/v3\/conversations\/([^/]+)/.exec(request.url ?? '')?.[1] ?? '');
      if (conversation === '') {
        elsewhere += 1;
        return void response.end();
      }
      const { text, replyToId, type } = JSON.parse(body) as Omit<Heard, 'at'>;
      const before = heard.get(conversation) ?? [];
      heard.set(conversation, [...before, { text, replyToId, type, at: Date.now() }]);
      const attempt = before.filter((each) => each.replyToId === replyToId && each.type === type && each.text === text).length + 1;
      const mode = conversation.split(':')[0] ?? 'ok';
      // Conversations are named by those who use this.
      MODES[mode as Mode](response, attempt);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    heard: (conversation: string): readonly Heard[] => heard.get(conversation) ?? [],
    /** Everything that came, as it came. */
    bodies: (): readonly string[] => bodies,
    elsewhere: () => elsewhere,
    close: () => {
      server.closeAllConnections();
      return new Promise((done) => server.close(done));
    },
  };
};
