import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDesk } from './desk-process.ts';
import type { Drill } from './drill.ts';
import { type Random, randomFrom } from './random.ts';

const BODY = JSON.stringify({
  type: 'message',
  channelId: 'webchat',
  deliveryMode: 'expectReplies',
  conversation: { id: 'raw' },
  from: { id: 'p' },
  text: 'hello',
});
const head = (lines: readonly string[], line = 'POST /api/messages HTTP/1.1') =>
  `${[line, 'Host: localhost', ...lines].join('\r\n')}\r\n\r\n`;
const JSON_TYPE = 'Content-Type: application/json';
const LENGTH = `Content-Length: ${BODY.length}`;

/** Requests that are wrong as HTTP, each in its way; all but the last kind are whole, so that an answer or an end must come. */
const KINDS: Readonly<Record<string, (random: Random) => string | Buffer>> = {
  'no length': () => head([JSON_TYPE]) + BODY,
  'two lengths': () => head([JSON_TYPE, LENGTH, 'Content-Length: 5']) + BODY,
  'a length that is none': (random) =>
    head([JSON_TYPE, `Content-Length: ${random.of(['-1', '1e3', '0x10', 'x', '99999999999999999999'])}`]) + BODY,
  'a length and chunks': () => `${head([JSON_TYPE, LENGTH, 'Transfer-Encoding: chunked'])}0\r\n\r\n`,
  'a chunk of no size': (random) =>
    `${head([JSON_TYPE, 'Transfer-Encoding: chunked'])}${random.of(['zz', '-1', '', 'ffffffffffffffffff', '5;'.repeat(2_000)])}\r\n${BODY}\r\n`,
  'another coding': (random) =>
    `${head([JSON_TYPE, `Transfer-Encoding: ${random.of(['gzip', 'chunked, chunked', 'xchunked', 'identity', '\x0bchunked'])}`])}0\r\n\r\n`,
  'a content encoding': (random) =>
    head([JSON_TYPE, LENGTH, `Content-Encoding: ${random.of(['gzip', 'br', 'deflate', 'identity', 'x'])}`]) + BODY,
  'another type': (random) =>
    head([
      `Content-Type: ${random.of(['text/plain', 'application/jsonp', 'application/json-patch+json', 'multipart/form-data', ''])}`,
      LENGTH,
    ]) + BODY,
  'a header of 20 KB': () => head([`X-Long: ${'x'.repeat(20_000)}`]),
  'a thousand headers': () => head(Array.from({ length: 1_000 }, (_, at) => `X-${at}: x`)),
  'lines that end in LF alone': () => head([JSON_TYPE, LENGTH]).replaceAll('\r\n', '\n') + BODY,
  'a folded header': () => head([JSON_TYPE, 'X-Folded: a\r\n b', LENGTH]) + BODY,
  'a NUL in a header': () => head(['X-Nul: a\0b']),
  'a blank before the colon': () => head(['Content-Length : 5']),
  'no host': () => 'GET /healthz HTTP/1.1\r\n\r\n',
  'another version': (random) => head([], `GET / HTTP/${random.of(['0.9', '2.0', '3', 'x', '1.11'])}`),
  'no method': () => head([], lineOf('')),
  'another method': (random) => head([], lineOf(random.of(['BREW', 'get', 'CONNECT', 'PRI', 'GET GET', 'TRACE']))),
  'an address that is none': (random) =>
    head(
      [],
      `GET ${random.of(['', '//', '/%', '/%zz', '/%00', '/..%2f..%2fetc/passwd', 'http://evil.test/', '*', `/${'a'.repeat(9_000)}`, '/\x7f', '/?%', '/v3/directline/conversations/%/activities'])} HTTP/1.1`,
    ),
  'an upgrade to something': (random) =>
    head(['Connection: Upgrade', `Upgrade: ${random.of(['h2c', 'websocket', 'x', 'TLS/1.0'])}`], 'GET / HTTP/1.1'),
  'an expectation': () => head([JSON_TYPE, LENGTH, 'Expect: something']) + BODY,
  'twenty requests at once': () => (head([JSON_TYPE, LENGTH]) + BODY).repeat(20),
  'bytes of any kind': (random) => random.bytes(1 + random.below(2_000)),
  'a good request with bytes changed': (random) => {
    const bytes = Buffer.from(head([JSON_TYPE, LENGTH]) + BODY);
    for (let times = 1 + random.below(6); times > 0; times -= 1) bytes[random.below(bytes.length)] = random.below(256);
    return bytes;
  },
};
const lineOf = (method: string) => `${method} / HTTP/1.1`;

/** How long something that is no whole request may stay open before we end it ourselves, in milliseconds; the desk cuts it later. */
const ENOUGH = 1_500;

/** Connections that speak broken HTTP: each is answered with a 4xx or served or closed, and the desk goes on. */
export const raw: Drill = {
  name: 'raw',
  long: 50_000,
  run: async ({ times, seed, say }) => {
    const random = randomFrom(seed);
    const folder = mkdtempSync(join(tmpdir(), 'raw-'));
    const desk = await startDesk(folder, { LOG_LEVEL: 'error' });
    const port = Number(new URL(desk.url).port);
    const kinds = Object.keys(KINDS);
    const faults = { 'ended by itself': 0, 'answered 5xx': 0, 'a good request refused afterwards': 0 };
    const measured = { answered: 0, closed: 0, 'left open by us': 0 };
    let tried = 0;

    const speak = (kind: string) =>
      new Promise<void>((resolve) => {
        const socket = connect(port, '127.0.0.1');
        let answer = '';
        let left = false;
        const timer = setTimeout(() => {
          left = true;
          socket.destroy();
        }, ENOUGH);
        socket.on('data', (chunk) => {
          answer += chunk.toString('latin1');
          // It was understood; what a connection that is kept says later is not waited for.
          if (answer.length > 0) setTimeout(() => socket.destroy(), 50);
        });
        socket.on('error', () => undefined);
        socket.on('close', () => {
          clearTimeout(timer);
          if (/^HTTP\/1\.1 5(?!01|05)/m.test(answer)) {
            faults['answered 5xx'] += 1;
            say(`${kind}: ${answer.slice(0, 200)}`);
          }
          measured[answer !== '' ? 'answered' : left ? 'left open by us' : 'closed'] += 1;
          resolve();
        });
        socket.write(KINDS[kind]?.(random) ?? '');
      });

    const served = () =>
      fetch(new URL('/api/messages', desk.url), { method: 'POST', headers: { 'content-type': 'application/json' }, body: BODY }).then(
        ({ status }) => status,
        () => 0,
      );
    // What a desk learns at its start it has learned when it has answered once.
    await served();
    const worker = async () => {
      while (tried < times) {
        tried += 1;
        if (tried % 5_000 === 0) say(`${tried} of ${times}`);
        await speak(random.of(kinds));
      }
    };
    await Promise.all(Array.from({ length: 32 }, worker));
    if ((await served()) !== 200) faults['a good request refused afterwards'] += 1;
    if ((await desk.kill('SIGTERM')) !== 0) faults['ended by itself'] += 1;
    rmSync(folder, { recursive: true, force: true });
    return { tried: `${tried.toLocaleString('en')} connections of ${kinds.length} kinds`, faults, measured };
  },
};
