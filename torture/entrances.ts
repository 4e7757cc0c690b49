/** A desk that runs, and a channel's address on this computer for what it sends. */
export interface Target {
  readonly url: string;
  readonly channel: string;
}

/** One talk of a visitor of the page. */
interface Page {
  readonly token: string;
  readonly id: string;
}

type Send = (key: string, talk: string, target: Target) => Promise<readonly string[]>;

const answered = async (response: Promise<Response>): Promise<readonly string[]> => {
  const { headers, text } = await response.then(async (each) => ({ headers: each.headers, text: await each.text() }));
  return [text, JSON.stringify([...headers])];
};

const post = (path: string, body: string, { url }: Target, headers: Readonly<Record<string, string>> = {}) =>
  answered(fetch(new URL(path, url), { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body }));

/** Posts an activity whose replies come back in the response. */
const activity =
  (of: (key: string) => object): Send =>
  (key, talk, target) =>
    post(
      '/api/messages',
      JSON.stringify({
        type: 'message',
        id: crypto.randomUUID(),
        channelId: 'webchat',
        deliveryMode: 'expectReplies',
        conversation: { id: talk },
        from: { id: 'person' },
        recipient: { id: 'bot' },
        ...of(key),
      }),
      target,
    );

const pages = new Map<string, Promise<Page>>();
/** The talk of a visitor of the page by this name; opened when it is first asked for. */
export const pageOf = (talk: string, { url }: Target): Promise<Page> => {
  const open = async (): Promise<Page> => {
    const call = async (path: string, headers: Readonly<Record<string, string>> = {}) =>
      // Direct Line's answers are our own.
      (await (await fetch(new URL(`/v3/directline/${path}`, url), { method: 'POST', headers })).json()) as {
        token: string;
        conversationId: string;
      };
    const { token, conversationId } = await call('tokens/generate');
    await call('conversations', { authorization: `Bearer ${token}` });
    return { token, id: conversationId };
  };
  const at = `${url} ${talk}`;
  const page = pages.get(at) ?? open();
  pages.set(at, page);
  // One that could not be opened is tried anew by whoever asks next.
  page.catch(() => pages.delete(at));
  return page;
};
/** Posts an activity as the page does, and reads what was said. */
const onPage =
  (of: (key: string) => object): Send =>
  async (key, talk, target) => {
    const { token, id } = await pageOf(talk, target);
    const path = `/v3/directline/conversations/${id}/activities`;
    const headers = { authorization: `Bearer ${token}` };
    const posted = await post(path, JSON.stringify({ type: 'message', ...of(key) }), target, headers);
    return [...posted, ...(await answered(fetch(new URL(path, target.url), { headers })))];
  };

const get =
  (path: (key: string) => string, headers: (key: string) => Readonly<Record<string, string>> = () => ({})): Send =>
  (key, _talk, { url }) =>
    answered(fetch(new URL(path(key), url), { headers: headers(key) }));

const TEXTS: readonly ((key: string) => string)[] = [
  (key) => `my key ${key} is refused`,
  (key) => key.toLowerCase(),
  (key) => `MAK ${key.replaceAll('-', '')} 0xC004C008`,
  (key) => `cscript ospp.vbs /inpkey:${key}\nERROR CODE: 0xC004F050`,
  (key) => `> ${key.split('-').join('\n> ')}`,
  (key) => `a person please, my key is ${key}`,
];
const someText = (key: string) => (TEXTS[key.charCodeAt(0) % TEXTS.length] ?? String)(key);

/** Every way in which something that somebody typed reaches the running desk; the commonest several times. */
export const ENTRANCES: readonly (readonly [string, Send])[] = [
  ...Array.from({ length: 6 }, () => ['text', activity((key) => ({ text: someText(key) }))] as const),
  ['text on the page', onPage((key) => ({ text: someText(key) }))],
  ['text on the page', onPage((key) => ({ text: someText(key), value: { ask: key, value: key } }))],
  [
    'text by a channel',
    (key, talk, target) =>
      activity(() => ({ text: someText(key), channelId: 'msteams', serviceUrl: target.channel, deliveryMode: 'normal' }))(
        key,
        talk,
        target,
      ),
  ],
  ['card value', activity((key) => ({ value: { ask: 'symptom', value: key } }))],
  ['card value', activity((key) => ({ value: { ask: key, value: 'code', deep: [{ deeper: key }] } }))],
  ['card value', onPage((key) => ({ value: key }))],
  ['name of a card value', activity((key) => ({ value: { [key]: 'x', ask: 'symptom', value: 'code' } }))],
  [
    'attachment name',
    activity((key) => ({ attachments: [{ contentType: 'image/png', name: `${key}.png`, contentUrl: `https://x.example/${key}` }] })),
  ],
  ['attachment name', onPage((key) => ({ attachments: [{ contentType: key, name: key }] }))],
  ['channelData', activity((key) => ({ text: 'hello', channelData: { team: { name: key }, [key]: key } }))],
  [
    'mention',
    activity((key) => ({
      text: `<at>${key}</at> hello`,
      entities: [{ type: 'mention', text: `<at>${key}</at>`, mentioned: { id: 'x', name: key } }],
    })),
  ],
  ['edited message', activity((key) => ({ type: 'messageUpdate', text: key, channelData: { eventType: 'editMessage' } }))],
  [
    'quoted reply',
    activity((key) => ({
      text: `"${key}"\nthat`,
      attachments: [{ contentType: 'text/html', content: `<blockquote>${key}</blockquote>` }],
    })),
  ],
  [
    'names',
    activity((key) => ({
      text: 'help',
      from: { id: 'person', name: key },
      conversation: { id: `c ${key.length}`, name: key },
      recipient: { id: 'bot', name: key },
    })),
  ],
  ['locale', activity((key) => ({ text: 'hello', locale: key }))],
  ['locale', activity((key) => ({ type: 'event', name: 'language', value: key }))],
  ['type', activity((key) => ({ type: key, name: key, text: key, label: key, summary: key }))],
  ['malformed JSON', (key, _talk, target) => post('/api/messages', `{"text":"${key}`, target)],
  [
    'malformed activity',
    (key, _talk, target) => post('/api/messages', JSON.stringify({ type: 'message', text: [key], from: key }), target),
  ],
  ['wrong content type', (key, _talk, target) => post('/api/messages', key, target, { 'content-type': `text/plain; ${key}` })],
  ['path', get((key) => `/v3/directline/conversations/${key}/activities`)],
  ['path', get((key) => `/${key}/${key}?${key}`)],
  ['query', get((key) => `/map?lang=${key}&symptom=${key}`)],
  [
    'header',
    get(
      () => '/healthz',
      (key) => ({
        authorization: `Bearer ${key}`,
        'user-agent': key,
        'x-request-id': key,
        cookie: `desk=${key}`,
        referer: `http://x.example/${key}`,
      }),
    ),
  ],
  [
    'header',
    get(
      () => '/metrics',
      (key) => ({ authorization: `Bearer ${key}` }),
    ),
  ],
];
