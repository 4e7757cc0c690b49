import type { Inbound } from '../exchange/activity.ts';
import { type Entity, mentions, withoutMentions } from './mentions.ts';

/** What Teams sends beside the fields that every channel has. */
interface InTeams extends Inbound {
  readonly entities?: readonly Entity[] | undefined;
  readonly membersRemoved?: readonly { readonly id?: unknown }[] | undefined;
  readonly reactionsAdded?: readonly { readonly type?: unknown }[] | undefined;
  readonly timestamp?: unknown;
}

const fieldOf = (node: unknown, name: string): unknown =>
  typeof node === 'object' && node !== null ? Object.entries(node).find(([key]) => key === name)?.[1] : undefined;

/** The activity's own locale first; the client's, which is being given up, only where there is no other. */
export const localeOf = ({ locale, entities = [] }: Pick<InTeams, 'locale' | 'entities'>): string | undefined => {
  const client = entities.find(({ type }) => type === 'clientInfo')?.locale;
  return locale ?? (typeof client === 'string' ? client : undefined);
};

const isShared = ({ conversation }: Inbound): boolean => (conversation.conversationType ?? 'personal') !== 'personal';

/** A chat with the bot alone opens from this link; Teams asks first where the app is not installed there. */
const privateChat = ({ recipient }: Inbound): { readonly privately?: string } =>
  recipient?.id === undefined ? {} : { privately: `https://teams.microsoft.com/l/chat/0/0?users=${encodeURIComponent(recipient.id)}` };

/** The bot came in or went; in a chat of its own with a person, it is the person who comes. */
const coming = (activity: InTeams): 'arrives' | 'leaves' | undefined => {
  const { type, action, membersAdded = [], membersRemoved = [], recipient } = activity;
  if (type === 'installationUpdate') return action === 'add' ? 'arrives' : action === 'remove' ? 'leaves' : undefined;
  if (type !== 'conversationUpdate') return undefined;
  const isBot = ({ id }: { readonly id?: unknown }) => id === recipient?.id;
  if (membersRemoved.some(isBot)) return 'leaves';
  if (membersAdded.some(isBot)) return 'arrives';
  return !isShared(activity) && membersAdded.length > 0 ? 'arrives' : undefined;
};

/** Later versions of a message bear its id: each is told apart by what happened and when. */
const versionOf = ({ id = '', timestamp, text }: InTeams, what: string): string =>
  `${id}#${what}#${String(timestamp ?? text ?? '')}`.slice(0, 512);

/** Files that a person sent; Teams adds the message itself as HTML, cards and quotes to the same list. */
const filesIn = ({ attachments = [] }: InTeams): Inbound['attachments'] =>
  attachments.filter(({ contentType = '' }) => /^image\/|file\.download\.info$/.test(contentType));

const THUMBS: Readonly<Record<string, boolean>> = { like: true, heart: true, sad: false, angry: false };

/** A reaction that is for or against the message; of surprise and laughter nobody knows. */
const thumbIn = ({ reactionsAdded = [], replyToId }: InTeams): Inbound['thumb'] => {
  const ups = reactionsAdded.flatMap(({ type }) =>
    typeof type === 'string' && Object.hasOwn(THUMBS, type) ? [THUMBS[type] === true] : [],
  );
  return ups[0] === undefined || replyToId === undefined ? undefined : { up: ups[0], on: replyToId };
};

/** An activity of Teams as a turn reads it; undefined where it asks for nothing: talk among others, a type of tomorrow. */
export const inboundFromTeams = (activity: InTeams): Inbound | undefined => {
  const { type, text = '', entities = [], recipient, channelData, value, id } = activity;
  const locale = localeOf(activity);
  const shared = isShared(activity) ? { shared: privateChat(activity) } : {};
  const base: Inbound = { ...activity, locale, ...shared, attachments: filesIn(activity) };
  const moves = coming(activity);
  if (moves !== undefined) return { ...base, moves };
  const what = fieldOf(channelData, 'eventType');
  const bot = recipient?.id ?? '';
  const said = withoutMentions(text, entities, bot);
  const isForUs = shared.shared === undefined || mentions(text, entities, bot);
  if (type === 'message') return isForUs || value !== undefined ? { ...base, text: said } : undefined;
  // A message that was deleted and brought back says again what it said.
  if (type === 'messageUpdate' && id !== undefined && (what === 'editMessage' || what === 'undeleteMessage'))
    return isForUs ? { ...base, text: said, changes: id, id: versionOf(activity, String(what)) } : undefined;
  if (type === 'messageDelete' && id !== undefined) return { ...base, text: undefined, retracts: id, id: versionOf(activity, 'deleted') };
  return type === 'messageReaction' ? { ...base, thumb: thumbIn(activity) } : undefined;
};
