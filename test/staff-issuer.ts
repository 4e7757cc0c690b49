import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type Configuration } from 'oidc-provider';

/** A port that nobody listens on just now: an issuer must know where it sends people back to before the desk listens there. */
export const freePort = async (): Promise<number> => {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((closed) => server.close(() => closed()));
  return port;
};

/** Somebody at the issuer. */
export interface Person {
  readonly sub: string;
  readonly name: string;
  readonly roles: readonly string[];
}

/** A real OpenID Connect issuer on loopback that asks nothing: whoever `who` gives signs in. `redirectUri` may be set once it is known. */
export const runningIssuer = async (who: () => Person) => {
  let provider: Provider | undefined;
  const server = createServer((request, response) => {
    if (!request.url?.startsWith('/interaction/')) return void provider?.callback()(request, response);
    void provider?.interactionFinished(request, response, { login: { accountId: who().sub } }, { mergeWithLastSubmission: false });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;

  const configure = (redirectUri: string): Configuration => ({
    clients: [
      { client_id: 'desk', client_secret: 'a secret of the tests', redirect_uris: [redirectUri], grant_types: ['authorization_code'] },
    ],
    pkce: { required: () => true },
    claims: { openid: ['sub'], profile: ['name', 'roles'], email: [] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    cookies: { keys: ['a key of the tests'] },
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ ...who() }) }),
    // Nobody is asked to consent: the client is the organisation's own.
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({ clientId: oidc.client?.clientId ?? '', accountId: oidc.session?.accountId ?? '' });
      grant.addOIDCScope('openid profile email');
      await grant.save();
      return grant;
    },
  });

  return {
    url,
    /** Lets the desk at this address sign people in. */
    serve: (desk: string) => {
      provider = new Provider(url, configure(new URL('desk/sign-in/back', desk).href));
    },
    close: () => new Promise<void>((closed) => server.close(() => closed())),
  };
};
