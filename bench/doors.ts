import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { WebSocket } from 'ws';
import type { Ids } from '../src/rendering/render.ts';
import { idsOf, type Message, type Plan } from './plan.ts';

/** One talk with a server: says something and gives what was read in the answer. */
export interface Talk {
  readonly say: (message: Message) => Promise<string>;
  readonly end: () => void;
}

interface Activity {
  readonly text?: string;
  readonly replyToId?: string;
  readonly channelData?: { readonly activationDesk?: Ids };
}

const READS = {
  text: (activities: readonly Activity[]) => activities.map(({ text }) => text).join(';'),
  ids: (activities: readonly Activity[]) => idsOf(activities.flatMap(({ channelData }) => channelData?.activationDesk ?? [])),
} as const satisfies Record<Plan['reads'], (activities: readonly Activity[]) => string>;

const contentOf = (says: Message['says']) => (typeof says === 'string' ? { text: says } : { value: says });

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

// fetch would cost the driver more than the server needs for a turn.
const post = (url: URL, body: string, headers: Readonly<Record<string, string>> = {}): Promise<string> =>
  new Promise((resolve, reject) => {
    const length = Buffer.byteLength(body);
    const options = { method: 'POST', agent, headers: { 'content-type': 'application/json', 'content-length': length, ...headers } };
    const sent = request(url, options, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        const text = Buffer.concat(parts).toString();
        if ((response.statusCode ?? 500) < 300) resolve(text);
        else reject(new Error(`${response.statusCode} ${text.slice(0, 80)}`));
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });

/** Over POST /api/messages, the replies in the response. */
const overMessages = async (url: string, reads: Plan['reads']): Promise<Talk> => {
  const id = randomUUID();
  const door = new URL('/api/messages', url);
  return {
    say: async ({ locale, says }) => {
      const activity = {
        type: 'message',
        id: randomUUID(),
        channelId: 'webchat',
        serviceUrl: 'http://127.0.0.1:1/',
        deliveryMode: 'expectReplies',
        locale,
        conversation: { id },
        from: { id: `user-${id}` },
        recipient: { id: 'bot' },
        ...contentOf(says),
      };
      const { activities = [] }: { activities?: readonly Activity[] } = JSON.parse(await post(door, JSON.stringify(activity)));
      return READS[reads](activities);
    },
    end: () => undefined,
  };
};

/** Over Direct Line, as Web Chat does: posted, and the replies awaited on the socket. */
const overDirectLine = async (url: string, reads: Plan['reads'], locale: string): Promise<Talk> => {
  const call = async (path: string, body: object, token?: string) =>
    JSON.parse(
      await post(
        new URL(`/v3/directline/${path}`, url),
        JSON.stringify(body),
        token === undefined ? {} : { authorization: `Bearer ${token}` },
      ),
    );
  const { token } = await call('tokens/generate', {});
  const { conversationId, streamUrl } = await call('conversations', { locale }, token);
  const replies: Activity[] = [];
  let heard = () => {};
  const socket = new WebSocket(streamUrl);
  socket.on('message', (frame) => {
    const { activities = [] }: { activities?: readonly Activity[] } = JSON.parse(String(frame) || '{}');
    replies.push(...activities.filter(({ replyToId }) => replyToId !== undefined));
    heard();
  });
  await new Promise((resolve, reject) => {
    socket.on('open', resolve);
    socket.on('error', reject);
  });
  return {
    say: async ({ says, right }) => {
      const posted = call(
        `conversations/${conversationId}/activities`,
        { type: 'message', from: { id: 'me' }, locale, ...contentOf(says) },
        token,
      );
      const { id } = await posted;
      const answer = () => READS[reads](replies.filter(({ replyToId }) => replyToId === id));
      await new Promise<void>((resolve) => {
        const late = setTimeout(resolve, 5_000);
        heard = () => {
          if (answer() !== right) return;
          clearTimeout(late);
          resolve();
        };
        heard();
      });
      const read = answer();
      replies.length = 0;
      return read;
    },
    end: () => socket.close(),
  };
};

/** The ways in. */
export const DOORS = { messages: overMessages, directline: overDirectLine } as const satisfies Record<
  string,
  (url: string, reads: Plan['reads'], locale: string) => Promise<Talk>
>;

/** Lets go of what the doors hold, so that the driver can end. */
export const leave = (): void => agent.destroy();
