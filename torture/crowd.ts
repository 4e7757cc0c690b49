import { setTimeout as pause } from 'node:timers/promises';
import { type Message, post, type Replied } from './post.ts';
import { randomFrom } from './random.ts';

/** What people say, in any order: nothing of it opens a case or needs the examples. */
export const SAYINGS = ['0xC004F074', 'why', 'yes', 'back', 'hello', '0x8007000D', 'what', '1'];
const LONGEST = 20;

interface Said extends Message {
  readonly text: string;
  readonly replies: readonly Replied[];
}
/** A talk as the person saw it: what was said, and what was acknowledged by replies. */
export type Witnessed = readonly Said[];

export interface Crowd {
  readonly people: number;
  readonly seed: number;
  /** Where a desk answers just now; asked before every try. */
  readonly url: (tries: number) => string | undefined;
}

/** People who talk to the desk all the time. Each says the next thing when the last was answered, and the same again until it was. */
export const gather = ({ people, seed, url }: Crowd) => {
  const talks: Said[][] = [];
  let stopped = false;
  let turns = 0;

  const untilAnswered = async (message: Message & { readonly text: string }): Promise<Said> => {
    for (let tries = 0; ; tries += 1) {
      const there = url(tries);
      const replies = there && (await post(there, message));
      if (replies) {
        turns += 1;
        return { ...message, replies };
      }
      await pause(20);
    }
  };

  const talkAllTheTime = async (person: number) => {
    const random = randomFrom(seed * 1_000 + person).next;
    while (!stopped) {
      const talk: Said[] = [];
      talks.push(talk);
      const conversation = `${seed}-${person}-${talks.length}`;
      while (!stopped && talk.length < LONGEST) {
        const text = SAYINGS[Math.floor(random() * SAYINGS.length)] ?? '';
        talk.push(await untilAnswered({ id: `${conversation}-${talk.length}`, conversation, text }));
      }
    }
  };
  const all = Array.from({ length: people }, (_, person) => talkAllTheTime(person));

  return {
    turns: () => turns,
    /** Waits until so many more were answered. */
    moreTurns: async (more: number): Promise<void> => {
      const until = turns + more;
      while (turns < until) await pause(2);
    },
    /** Everybody gets an answer to what he said last, and goes. */
    disperse: async (): Promise<readonly Witnessed[]> => {
      stopped = true;
      await Promise.all(all);
      return talks.filter(({ length }) => length > 0);
    },
  };
};
