import { describe, expect, it } from '@jest/globals';
import { redactBody } from '../src/dialogs/redact-body.ts';
import { pureTalk, runningDesk } from './desk.ts';
import { directLineOf } from './webchat-client.ts';

/** A mark as Web Chat makes them, and one of the few that look like a part of a key. */
const LIKE_A_KEY = 'd3ngq9mdyfw';

describe("Web Chat's own mark of a message", () => {
  it('comes back as it came, and nobody is told of a key that was none', async () => {
    const desk = await runningDesk();
    const { open, say, read } = directLineOf(() => desk.url);
    const talk = await open();
    expect((await say(talk, { text: 'hello', channelData: { clientActivityID: LIKE_A_KEY } })).status).toBe(200);
    const { activities } = await read(talk);
    const [said] = activities.filter(({ from }) => from.role === 'user');
    expect(said?.channelData.clientActivityID).toBe(LIKE_A_KEY);
    const plain = pureTalk('en').say('hello');
    expect(activities.at(-1)?.channelData.activationDesk?.ask).toBe(plain.at(-1)?.ask);
    expect(JSON.stringify(activities)).not.toContain('talk.secret');
    // Throws where the store found something that the door had let through.
    await desk.close();
  });

  it('is no secret of an activity that a channel posts', () => {
    expect(redactBody({ type: 'message', channelData: { clientActivityID: LIKE_A_KEY } }).found).toEqual([]);
  });

  it('is none where a key could hide in it', () => {
    for (const clientActivityID of ['VK7JG-NPHTM-C97JM-9MPGT-3V66T', 'vk7jgnphtmc97jm9mpgt3v66t']) {
      const { value, found } = redactBody({ channelData: { clientActivityID } });
      expect(found).toHaveLength(1);
      expect(JSON.stringify(value).toLowerCase()).not.toContain('nphtm');
    }
  });
});
