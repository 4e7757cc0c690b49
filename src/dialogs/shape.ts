import { z } from 'zod/v4';

const id = z.string().min(1).max(512);
const text = z.string().optional();

/** What an activity must look like to be let in: every field that a turn reads, typed. Others pass unread. */
export const activityShape = z.looseObject({
  type: z.string().min(1).max(64),
  id: z.string().max(512).optional(),
  channelId: z.string().regex(/^[a-z0-9_-]{1,64}$/i),
  serviceUrl: z.string().max(2_048).optional(),
  deliveryMode: z.string().max(32).optional(),
  conversation: z.looseObject({ id, conversationType: text }),
  from: z.looseObject({ id, name: text }),
  recipient: z.looseObject({ id: z.string().max(512).optional(), name: text }).optional(),
  relatesTo: z.looseObject({ conversation: z.looseObject({ id }).optional(), user: z.looseObject({ id }).optional() }).optional(),
  name: text,
  action: z.string().max(64).optional(),
  text,
  locale: z.string().max(64).optional(),
  localTimezone: z.string().max(64).optional().catch(undefined),
  localTimestamp: z.string().max(64).optional().catch(undefined),
  membersAdded: z.array(z.looseObject({ id })).max(10_000).optional(),
  membersRemoved: z.array(z.looseObject({})).max(2_000).optional(),
  reactionsAdded: z.array(z.looseObject({})).max(100).optional(),
  attachments: z
    .array(z.looseObject({ contentType: text, name: text }))
    .max(50)
    .optional(),
  channelData: z.looseObject({ clientActivityID: z.string().max(256).optional() }).optional(),
  entities: z
    .array(z.looseObject({ type: z.string() }))
    .max(100)
    .optional(),
});

export type CheckedActivity = z.infer<typeof activityShape>;
