import { ConfigurationServiceClientCredentialFactory } from 'botbuilder';
import { CHANNEL_AUDIENCE, type Registration, settingsOf } from './adapter.ts';

const LOGIN = 'https://login.microsoftonline.com/botframework.com';

interface Credentials {
  readonly getToken: () => Promise<string>;
}

/** Gives this bot's token for its channels, kept and renewed by botbuilder's credentials; undefined without a registration. */
export const createBearer = (app: Registration | undefined): (() => Promise<string | undefined>) => {
  if (app === undefined) return async () => undefined;
  const factory = new ConfigurationServiceClientCredentialFactory(settingsOf(app));
  let credentials: Promise<Credentials> | undefined;
  return async () => {
    // All credentials that the factory makes have it; its type names only what signs requests of botbuilder's own client.
    credentials ??= factory.createCredentials(app.id, CHANNEL_AUDIENCE, LOGIN, true) as unknown as Promise<Credentials>;
    return (await credentials).getToken();
  };
};
