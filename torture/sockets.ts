import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDesk } from './desk-process.ts';
import type { Drill } from './drill.ts';
import { type Random, randomFrom } from './random.ts';

const frame = (opcode: number, payload: Buffer, { fin = true, masked = true, length = payload.length, reserved = 0 } = {}): Buffer => {
  const first = (fin ? 0x80 : 0) | (reserved << 4) | opcode;
  const bit = masked ? 0x80 : 0;
  const size =
    length < 126
      ? Buffer.from([bit | length])
      : length < 65_536
        ? Buffer.from([bit | 126, length >> 8, length & 255])
        : Buffer.from([bit | 127, 0, 0, 0, 0, (length >>> 24) & 255, (length >> 16) & 255, (length >> 8) & 255, length & 255]);
  const mask = masked ? Buffer.from([1, 2, 3, 4]) : Buffer.alloc(0);
  return Buffer.concat([Buffer.from([first]), size, mask, masked ? payload.map((byte, at) => byte ^ (1 + (at % 4))) : payload]);
};
const text = (content: string) => Buffer.from(content);
const closing = (code: number) => Buffer.from([code >> 8, code & 255]);

/** Streams of frames that break the protocol or a limit, and so must end the socket. */
const KINDS: Readonly<Record<string, (random: Random) => Buffer>> = {
  'no mask': () => frame(1, text('hello'), { masked: false }),
  'a length of 100 MB': () => frame(2, text('x'), { length: 100 * 1024 * 1024 }),
  'a frame of 17 KiB': () => frame(1, text('x'.repeat(17 * 1024))),
  'fragments of 17 KiB in all': () =>
    Buffer.concat([frame(1, text('x'.repeat(9_000)), { fin: false }), frame(0, text('x'.repeat(9_000)), { fin: true })]),
  'reserved bits': (random) => frame(1, text('x'), { reserved: 1 + random.below(7) }),
  'an opcode that is none': (random) => frame(random.of([3, 4, 5, 6, 7, 11, 12, 13, 14, 15]), text('x')),
  'a continuation of nothing': () => frame(0, text('x')),
  'two beginnings': () => Buffer.concat([frame(1, text('a'), { fin: false }), frame(1, text('b'))]),
  'a ping in pieces': () => frame(9, text('x'), { fin: false }),
  'a ping that is too long': () => frame(9, text('x'.repeat(126))),
  'text that is no UTF-8': () => frame(1, Buffer.from([0xff, 0xfe, 0xfd])),
  'a close of one byte': () => frame(8, Buffer.from([3])),
  'a close with a code that is none': (random) => frame(8, closing(random.of([0, 999, 1_004, 1_005, 1_006, 1_015, 2_999, 65_535]))),
  'a good close': () => frame(8, closing(1_000)),
  'bytes of any kind': (random) => Buffer.concat([frame(1, text('x'), { reserved: 7 }), random.bytes(500)]),
};

const openFiles = (pid: number) => readdirSync(`/proc/${pid}/fd`).length;

/** WebSockets of good visitors that break the protocol: each is closed, none takes the desk or a handle with it. */
export const sockets: Drill = {
  name: 'sockets',
  long: 20_000,
  run: async ({ times, seed, say }) => {
    const random = randomFrom(seed);
    const folder = mkdtempSync(join(tmpdir(), 'sockets-'));
    const desk = await startDesk(folder, { LOG_LEVEL: 'error' });
    const port = Number(new URL(desk.url).port);
    const faults = { 'ended by itself': 0, 'not opened': 0, 'stayed open': 0, 'handles left': 0 };
    const call = async (method: string, path: string, token?: string) => {
      const response = await fetch(new URL(`/v3/directline/${path}`, desk.url), {
        method,
        ...(token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } }),
      });
      return (await response.json()) as { readonly token: string; readonly conversationId: string; readonly streamUrl: string };
    };
    const talks = await Promise.all(
      Array.from({ length: 16 }, async () => {
        const { token } = await call('POST', 'tokens/generate');
        return call('POST', 'conversations', token);
      }),
    );
    const before = openFiles(desk.pid);

    const speak = async (talk: (typeof talks)[number], kind: string) => {
      const { streamUrl } = await call('GET', `conversations/${talk.conversationId}?watermark=1`, talk.token);
      const { pathname, search } = new URL(streamUrl);
      await new Promise<void>((resolve) => {
        const socket = connect(port, '127.0.0.1');
        let isOpen = false;
        const timer = setTimeout(() => {
          faults['stayed open'] += 1;
          say(`stayed open: ${kind}`);
          socket.destroy();
        }, 10_000);
        socket.on('data', (chunk) => {
          if (isOpen) return;
          isOpen = chunk.toString('latin1').startsWith('HTTP/1.1 101');
          if (!isOpen) faults['not opened'] += 1;
          socket.write(KINDS[kind]?.(random) ?? '');
        });
        socket.on('error', () => undefined);
        socket.on('end', () => socket.end());
        socket.on('close', () => {
          clearTimeout(timer);
          resolve();
        });
        socket.write(
          `GET ${pathname}${search} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: MDAwMDAwMDAwMDAwMDAwMA==\r\n\r\n`,
        );
      });
    };
    let tried = 0;
    await Promise.all(
      talks.map(async (talk) => {
        while (tried < times) {
          tried += 1;
          if (tried % 2_000 === 0) say(`${tried} of ${times}`);
          await speak(talk, random.of(Object.keys(KINDS)));
        }
      }),
    ).catch(() => undefined);
    await new Promise((settled) => setTimeout(settled, 6_000));
    const after = openFiles(desk.pid);
    if (after > before + 5) faults['handles left'] = after - before;
    if ((await desk.kill('SIGTERM')) !== 0) faults['ended by itself'] += 1;
    rmSync(folder, { recursive: true, force: true });
    return { tried: `${tried.toLocaleString('en')} sockets, ${Object.keys(KINDS).length} ways to break the protocol`, faults };
  },
};
