/** A reply as a door gives it back. */
export interface Replied {
  readonly text: string;
  readonly channelData: { readonly activationDesk: { readonly keys: readonly string[]; readonly ask?: string } };
}

/** One thing said, and by which id it is known again. */
export interface Message {
  readonly id: string;
  readonly conversation: string;
  readonly text?: string;
  readonly pressed?: { readonly ask: string; readonly value: string };
}

/** Says something to a desk. Undefined where it was not answered, or answered that it failed: then the same may be said again. */
export const post = async (url: string, { id, conversation, text, pressed }: Message): Promise<readonly Replied[] | undefined> => {
  try {
    const response = await fetch(new URL('/api/messages', url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      signal: AbortSignal.timeout(20_000),
      body: JSON.stringify({
        type: 'message',
        id,
        text,
        value: pressed,
        channelId: 'webchat',
        serviceUrl: 'http://127.0.0.1:9',
        deliveryMode: 'expectReplies',
        conversation: { id: conversation },
        from: { id: 'person' },
        recipient: { id: 'bot' },
        locale: 'en',
      }),
    });
    if (response.status !== 200) {
      await response.arrayBuffer();
      return undefined;
    }
    const { activities } = (await response.json()) as { readonly activities: readonly Replied[] };
    return activities.some(({ channelData }) => channelData.activationDesk.keys.includes('talk.failed')) ? undefined : activities;
  } catch {
    // The desk was ended, or ends.
    return undefined;
  }
};
