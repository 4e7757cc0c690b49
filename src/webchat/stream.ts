import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { TalkOf } from '../exchange/talk.ts';
import { queryOf } from '../http/address.ts';
import { callerOf } from '../http/caller.ts';
import type { Origins } from './origins.ts';
import { type Since, talkOf, watermarkIn } from './rows.ts';
import type { Tokens, Visitor } from './tokens.ts';

/** Rings after each commit of a talk; gives the way to stop listening. */
export type Subscribe = (talk: TalkOf, bell: () => void) => () => void;

interface Streams {
  readonly since: Since;
  readonly tokens: Tokens;
  readonly subscribe: Subscribe;
  readonly failed: (error: unknown) => void;
  /** How many proxies of ours stand in front. */
  readonly proxies: number;
  readonly origins: Pick<Origins, 'mayCome'>;
}

/** Something that is said once to whoever has the page open, and not stored. */
type Aside = Readonly<Record<string, unknown>>;
type Whisper = (aside: Aside) => void;
/** The open page of a talk. */
interface Open {
  readonly whisper: Whisper;
  /** Tells it that the talk goes on in another window, and ends its socket. */
  readonly leave: () => void;
}

const PATH = /^\/v3\/directline\/conversations\/([^/?]{1,128})\/stream(?:\?|$)/;
const FRAME = 16 * 1024;
const BACKLOG = 1024 * 1024;
const PING = 30_000;
const IN_ALL = 2_000;
/** The code with which a socket is closed that a newer one of its talk takes the place of; of the range that is free for programs. */
const REPLACED = 4_001;
/** Behind one address there may be a whole organisation, but not everybody. */
const PER_ADDRESS = 500;

const REASONS = { 403: 'Forbidden', 404: 'Not Found', 503: 'Service Unavailable' } as const;

const refuse = (socket: Duplex, status: keyof typeof REASONS) => {
  socket.once('finish', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status} ${REASONS[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
};

/** The sockets of open pages. They are a bell only: what is sent is read from the stored rows, so nothing is lost with a socket. */
export const createStreams = ({ since, tokens, subscribe, failed, proxies, origins }: Streams) => {
  const server = new WebSocketServer({ noServer: true, maxPayload: FRAME, clientTracking: true });
  const open = new Map<string, Open>();
  const callers = new Map<string, number>();
  const alive = new WeakSet<WebSocket>();

  const count = (caller: string, by: 1 | -1) => {
    const now = (callers.get(caller) ?? 0) + by;
    if (now > 0) callers.set(caller, now);
    else callers.delete(caller);
  };

  const serve = (socket: WebSocket, visitor: Visitor, watermark: number, caller: string) => {
    let last = watermark;
    let isSending = false;
    let rang = false;
    const send = async () => {
      rang = true;
      if (isSending) return;
      isSending = true;
      try {
        while (rang && socket.readyState === socket.OPEN) {
          rang = false;
          const set = await since(visitor, last);
          if (socket.bufferedAmount > BACKLOG) return socket.terminate();
          if (set.activities.length > 0) socket.send(JSON.stringify(set));
          last = Number(set.watermark);
        }
      } catch (error) {
        failed(error);
        socket.close(1011);
      } finally {
        isSending = false;
      }
    };
    const stop = subscribe(talkOf(visitor), () => void send());
    // Between the last row and the next, wherever Web Chat sorts it in.
    const whisper: Whisper = (aside) =>
      socket.send(
        JSON.stringify({ activities: [{ ...aside, channelData: { 'webchat:sequence-id': last + 0.5 } }], watermark: String(last) }),
      );
    const leave = () => {
      // The page must know before its socket ends: it would come again, and two windows would throw each other out for ever.
      whisper({ type: 'event', name: 'elsewhere', id: `elsewhere:${last}`, from: { id: 'activation-desk', role: 'bot' } });
      socket.close(REPLACED, 'collision');
    };
    const mine: Open = { whisper, leave };
    open.get(visitor.conv)?.leave();
    open.set(visitor.conv, mine);
    count(caller, 1);
    alive.add(socket);
    socket.on('pong', () => alive.add(socket));
    // A frame that breaks the protocol closes the socket by itself; without a listener it would end the process.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      stop();
      if (open.get(visitor.conv) === mine) open.delete(visitor.conv);
      count(caller, -1);
    });
    // Frames from the page are keep-alives and are not listened to.
    void send();
  };

  const beat = setInterval(() => {
    for (const socket of server.clients) {
      if (alive.delete(socket)) socket.ping();
      else socket.terminate();
    }
  }, PING).unref();

  const admit = async (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const conv = PATH.exec(request.url ?? '')?.[1];
    if (conv === undefined) return refuse(socket, 404);
    const query = queryOf(request);
    const visitor = origins.mayCome(request) ? await tokens.spend(query.get('t') ?? undefined) : undefined;
    if (visitor === undefined || visitor.conv !== conv) return refuse(socket, 403);
    const caller = callerOf(request, proxies);
    const isFull = server.clients.size >= IN_ALL || (callers.get(caller) ?? 0) >= PER_ADDRESS;
    if (isFull) return refuse(socket, 503);
    server.handleUpgrade(request, socket, head, (opened) => serve(opened, visitor, watermarkIn(query.get('watermark')), caller));
  };

  return {
    /** Answers every upgrade of the HTTP server: a stream with a good ticket is opened, anything else refused and closed. */
    upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      socket.on('error', () => socket.destroy());
      admit(request, socket, head).catch((error: unknown) => {
        failed(error);
        socket.destroy();
      });
    },
    /** Says something to the open page of a talk that no row has: after a reload it is gone. */
    whisper: ({ conv }: Visitor, aside: Aside) => {
      open.get(conv)?.whisper(aside);
    },
    /** Ends all sockets. The pages come again by themselves, and miss nothing. */
    close: () => {
      clearInterval(beat);
      for (const socket of server.clients) {
        const late = setTimeout(() => socket.terminate(), 500);
        socket.once('close', () => clearTimeout(late));
        socket.close(1001);
      }
    },
  };
};
