import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { realTalk } from '../test/desk.ts';
import { directLineOf, socketTo } from '../test/webchat-client.ts';
import type { Drill } from './drill.ts';
import { sayBy, withDesk } from './with-channel.ts';

/** Resolves with how long it took, in milliseconds; undefined where it did not come. */
const until = async (came: () => boolean, within = 10_000): Promise<number | undefined> => {
  const began = performance.now();
  while (!came()) {
    if (performance.now() - began > within) return undefined;
    await new Promise((again) => setTimeout(again, 10));
  }
  return performance.now() - began;
};

/** Turns that fail because the storage does: on every way out the person is told, and the talk goes on where it was. */
export const told: Drill = {
  name: 'told',
  long: 200,
  run: ({ times, say }) =>
    withDesk('told', { LOG_LEVEL: 'fatal' }, async ({ folder, channel, desk }) => {
      const database = new DatabaseSync(join(folder, 'desk.db'), { timeout: 5_000 });
      const faults = {
        'not told': 0,
        'told without a number': 0,
        'sent again by the channel': 0,
        'talks that did not go on': 0,
        'ended by itself': 0,
      };
      let slowest = 0;
      const count = (milliseconds: number | undefined) => {
        if (milliseconds === undefined) faults['not told'] += 1;
        else slowest = Math.max(slowest, milliseconds);
      };
      const line = directLineOf(() => desk.url);
      const post = (conversation: string, text: string) => sayBy(desk.url, channel.url, conversation, text);

      for (let time = 0; time < times; time += 1) {
        const direct = realTalk(desk.url, 'en');
        const conversation = `ok:${time}`;
        const page = await line.open();
        const socket = socketTo(page.streamUrl);
        await direct.say('0xC004F074');
        await post(conversation, '0xC004F074');
        await line.say(page, { text: '0xC004F074' });
        await until(() => channel.heard(conversation).some(({ type }) => type === 'message'));
        const before = channel.heard(conversation).length;

        database.exec('alter table talk rename to taken_away');
        const began = performance.now();
        const [said] = await direct.post({ text: 'yes' });
        count(performance.now() - began);
        if (!/Reference: \w{8}/.test(said?.text ?? '')) faults['told without a number'] += 1;
        const [byChannel, status] = await Promise.all([
          until(() =>
            channel
              .heard(conversation)
              .slice(before)
              .some(({ text }) => /Reference: \w{8}/.test(text ?? '')),
          ),
          post(conversation, 'yes'),
        ]);
        count(byChannel);
        // The person was told, so that the channel must not send it a second time.
        if (status !== 200) faults['sent again by the channel'] += 1;
        const [byPage] = await Promise.all([
          until(() => socket.received.some(({ text }) => /Reference: \w{8}/.test(text ?? ''))),
          line.say(page, { text: 'yes' }),
        ]);
        count(byPage);
        database.exec('alter table taken_away rename to talk');

        await line.say(page, { text: 'yes' });
        const answer = (await line.read(page)).activities.at(-1);
        const asks = [(await direct.say('yes')).at(-1)?.ask, answer?.channelData.activationDesk?.ask];
        if (asks.some((ask) => ask !== 'kms.port')) faults['talks that did not go on'] += 1;
        socket.socket.close();
        if (time % 50 === 49) say(`${time + 1} of ${times}`);
      }
      database.close();
      if ((await desk.kill('SIGTERM')) !== 0) faults['ended by itself'] += 1;
      return { tried: `${times * 3} failing turns on three ways out`, faults, measured: { 'ms at most until told': Math.round(slowest) } };
    }),
};
