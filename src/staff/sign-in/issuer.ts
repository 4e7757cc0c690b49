import * as client from 'openid-client';
import { ROLES, type Role, type Staff } from '../../desk/staff.ts';

/** How staff sign in: an OpenID Connect issuer, and which values of a claim make which role. */
export interface IssuerSettings {
  readonly issuer: URL;
  readonly clientId: string;
  readonly clientSecret?: string | undefined;
  /** The claim that holds roles or groups. */
  readonly claim: string;
  readonly roles: Readonly<Record<Role, readonly string[]>>;
}

/** A sign-in under way: kept by the browser, which must come back with it. */
export interface Underway {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** The page that was wanted. */
  readonly to: string;
}

const texts = (claim: unknown): readonly string[] => (Array.isArray(claim) ? claim : [claim]).filter((each) => typeof each === 'string');

/** The highest role that a claim's values give; undefined where they give none. */
export const roleOf = (claim: unknown, roles: IssuerSettings['roles']): Role | undefined =>
  ROLES.findLast((role) => texts(claim).some((value) => roles[role].includes(value)));

const nameIn = (claims: Readonly<Record<string, unknown>>): string =>
  [claims.name, claims.preferred_username, claims.email].find((each) => typeof each === 'string' && each.trim() !== '')?.toString() ??
  String(claims.sub);

/** Signs in with an issuer: authorization code with PKCE, state and nonce. What the issuer is, is asked at the first sign-in. */
export const createIssuer = ({ issuer, clientId, clientSecret, claim, roles }: IssuerSettings, redirectUri: string) => {
  let discovered: Promise<client.Configuration> | undefined;
  const discover = () => {
    discovered ??= client.discovery(issuer, clientId, clientSecret, clientSecret === undefined ? client.None() : undefined, {
      timeout: 10,
      // The settings allow http only for an issuer on this computer.
      execute: issuer.protocol === 'http:' ? [client.allowInsecureRequests] : [],
    });
    // An issuer that could not be reached is asked again the next time.
    discovered.catch(() => {
      discovered = undefined;
    });
    return discovered;
  };
  return {
    /** Where to send the browser. Rejects where the issuer cannot be reached. */
    address: async ({ state, nonce, verifier }: Underway): Promise<URL> =>
      client.buildAuthorizationUrl(await discover(), {
        redirect_uri: redirectUri,
        scope: 'openid profile email',
        state,
        nonce,
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      }),

    /** Who came back with this query; without a role where the issuer knows the person and the desk has none for them. Rejects where it does not fit. */
    member: async (query: URLSearchParams, { state, nonce, verifier }: Underway): Promise<Staff | { readonly noRole: string }> => {
      const url = new URL(redirectUri);
      url.search = query.toString();
      const tokens = await client.authorizationCodeGrant(await discover(), url, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (claims === undefined) throw new Error('no id token');
      const role = roleOf(claims[claim], roles);
      const id = `${claims.iss} ${claims.sub}`;
      return role === undefined ? { noRole: id } : { id, name: nameIn(claims).slice(0, 80), role };
    },
  };
};
export type Issuer = ReturnType<typeof createIssuer>;
