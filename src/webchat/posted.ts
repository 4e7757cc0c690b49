import { z } from 'zod/v4';
import type { Inbound } from '../exchange/activity.ts';
import type { Visitor } from './tokens.ts';

/** The channel of the page's talks. */
export const CHANNEL = 'webchat';

const DESK = { id: 'activation-desk' } as const;
const id = z.string().regex(/^[\w:.|@-]{1,128}$/);
/** What does not matter to a turn and is wrong is dropped; what matters and is wrong makes the activity malformed. */
const locale = z.string().max(35).optional().catch(undefined);
/** Checked where it is read. */
const ofTime = z.string().max(64).optional().catch(undefined);
const attachment = z.object({ contentType: z.string().max(128).optional(), name: z.string().max(256).optional() });

const posted = z.object({
  type: z.enum(['message', 'event', 'typing']),
  id: id.optional(),
  name: z.string().max(128).optional(),
  text: z.string().optional(),
  value: z.unknown().optional(),
  locale,
  localTimezone: ofTime,
  localTimestamp: ofTime,
  attachments: z.array(attachment).max(10).optional(),
  channelData: z.object({ clientActivityID: id.optional() }).optional(),
});

/** An activity as a browser posted it, with an id, and from whom the token says; undefined where it is malformed. */
export const inboundOf = (body: unknown, { user, conv }: Visitor, newId: () => string): (Inbound & { readonly id: string }) | undefined => {
  const { data } = posted.safeParse(body);
  if (data === undefined) return undefined;
  return {
    ...data,
    // A request that the browser's network stack repeats by itself carries the same mark, and so is not a second message.
    id: data.id ?? data.channelData?.clientActivityID ?? newId(),
    channelId: CHANNEL,
    conversation: { id: conv },
    from: { id: user },
    recipient: DESK,
  };
};

const started = z.object({ locale }).catch({ locale: undefined });

/** That somebody opened a talk. Its id is the talk's, so that two tabs at once get one welcome. */
export const arrivalOf = (body: unknown, { user, conv }: Visitor): Inbound => ({
  type: 'conversationUpdate',
  id: `${conv}:arrival`,
  channelId: CHANNEL,
  conversation: { id: conv },
  from: { id: user },
  recipient: DESK,
  membersAdded: [{ id: user }],
  locale: started.parse(body).locale,
});
