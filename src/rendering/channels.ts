/** What a channel can show. A channel that is not listed gets plain text with numbered answers. */
export interface Channel {
  readonly buttons: boolean;
  readonly cards: boolean;
  /** It is our own page, which acts on buttons of cards: copies a command, opens the map. */
  readonly page: boolean;
  /** It takes the Bot Framework's handoff events. Teams answers 400 to them, and our own page has no hub behind it. */
  readonly handoff: boolean;
}

const PLAIN: Channel = { buttons: false, cards: false, page: false, handoff: false };

const CHANNELS: Readonly<Record<string, Channel>> = {
  webchat: { buttons: true, cards: true, page: true, handoff: false },
  directline: { buttons: true, cards: true, page: false, handoff: true },
  emulator: { buttons: true, cards: true, page: false, handoff: true },
  msteams: { buttons: true, cards: true, page: false, handoff: false },
};

export const channelOf = (id: string): Channel => (Object.hasOwn(CHANNELS, id) ? (CHANNELS[id] ?? PLAIN) : PLAIN);
