import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Record } from '../src/conversation/record.ts';
import { createBell } from '../src/exchange/bell.ts';
import { createReceive } from '../src/exchange/receive.ts';
import { talkKey } from '../src/exchange/talk.ts';
import { createTurns } from '../src/exchange/turns.ts';
import { type Ids, renderTurn } from '../src/rendering/render.ts';
import { settled } from '../src/rendering/settled.ts';
import { openStore } from '../src/storage/open.ts';
import type { Store } from '../src/storage/store.ts';
import { pureTalk, WORLD } from './desk.ts';

const SEED = Number(process.env.SEED ?? 1);

/** One thing of a walk: the open choice of that number, pressed, or something typed. */
const step = fc.oneof(
  { weight: 5, arbitrary: fc.nat(3) },
  { weight: 1, arbitrary: fc.constantFrom('0x8007000D', 'why', 'a person', 'back') },
);
const walks = fc.array(step, { minLength: 3, maxLength: 8 });

/** What a talk has come to: what was learned, the open question and the case; not when and in which turn. */
const standOf = ({ learned, asked, caseNumber }: Record) => ({
  learned: learned.map(({ name, value, from }) => [name, value, from]),
  asked,
  caseNumber,
});

describe('what comes again', () => {
  let store: Store;
  let receive: ReturnType<typeof createReceive>;
  let count = 0;
  beforeAll(async () => {
    store = await openStore(':memory:');
    const newId = () => crypto.randomUUID();
    const now = () => new Date(WORLD.now);
    const turns = createTurns({
      ...{ render: renderTurn, now, newId, newToken: newId, kept: WORLD.kept },
      newCaseNumber: () => `AD-${count}`,
      publicUrl: () => undefined,
      outbreaks: () => [],
      outgoing: () => [],
    });
    receive = createReceive({ store, turns, settle: settled, bell: createBell(store.news), now, newId });
  });
  afterAll(() => store.close());

  /** A new talk over the store. */
  const newTalk = () => {
    count += 1;
    const userId = `${count}`;
    const key = talkKey({ channelId: 'webchat', conversationId: userId, userId });
    let open: Ids | undefined;
    let posted = 0;
    const send = async (id: string, what: object): Promise<readonly unknown[]> => {
      const rows = await receive({
        type: 'message',
        id,
        channelId: 'webchat',
        conversation: { id: userId },
        from: { id: userId },
        locale: 'en',
        ...what,
      });
      return rows.map(({ activity }) => activity);
    };
    const take = async (
      taken: number | string,
    ): Promise<{ readonly id: string; readonly what: object; readonly replies: readonly unknown[] }> => {
      posted += 1;
      const id = `${posted}`;
      const choice = typeof taken === 'number' ? open?.choices?.[taken % (open.choices.length || 1)] : undefined;
      const what = choice === undefined ? { text: String(taken) } : { value: { ask: open?.ask, value: choice.value } };
      const replies = await send(id, what);
      // Rows are stored as rendering made them.
      open =
        (replies.at(-1) as { readonly channelData?: { readonly activationDesk?: Ids } } | undefined)?.channelData?.activationDesk ?? open;
      return { id, what, replies };
    };
    const stand = async () => {
      const { record } = await store.turn(key, (stored) => stored.load());
      if (record === undefined) throw new Error('nothing is kept');
      return { ...standOf(record), caseNumber: record.caseNumber !== undefined };
    };
    return { take, send, stand, rows: () => store.rows(key, 0) };
  };

  it('with the same id changes nothing, wherever in the talk, and gets the same answer word for word', async () => {
    await fc.assert(
      fc.asyncProperty(walks, fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { minLength: 1, maxLength: 4 }), async (walk, repeats) => {
        const talk = newTalk();
        const taken: Awaited<ReturnType<typeof talk.take>>[] = [];
        await talk.take('0xC004F074');
        for (const [at, each] of walk.entries()) {
          taken.push(await talk.take(each));
          for (const [, which] of repeats.filter(([when]) => when % walk.length === at)) {
            const again = taken[which % taken.length];
            const before = [await talk.stand(), await talk.rows()];
            expect(await talk.send(again?.id ?? '', again?.what ?? {})).toEqual(again?.replies);
            expect([await talk.stand(), await talk.rows()]).toEqual(before);
          }
        }
      }),
      { seed: SEED, numRuns: 40 },
    );
  });

  it('under another id, as of a double click, teaches nothing more, opens no second case, and the talk stands where it would', async () => {
    await fc.assert(
      fc.asyncProperty(walks, fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }), async (walk, doubled) => {
        const [talk, undisturbed] = [newTalk(), newTalk()];
        for (const each of [talk, undisturbed]) await each.take('0xC004F074');
        for (const [at, each] of walk.entries()) {
          const { what } = await talk.take(each);
          await undisturbed.take(each);
          if ('value' in what && doubled[at]) await talk.send(`again ${at}`, what);
          expect(await talk.stand()).toEqual(await undisturbed.stand());
        }
      }),
      { seed: SEED, numRuns: 40 },
    );
  });
});

describe('what comes in another order', () => {
  it('never takes back what was answered, unless the person asks for it', () => {
    fc.assert(
      fc.property(walks, fc.nat(6), fc.array(fc.nat(7), { maxLength: 3 }), (walk, swapped, late) => {
        const shown = pureTalk('en');
        shown.say('0xC004F074');
        // The buttons as somebody saw them, in order.
        const pressed = walk.flatMap((each) => {
          const open = shown.say('repeat').at(-1);
          const choice = typeof each === 'number' ? open?.choices?.[each % (open.choices.length || 1)] : undefined;
          if (choice === undefined || open?.ask === undefined) return [];
          const press = { ask: open.ask, value: choice.value };
          shown.say(press);
          return [press];
        });
        const order = pressed.slice();
        const at = swapped % Math.max(1, order.length - 1);
        order.splice(at, 2, ...order.slice(at, at + 2).reverse());
        const talk = pureTalk('en');
        talk.say('0xC004F074');
        for (const press of [...order, ...late.flatMap((which) => pressed[which % (pressed.length || 1)] ?? [])]) {
          const before = talk.record()?.learned ?? [];
          expect(talk.say(press).length).toBeGreaterThan(0);
          expect(talk.record()?.learned.slice(0, before.length)).toEqual(before);
        }
      }),
      { seed: SEED, numRuns: 150 },
    );
  });
});
