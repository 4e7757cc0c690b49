import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDesk } from './desk-process.ts';
import type { Drill } from './drill.ts';
import { type Random, randomFrom } from './random.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [field: string]: Json };

const BASE = { channelId: 'webchat', deliveryMode: 'expectReplies', from: { id: 'p', name: 'P' }, recipient: { id: 'b', name: 'B' } };
const TEAMS = {
  ...BASE,
  channelId: 'msteams',
  channelData: { tenant: { id: 't' }, team: { id: 'x' } },
  entities: [{ type: 'clientInfo', locale: 'de-DE' }],
};

/** Activities as channels send them, of each kind. */
const RECORDED: readonly Json[] = [
  { ...BASE, type: 'message', text: 'hello', locale: 'en-US' },
  { ...BASE, type: 'message', text: '0xC004F074', channelData: { clientActivityID: 'x1' } },
  { ...BASE, type: 'message', value: { ask: 'symptom', value: 'code' } },
  {
    ...BASE,
    type: 'message',
    text: 'see',
    attachments: [{ contentType: 'image/png', name: 'a.png', contentUrl: 'http://127.0.0.1:9/a.png' }],
  },
  { ...BASE, type: 'conversationUpdate', membersAdded: [{ id: 'p' }, { id: 'b' }] },
  { ...BASE, type: 'conversationUpdate', membersRemoved: [{ id: 'p' }] },
  { ...BASE, type: 'event', name: 'language', value: 'de' },
  { ...BASE, type: 'typing' },
  { ...BASE, type: 'endOfConversation', code: 'completedSuccessfully' },
  {
    ...BASE,
    type: 'invoke',
    name: 'adaptiveCard/action',
    value: { action: { type: 'Action.Execute', verb: 'answer', data: { ask: 'symptom', value: 'code' } } },
  },
  {
    ...TEAMS,
    type: 'message',
    text: '<at>Desk</at> hello',
    entities: [{ type: 'mention', text: '<at>Desk</at>', mentioned: { id: 'b', name: 'Desk' } }],
  },
  { ...TEAMS, type: 'message', textFormat: 'xml', attachments: [{ contentType: 'text/html', content: '<div>hello</div>' }] },
  { ...TEAMS, type: 'messageReaction', reactionsAdded: [{ type: 'like' }], replyToId: '1' },
  { ...TEAMS, type: 'messageUpdate', text: 'changed', channelData: { eventType: 'editMessage' } },
  { ...TEAMS, type: 'messageDelete', channelData: { eventType: 'softDeleteMessage' } },
  { ...TEAMS, type: 'installationUpdate', action: 'add' },
  { ...TEAMS, type: 'invoke', name: 'composeExtension/query', value: { commandId: 'search', parameters: [{ name: 'q', value: 'x' }] } },
  {
    ...TEAMS,
    type: 'invoke',
    name: 'composeExtension/fetchTask',
    value: { commandId: 'triage', messagePayload: { body: { content: 'x' } } },
  },
  { ...TEAMS, type: 'invoke', name: 'fileConsent/invoke', value: { action: 'accept' } },
  { ...TEAMS, type: 'invoke', name: 'task/fetch', value: { data: {} } },
];

const DEEP = `${'['.repeat(60)}1${']'.repeat(60)}`;
const ODD: readonly Json[] = [
  null,
  true,
  0,
  -1,
  Number.MAX_VALUE,
  '',
  ' ',
  'x'.repeat(3_000),
  [],
  {},
  [null],
  [[]],
  { id: {} },
  { a: { b: { c: {} } } },
  '__proto__',
  '\0',
  '\ud800',
];

const mutate = (value: Json, random: Random): Json => {
  if (random.next() < 0.03 || typeof value !== 'object' || value === null) return random.of(ODD);
  if (Array.isArray(value)) {
    const at = random.below(value.length + 1);
    return random.next() < 0.2 ? { ...value } : value.toSpliced(at, 1, mutate(value[at] ?? null, random));
  }
  const fields = Object.entries(value);
  const [key] = random.of(fields.length === 0 ? [['a', 0] as [string, Json]] : fields);
  const chance = random.next();
  if (chance < 0.2) return Object.fromEntries(fields.filter(([name]) => name !== key));
  if (chance < 0.3) return [value];
  if (chance < 0.4) return { ...value, [random.of(['constructor', 'prototype', 'toString', 'then', ''])]: random.of(ODD) };
  return { ...value, [key]: mutate((value as { readonly [field: string]: Json })[key] ?? null, random) };
};

const ALLOWED = new Set([200, 202, 400, 401, 403, 413, 415, 501]);

/** Activities of each kind with one to five things wrong in them: refused or served, and never an error of ours. */
export const shapes: Drill = {
  name: 'shapes',
  long: 200_000,
  run: async ({ times, seed, say }) => {
    const random = randomFrom(seed);
    const folder = mkdtempSync(join(tmpdir(), 'shapes-'));
    const desk = await startDesk(folder, { LOG_LEVEL: 'error' });
    const faults = { 'ended by itself': 0, 'answered 5xx': 0, 'answered otherwise': 0, 'failed turns': 0 };
    const statuses = new Map<number, number>();
    let sent = 0;
    const post = async () => {
      sent += 1;
      if (sent % 20_000 === 0) say(`${sent} of ${times}`);
      const recorded = random.of(RECORDED);
      let activity: Json = {
        ...(recorded as object),
        id: `${sent}`,
        conversation: { id: `c${random.below(500)}` },
        serviceUrl: 'http://127.0.0.1:9',
      };
      for (let times = 1 + random.below(random.of([1, 1, 2, 3, 5])); times > 0; times -= 1) activity = mutate(activity, random);
      const json = JSON.stringify(activity);
      const body = random.next() < 0.02 ? json.replace(/\}$/, `,"__proto__":{"polluted":1},"deep":${DEEP}}`) : json;
      const response = await fetch(new URL('/api/messages', desk.url), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
      const text = await response.text();
      const { status } = response;
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      if (status >= 500 && status !== 501) {
        faults['answered 5xx'] += 1;
        if (faults['answered 5xx'] <= 3) say(body.slice(0, 500));
      } else if (!ALLOWED.has(status)) faults['answered otherwise'] += 1;
      if (text.includes('"talk.failed"')) {
        faults['failed turns'] += 1;
        if (faults['failed turns'] <= 3) say(body.slice(0, 500));
      }
    };
    const worker = async () => {
      while (sent < times) await post();
    };
    const ended = await Promise.all(Array.from({ length: 16 }, worker)).then(
      () => false,
      () => true,
    );
    const code = await desk.kill('SIGTERM');
    if (ended || code !== 0) faults['ended by itself'] += 1;
    rmSync(folder, { recursive: true, force: true });
    return {
      tried: `${sent.toLocaleString('en')} activities`,
      faults,
      measured: Object.fromEntries([...statuses].sort(([a], [b]) => a - b).map(([status, count]) => [`answered ${status}`, count])),
    };
  },
};
