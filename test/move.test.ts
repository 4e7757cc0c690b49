import { describe, expect, it } from '@jest/globals';
import { move } from '../src/storage/move.ts';
import { openStore } from '../src/storage/open.ts';
import { realTalk, runningDesk } from './desk.ts';
import { engines } from './engines.ts';
import { directLineOf } from './webchat-client.ts';

const [SQLITE, POSTGRES] = engines();

describe('a desk that moves to the other engine', () => {
  it.each([
    ['PostgreSQL', SQLITE, POSTGRES],
    ['SQLite', POSTGRES, SQLITE],
  ] as const)('goes on there as if nothing had happened: to %s', async (_, here, there) => {
    const [before, after] = [await here?.[1](), await there?.[1]()];
    const old = await runningDesk({ database: before ?? '' });
    const talk = realTalk(old.url, 'en');
    await talk.say('0xC004F074');
    await talk.say('a person please');
    const page = await directLineOf(() => old.url).open();
    await old.stop();

    const [from, to] = [await openStore(before ?? ''), await openStore(after ?? '')];
    const moved = await move(from.sql, to.sql);
    expect(moved).toMatchObject({ talk: 2, desk_case: 1 });
    for (const table of Object.keys(moved)) {
      const [was, is] = await Promise.all([from, to].map(({ sql }) => sql.all(`select * from ${table}`)));
      // One engine's driver gives bytes in a class of its own.
      const plain = (cell: unknown) => (cell instanceof Uint8Array ? [...cell] : cell);
      const sorted = (rows: typeof was) =>
        rows
          ?.map((row) =>
            JSON.stringify(
              Object.entries(row)
                .map(([name, cell]) => [name, plain(cell)])
                .sort(),
            ),
          )
          .sort();
      expect(sorted(is)).toEqual(sorted(was));
    }
    await expect(move(from.sql, to.sql)).rejects.toThrow('not empty');
    await from.close();
    await to.close();

    const desk = await runningDesk({ database: after ?? '' });
    const [said] = await talk.postTo(desk.url, { text: 'yes' });
    expect(said?.channelData.activationDesk.ask).toBe('kms.port');
    // What the old one had signed is good at the new one.
    expect((await directLineOf(() => desk.url).read(page)).activities.length).toBeGreaterThan(0);
    expect((await desk.desk.find({ sort: 'change' })).lines).toHaveLength(1);
    await desk.close();
  });
});
