import { z } from 'zod/v4';
import type { World } from '../conversation/state.ts';
import { redact } from '../redaction/redact.ts';
import { type ChatFile, lineOf, type Says } from './chat.ts';
import { replay } from './replay.ts';

const activity = z.looseObject({
  type: z.string(),
  text: z.string().optional(),
  locale: z.string().optional(),
  value: z.unknown().optional(),
  from: z.looseObject({ id: z.string().optional(), role: z.string().optional() }).optional(),
  recipient: z.looseObject({ role: z.string().optional() }).optional(),
});
const activities = z.array(activity);
/** Both shapes that the Bot Framework knows, and Direct Line's. */
const file = z.union([activities, z.object({ transcript: activities }), z.object({ activities })]);
const press = z.object({ ask: z.string(), value: z.string() });

/** What a person said in a Bot Framework transcript, redacted, and the locale they said it in. */
export interface Heard {
  readonly locale: string;
  readonly sayings: readonly Says[];
}

const isPersons = ({ type, from, recipient }: z.infer<typeof activity>): boolean =>
  type === 'message' && (from?.role === 'user' || (from?.role === undefined && recipient?.role === 'bot'));

/** Reads a standard `.transcript`; undefined where it is none. */
export const readTranscript = (json: unknown): Heard | undefined => {
  const read = file.safeParse(json).data;
  if (read === undefined) return undefined;
  const list = Array.isArray(read) ? read : 'transcript' in read ? read.transcript : read.activities;
  const said = list.filter(isPersons);
  return {
    locale: said.find(({ locale }) => locale !== undefined)?.locale ?? 'en-US',
    sayings: said.map(({ text = '', value }): Says => (text === '' ? (press.safeParse(value).data ?? '') : redact(text).text)),
  };
};

const BOT = { id: 'activation-desk', name: 'Activation Desk', role: 'bot' };
const PERSON = { id: 'person', name: 'Person', role: 'user' };

/** A transcript as the Bot Framework's Emulator and Web Chat open it: what was said, and what today's desk answers. Ids count up, a second apart. */
export const writeTranscript = ({ name, locale, exchanges }: ChatFile, world: World): string => {
  const talk = replay(locale, world);
  let count = 0;
  const stamped = (fields: object) => {
    count += 1;
    const timestamp = new Date(Date.parse(world.now) + count * 1_000).toISOString();
    return { id: String(count), timestamp, channelId: 'emulator', serviceUrl: 'http://localhost', conversation: { id: name }, ...fields };
  };
  const all = exchanges.flatMap(({ says }) => {
    const text = typeof says === 'string' ? redact(says).text : lineOf(says);
    const said = stamped({
      type: 'message',
      text,
      locale,
      from: PERSON,
      recipient: BOT,
      ...(typeof says === 'string' ? {} : { text: '', value: says }),
    });
    return [said, ...talk.hear(says).map((reply) => stamped({ ...reply, from: BOT, recipient: PERSON, replyToId: said.id }))];
  });
  return `${JSON.stringify(all, undefined, 2)}\n`;
};
