import { WebSocket } from 'ws';

type Json = Readonly<{ [field: string]: unknown }>;

/** An activity as Direct Line brings it. */
interface Activity {
  readonly id: string;
  readonly type: string;
  readonly text?: string;
  readonly from: Readonly<{ id: string; role?: string }>;
  readonly conversation: Readonly<{ id: string }>;
  readonly channelData: Readonly<{ clientActivityID?: string; activationDesk?: Readonly<{ ask?: string; keys: readonly string[] }> }>;
}

interface Call {
  readonly token?: string | undefined;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}
interface Open {
  readonly token: string;
  readonly id: string;
}

/** A client of the desk's Direct Line, as plain as can be. */
export const directLineOf = (url: () => string) => {
  const call = async (method: string, path: string, { token, body, headers = {} }: Call = {}) => {
    const response = await fetch(new URL(`/v3/directline/${path}`, url()), {
      method,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, cookie: response.headers.get('set-cookie') ?? '', json: (await response.json()) as Json };
  };

  return {
    call,
    open: async (locale = 'en') => {
      const { json, cookie } = await call('POST', 'tokens/generate');
      const token = String(json.token);
      const start = await call('POST', 'conversations', { token, body: { locale } });
      return { token, id: String(json.conversationId), cookie: cookie.split(';')[0] ?? '', start, streamUrl: String(start.json.streamUrl) };
    },
    read: async ({ token, id }: Open, watermark = '') => {
      const { json } = await call('GET', `conversations/${id}/activities?watermark=${watermark}`, { token });
      return { activities: json.activities as readonly Activity[], watermark: String(json.watermark) };
    },
    say: ({ token, id }: Open, activity: Json) =>
      call('POST', `conversations/${id}/activities`, { token, body: { type: 'message', from: { id: 'me' }, ...activity } }),
  };
};

/** A socket of the stream: what it received, and how it ended. */
export const socketTo = (url: string, headers: Readonly<Record<string, string>> = {}) => {
  const socket = new WebSocket(url, { headers });
  const received: Activity[] = [];
  socket.on('message', (data) => received.push(...(JSON.parse(String(data)).activities as Activity[])));
  const ended = new Promise<number | string>((resolve) => {
    socket.on('close', resolve);
    socket.on('error', (error) => resolve(error.message));
  });
  const until = async (count: number) => {
    for (let tries = 0; received.length < count && tries < 200; tries += 1) await new Promise((resolve) => setTimeout(resolve, 20));
    return received;
  };
  return { socket, received, ended, until };
};
