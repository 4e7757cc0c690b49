import { z } from 'zod/v4';
import { isLoopbackUrl } from '../http/loopback.ts';
import type { IssuerSettings } from './sign-in/issuer.ts';

const filled = z.string().trim().min(1, 'is empty: give a value or leave the variable away');

const address = z
  .string()
  .trim()
  .refine(
    (url) => URL.canParse(url) && (new URL(url).protocol === 'https:' || isLoopbackUrl(url)),
    'must be an address that begins with https:// (http:// on this computer alone)',
  );

const values = (usual: string) =>
  filled
    .transform((list) =>
      list
        .split(',')
        .map((each) => each.trim())
        .filter((each) => each !== ''),
    )
    .default([usual]);

/** The environment variables of the sign-in, as part of all settings. */
export const SIGN_IN = {
  SIGN_IN_ISSUER: address.optional(),
  SIGN_IN_CLIENT_ID: filled.optional(),
  SIGN_IN_CLIENT_SECRET: filled.optional(),
  SIGN_IN_CLAIM: filled.default('roles'),
  SIGN_IN_READERS: values('reader'),
  SIGN_IN_AGENTS: values('agent'),
  SIGN_IN_LEADS: values('lead'),
};
const signIn = z.object(SIGN_IN);
type SignIn = z.infer<typeof signIn>;

/** The names of the variables that an issuer needs and that are not there. */
export const missingForIssuer = (data: SignIn & { readonly PUBLIC_URL?: string | undefined }): readonly string[] =>
  data.SIGN_IN_ISSUER === undefined
    ? []
    : [...(data.SIGN_IN_CLIENT_ID === undefined ? ['SIGN_IN_CLIENT_ID'] : []), ...(data.PUBLIC_URL === undefined ? ['PUBLIC_URL'] : [])];

/** The issuer that the settings name; undefined where they name none. */
export const issuerIn = (data: SignIn): IssuerSettings | undefined => {
  const { SIGN_IN_ISSUER, SIGN_IN_CLIENT_ID, SIGN_IN_CLIENT_SECRET, SIGN_IN_CLAIM, SIGN_IN_READERS, SIGN_IN_AGENTS, SIGN_IN_LEADS } = data;
  if (SIGN_IN_ISSUER === undefined || SIGN_IN_CLIENT_ID === undefined) return undefined;
  return {
    issuer: new URL(SIGN_IN_ISSUER),
    clientId: SIGN_IN_CLIENT_ID,
    clientSecret: SIGN_IN_CLIENT_SECRET,
    claim: SIGN_IN_CLAIM,
    roles: { reader: SIGN_IN_READERS, agent: SIGN_IN_AGENTS, lead: SIGN_IN_LEADS },
  };
};
