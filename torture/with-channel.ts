import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runningChannel } from './channel.ts';
import { startDesk } from './desk-process.ts';

/** A folder of its own for what a drill's desks write, and a channel whose conversations are named after what becomes of their replies. Both are gone afterwards. */
export const withChannel = async <T>(
  drill: string,
  work: (there: { readonly folder: string; readonly channel: Awaited<ReturnType<typeof runningChannel>> }) => Promise<T>,
): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), `${drill}-`));
  const channel = await runningChannel();
  try {
    return await work({ folder, channel });
  } finally {
    await channel.close();
    rmSync(folder, { recursive: true, force: true });
  }
};

/** The same, with a desk that writes there. */
export const withDesk = <T>(
  drill: string,
  environment: Readonly<Record<string, string>>,
  work: (there: Parameters<Parameters<typeof withChannel>[1]>[0] & { readonly desk: Awaited<ReturnType<typeof startDesk>> }) => Promise<T>,
): Promise<T> =>
  withChannel(drill, async (there) => {
    const desk = await startDesk(there.folder, environment);
    try {
      return await work({ ...there, desk });
    } finally {
      await desk.kill('SIGKILL');
    }
  });

/** Says something in a channel's conversation; its replies go to the channel. Gives the status of the answer. */
export const sayBy = async (
  desk: string,
  channel: string,
  conversation: string,
  text: string,
  id: string = crypto.randomUUID(),
  within = 60_000,
) => {
  const response = await fetch(new URL('/api/messages', desk), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    signal: AbortSignal.timeout(within),
    body: JSON.stringify({
      type: 'message',
      id,
      channelId: 'msteams',
      serviceUrl: channel,
      conversation: { id: conversation },
      from: { id: 'p' },
      recipient: { id: 'b' },
      locale: 'en',
      text,
    }),
  });
  await response.arrayBuffer();
  return response.status;
};
