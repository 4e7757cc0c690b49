import type { IncomingMessage } from 'node:http';
import { isLocalRequest, isLoopbackUrl } from '../http/loopback.ts';
import type { Registration } from './adapter.ts';
import { isChannelUrl } from './channel-hosts.ts';
import type { CheckedActivity } from './shape.ts';
import type { SigningKeys } from './signing-keys.ts';
import { mismatch, openToken, type Refusal } from './token.ts';

type OfActivity = (activity: CheckedActivity) => Refusal | undefined;

/** Who may come in: looks at a request before its body is read, and gives what then looks at the activity. */
export type Guard = (request: IncomingMessage) => Promise<Refusal | OfActivity>;

const LOCAL_CHANNELS = ['webchat', 'emulator', 'msteams', 'directline', 'test'];

/** Without authentication replies go nowhere but to this computer: a foreign serviceUrl would make us a caller for strangers. */
const isHarmless = ({ channelId, serviceUrl, deliveryMode }: CheckedActivity): boolean =>
  LOCAL_CHANNELS.includes(channelId) && (serviceUrl === undefined ? deliveryMode === 'expectReplies' : isLoopbackUrl(serviceUrl));

/** Lets in this computer only, as nobody is authenticated. */
export const localGuard: Guard = async (request) =>
  isLocalRequest(request)
    ? (activity) => (isHarmless(activity) ? undefined : { status: 403, reason: 'not local' })
    : { status: 403, reason: 'not local' };

interface ByToken {
  readonly app: Registration;
  readonly keys: SigningKeys;
  /** Hosts of connectors beside Microsoft's, by exact name. */
  readonly hosts: readonly string[];
  /** In milliseconds. */
  readonly now: () => number;
}

/** Lets in what a channel of the Bot Framework signed for this bot. */
export const tokenGuard =
  ({ app, keys, hosts, now }: ByToken): Guard =>
  async (request) => {
    const token = await openToken(request.headers.authorization, { app, keys, now });
    if ('status' in token) return token;
    return (activity) =>
      mismatch(token, activity, app) ?? (isChannelUrl(activity.serviceUrl, hosts) ? undefined : { status: 403, reason: 'service host' });
  };
