/** What a channel can show. A channel that is not listed gets plain text with numbered answers. */
export interface Channel {
  readonly buttons: boolean;
  readonly cards: boolean;
  /** It is our own page, which acts on buttons of cards: copies a command, opens the map. */
  readonly page: boolean;
}

const PLAIN: Channel = { buttons: false, cards: false, page: false };

const CHANNELS: Readonly<Record<string, Channel>> = {
  webchat: { buttons: true, cards: true, page: true },
  directline: { buttons: true, cards: true, page: false },
  emulator: { buttons: true, cards: true, page: false },
  msteams: { buttons: true, cards: true, page: false },
};

export const channelOf = (id: string): Channel => (Object.hasOwn(CHANNELS, id) ? (CHANNELS[id] ?? PLAIN) : PLAIN);
