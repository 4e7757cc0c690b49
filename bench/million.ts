import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { turn } from '../src/conversation/turn.ts';
import { render } from '../src/rendering/render.ts';
import { openStore } from '../src/storage/open.ts';
import { startPostgres } from '../torture/postgres.ts';
import { drive } from './drive.ts';
import { DESK } from './peers.ts';
import { medianOf, ranged, table } from './table.ts';

const TALKS = 1_000_000;
const NOW = '2026-11-24T12:00:00.000Z';

const ENGINES = {
  SQLite: 'lower(hex(randomblob(32)))',
  PostgreSQL: "encode(sha256((random()::text || random()::text)::bytea), 'hex')",
} as const;
type Engine = keyof typeof ENGINES;

/** Stores talks of one message each, as a real turn leaves them, under keys that lie anywhere. */
const fill = async (where: string, engine: Engine): Promise<void> => {
  const store = await openStore(where);
  const input = { kind: 'message', text: 'Word says 0xC004F074', secrets: [], locale: 'en' } as const;
  const { record, replies } = turn(undefined, input, { now: NOW, caseNumber: 'AD-BNCH-BNCH', kept: { talks: 30, cases: 180 } });
  const [reply] = replies;
  const said = JSON.stringify(reply === undefined ? {} : render(reply, 'en', 'webchat'));
  const numbers = (count: number) => `with recursive n(i) as (select 1 union all select i + 1 from n where i < ${count})`;
  await store.sql.run(
    `${numbers(TALKS)} insert into talk (key, version, rows, record, at) select ${ENGINES[engine]}, 1, 2, $1, $2 from n`,
    [JSON.stringify(record), NOW],
  );
  await store.sql.run("insert into ledger (talk, activity) select key, 'first' from talk", []);
  await store.sql.run("insert into row (talk, number, sender, answers, activity) select key, 1, 'person', 'first', $1 from talk", ['{}']);
  await store.sql.run("insert into row (talk, number, sender, answers, activity) select key, 2, 'desk', 'first', $1 from talk", [said]);
  await store.close();
};

const perSecond = async (where: string): Promise<number> => {
  const running = await DESK.start({ DATABASE_URL: where });
  try {
    return (await drive({ url: running.url, door: DESK.door, plan: DESK.plan(), warm: 3_000, turns: 20_000, atOnce: 32 })).perSecond;
  } finally {
    await running.stop();
  }
};

const compare = async (engine: Engine, places: { readonly empty: () => Promise<string>; readonly full: string }, rounds: number) => {
  const empty: number[] = [];
  const full: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    empty.push(await perSecond(await places.empty()));
    full.push(await perSecond(places.full));
  }
  return [
    engine,
    medianOf(empty).toLocaleString('en'),
    medianOf(full).toLocaleString('en'),
    ranged(full.map((each, at) => each / (empty[at] ?? Number.NaN))),
  ];
};

/** What a million stored talks cost those who come now, on both engines. */
export const measure = async (rounds: number): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'desk-million-'));
  const postgres = await startPostgres();
  try {
    let files = 0;
    const file = async () => {
      files += 1;
      return `file:${join(folder, `${files}.db`)}`;
    };
    const full = { SQLite: await file(), PostgreSQL: await postgres.newDatabase() };
    process.stderr.write('storing a million talks on each engine …\n');
    await fill(full.SQLite.slice('file:'.length), 'SQLite');
    await fill(full.PostgreSQL, 'PostgreSQL');
    table([
      ['turns/s', 'empty', 'a million talks', 'ratio'],
      await compare('SQLite', { empty: file, full: full.SQLite }, rounds),
      await compare('PostgreSQL', { empty: postgres.newDatabase, full: full.PostgreSQL }, rounds),
    ]);
  } finally {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};
