/** What a channel can show. A channel that is not listed gets plain text with numbered answers. */
export interface Channel {
  readonly buttons: boolean;
  readonly cards: boolean;
  /** Its page copies a command to the clipboard when a card's button carries one. */
  readonly copies: boolean;
}

const PLAIN: Channel = { buttons: false, cards: false, copies: false };

const CHANNELS: Readonly<Record<string, Channel>> = {
  webchat: { buttons: true, cards: true, copies: true },
  directline: { buttons: true, cards: true, copies: false },
  emulator: { buttons: true, cards: true, copies: false },
  msteams: { buttons: true, cards: true, copies: false },
};

export const channelOf = (id: string): Channel => (Object.hasOwn(CHANNELS, id) ? (CHANNELS[id] ?? PLAIN) : PLAIN);
