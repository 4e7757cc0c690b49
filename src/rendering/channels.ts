/** What a channel can show. A channel that is not listed gets plain text with numbered answers. */
export interface Channel {
  /** Where answers stand to be chosen: below the message, or on its card; "none": numbered in the text. */
  readonly buttons: 'below' | 'card' | 'none';
  readonly cards: boolean;
  /** It is our own page, which acts on buttons of cards: copies a command, opens the map. */
  readonly page: boolean;
  /** A turn is one message: what is said and the advice stand on one card, and what does not fit a button is a list. */
  readonly whole: boolean;
  /** Longest label of a button, in characters, and how many buttons there may be. */
  readonly fits: { readonly label: number; readonly buttons: number };
  /** The channel has thumbs of its own below a message. */
  readonly thumbs: boolean;
  /** It takes the Bot Framework's handoff events. Teams answers 400 to them, and our own page has no hub behind it. */
  readonly handoff: boolean;
}

// Web Chat wraps its buttons into as many lines as they need; no label may need a line of its own on a telephone.
const WEB = { label: 44, buttons: 20 };
/** Teams shows six buttons and one line on each; a telephone cuts it off after about so many characters. */
const TEAMS = { label: 30, buttons: 6 };

const PLAIN: Channel = { buttons: 'none', cards: false, page: false, whole: false, fits: WEB, thumbs: false, handoff: false };
const DIRECT: Channel = { ...PLAIN, buttons: 'below', cards: true };
const HUB: Channel = { ...DIRECT, handoff: true };
const IN_TEAMS: Channel = { ...DIRECT, whole: true, fits: TEAMS, thumbs: true };

const CHANNELS: Readonly<Record<string, Channel>> = {
  webchat: { ...DIRECT, page: true },
  directline: HUB,
  emulator: HUB,
  msteams: IN_TEAMS,
};

/** Teams shows what stands below a message to one person alone; where several read, answers stand on the card. */
export const channelOf = (id: string, conversationType = 'personal'): Channel => {
  const channel = Object.hasOwn(CHANNELS, id) ? (CHANNELS[id] ?? PLAIN) : PLAIN;
  return channel.whole && conversationType !== 'personal' ? { ...channel, buttons: 'card' } : channel;
};
