import { z } from 'zod/v4';

const secret = z.string().trim().min(16, 'must have at least 16 characters').optional();
const address = z.url({ protocol: /^https?$/, error: 'must be a link (https://…)' }).optional();
const filled = z.string().trim().min(1, 'is empty: give a value or leave the variable away').optional();

/** Where cases are told, and who may tell us. */
export interface OutwardSettings {
  readonly webhook?: { readonly url: string; readonly secret: string } | undefined;
  readonly zammad?: { readonly url: string; readonly token: string; readonly group: string; readonly customer: string } | undefined;
  /** What calls from outside are signed with; without it none is taken. */
  readonly hookSecret?: string | undefined;
}

/** The environment variables of other systems. */
export const OUTWARD_SHAPE = {
  WEBHOOK_URL: address,
  WEBHOOK_SECRET: secret,
  ZAMMAD_URL: address,
  ZAMMAD_TOKEN: filled,
  ZAMMAD_GROUP: z.string().trim().default('Users'),
  ZAMMAD_CUSTOMER: z.email('must be the mail address of the customer that tickets are opened for').optional(),
  HOOK_SECRET: secret,
};
type Data = z.infer<z.ZodObject<typeof OUTWARD_SHAPE>>;

/** Which variables are missing beside those that are set. */
export const missingIn = ({ WEBHOOK_URL, WEBHOOK_SECRET, ZAMMAD_URL, ZAMMAD_TOKEN, ZAMMAD_CUSTOMER }: Data): readonly string[] => [
  ...(WEBHOOK_URL !== undefined && WEBHOOK_SECRET === undefined ? ['WEBHOOK_SECRET'] : []),
  ...(ZAMMAD_URL !== undefined && ZAMMAD_TOKEN === undefined ? ['ZAMMAD_TOKEN'] : []),
  ...(ZAMMAD_URL !== undefined && ZAMMAD_CUSTOMER === undefined ? ['ZAMMAD_CUSTOMER'] : []),
];

/** The settings in what was read. */
export const outwardSettings = (data: Data): OutwardSettings => {
  const { WEBHOOK_URL, WEBHOOK_SECRET, ZAMMAD_URL, ZAMMAD_TOKEN, ZAMMAD_GROUP, ZAMMAD_CUSTOMER, HOOK_SECRET } = data;
  return {
    webhook: WEBHOOK_URL === undefined || WEBHOOK_SECRET === undefined ? undefined : { url: WEBHOOK_URL, secret: WEBHOOK_SECRET },
    zammad:
      ZAMMAD_URL === undefined || ZAMMAD_TOKEN === undefined || ZAMMAD_CUSTOMER === undefined
        ? undefined
        : { url: ZAMMAD_URL, token: ZAMMAD_TOKEN, group: ZAMMAD_GROUP, customer: ZAMMAD_CUSTOMER },
    hookSecret: HOOK_SECRET,
  };
};
