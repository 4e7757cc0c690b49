import { talkKey } from '../src/exchange/talk.ts';
import type { Store } from '../src/storage/store.ts';
import { replay } from '../src/transcript/replay.ts';
import type { Witnessed } from './crowd.ts';

const keysOf = ({ activationDesk }: { readonly activationDesk: { readonly keys: readonly string[] } }) => activationDesk.keys.join();

/** Compares what people saw with what is stored, and with what the desk says when nothing goes wrong. */
export const compare = async (store: Store, talks: readonly Witnessed[]) => {
  const faults = { lost: 0, doubled: 0, 'out of order': 0, 'wrong replies': 0 };
  for (const talk of talks) {
    const key = talkKey({ channelId: 'webchat', conversationId: talk[0]?.conversation ?? '', userId: 'person' });
    const rows = await store.rows(key, 0);
    const { record } = await store.turn(key, (stored) => stored.load());
    const undisturbed = replay('en', { now: '2026-11-24T12:00:00.000Z', caseNumber: 'AD-TEST-TEST', kept: { talks: 30, cases: 180 } });
    const heard = rows.filter(({ from }) => from === 'person').map(({ activity }) => activity.id);
    for (const { id, text, replies } of talk) {
      const times = heard.filter((each) => each === id).length;
      const stored = rows.filter(({ from, activity }) => from === 'desk' && activity.replyToId === id);
      if (times === 0 || stored.length < replies.length) faults.lost += 1;
      if (times > 1 || stored.length > replies.length) faults.doubled += 1;
      const expected = undisturbed.say(text).map(({ keys }) => keys.join());
      const said = replies.map(({ channelData }) => keysOf(channelData));
      if (JSON.stringify(said) !== JSON.stringify(expected) || replies.some((reply, at) => reply.text !== stored[at]?.activity.text))
        faults['wrong replies'] += 1;
    }
    if (record?.turn !== talk.length) faults[(record?.turn ?? 0) < talk.length ? 'lost' : 'doubled'] += 1;
    const inOrder = rows.every(({ number }, at) => number === at + 1) && heard.every((id, at) => id === talk[at]?.id);
    if (!inOrder) faults['out of order'] += 1;
  }
  return faults;
};
