import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the connector of Teams was asked to do. */
export interface Sent {
  /** "POST" sends, "PUT" changes an earlier message. */
  readonly method: string;
  readonly id: string;
  readonly conversation: string;
  readonly activity: {
    readonly text?: string;
    readonly replyToId?: string;
    readonly entities?: readonly { readonly type: string; readonly text: string; readonly mentioned: { readonly id: string } }[];
    readonly suggestedActions?: { readonly actions: readonly { readonly type: string; readonly title: string; readonly value: string }[] };
    readonly attachments?: readonly { readonly content: Card }[];
    readonly channelData?: {
      readonly activationDesk: { readonly keys: readonly string[]; readonly ask?: string; readonly outcome?: string };
    };
  };
}
interface Card {
  readonly lang: string;
  readonly body: readonly { readonly type: string; readonly text?: string }[];
  readonly actions?: readonly {
    readonly title: string;
    readonly data: { readonly ask: string; readonly value: string; readonly talk: string };
  }[];
}

/** The connector of Teams as the desk sees it: takes messages and changes over HTTP and gives each message an id. */
export const teamsChannel = async () => {
  const sent: Sent[] = [];
  let refusal: number | undefined;
  let refused = 0;
  const server: Server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      const [, conversation = '', given] = /conversations\/([^/]+)\/activities\/?([^/?]*)/.exec(request.url ?? '') ?? [];
      if (refusal !== undefined) {
        refused += 1;
        response.writeHead(refusal, { 'content-type': 'application/json' });
        response.end('{"error":{"code":"Forbidden"}}');
        return;
      }
      const id = request.method === 'PUT' ? (given ?? '') : `sent-${sent.length + 1}`;
      sent.push({ method: request.method ?? '', id, conversation: decodeURIComponent(conversation), activity: JSON.parse(body) });
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ id }));
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    sent,
    refuse: (status: number | undefined) => {
      refusal = status;
    },
    /** How many messages it has refused. */
    refused: () => refused,
    close: () => new Promise((done) => server.close(done)),
  };
};
type Channel = Awaited<ReturnType<typeof teamsChannel>>;

const BOT = { id: '28:bot', name: 'Activation Desk' };
/** The bot's mention as Teams writes it. */
export const MENTION = { text: '<at>Activation Desk</at>', entity: { type: 'mention', text: '<at>Activation Desk</at>', mentioned: BOT } };

/** Waits until it holds; what never holds ends with the test's own time. */
export const until = async (holds: () => boolean | Promise<boolean>) => {
  while (!(await holds())) await new Promise((again) => setTimeout(again, 20));
};

/** One person in Teams who talks with the desk, in a chat of their own, a group chat or a channel. */
export const personIn = (
  desk: string,
  channel: Channel,
  {
    id = '29:person',
    conversation = 'a:chat',
    type = 'personal',
    locale = 'en-GB',
  }: { id?: string; conversation?: string; type?: string; locale?: string } = {},
) => {
  let count = 0;
  /** Posts one activity as the Bot Framework does; gives the response. */
  const post = async (activity: object) => {
    count += 1;
    const response = await fetch(new URL('/api/messages', desk), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        type: 'message',
        id: `${conversation}-${id}-${count}`,
        channelId: 'msteams',
        serviceUrl: channel.url,
        conversation: { id: conversation, conversationType: type, tenantId: 't' },
        from: { id, name: 'Somebody', aadObjectId: '00000000-0000-4000-8000-00000000000a' },
        recipient: BOT,
        entities: [{ type: 'clientInfo', locale }],
        ...activity,
      }),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
  };
  /** What the desk sends while something is done, up to its message. Changes of earlier messages come before that. */
  const everything = async (act: () => Promise<unknown>) => {
    const before = channel.sent.length;
    await act();
    await until(() => channel.sent.slice(before).some(({ method }) => method === 'POST'));
    return channel.sent.slice(before);
  };
  const heard = async (act: () => Promise<unknown>): Promise<Sent> => {
    const message = (await everything(act)).find(({ method }) => method === 'POST');
    if (message === undefined) throw new Error('nothing was sent');
    return message;
  };
  const said = (text: string) =>
    type === 'personal' ? { text } : { text: `${MENTION.text} ${text}`, entities: [MENTION.entity, { type: 'clientInfo', locale }] };
  return {
    post,
    everything,
    heard,
    say: (text: string, more: object = {}) => heard(() => post({ ...said(text), ...more })),
    /** Presses a button of a card that was sent; gives all that is sent then. */
    press: ({ id: replyToId, activity }: Sent, title: string) => {
      const data = activity.attachments?.[0]?.content.actions?.find((action) => action.title === title)?.data;
      if (data === undefined) throw new Error(`no button ${title}`);
      return everything(() => post({ value: data, replyToId }));
    },
  };
};

export const idsOf = (sent: Sent | undefined) => sent?.activity.channelData?.activationDesk;
