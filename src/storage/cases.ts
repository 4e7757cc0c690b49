import type { Case } from '../desk/case.ts';
import { PRIORITIES } from '../desk/priority.ts';
import { NOBODY, termsOf } from '../desk/terms.ts';
import { UNDER_WAY } from '../machines/case.ts';
import { CASE, caseIn } from './case-in.ts';
import { countCases, findCases } from './case-query.ts';
import { readBack } from './read-back.ts';
import type { Cell, Sql } from './sql.ts';
import type { Cases, Letter, Letters } from './store.ts';

/** A case as it is stored, and how often it was written: who writes next must have seen this. */
export interface StoredCase {
  readonly case: Case;
  readonly written: number;
}

/** A case to be written: new where nothing was there before. `words` are those by which it is found from now on too. */
export interface CaseChange {
  readonly before?: StoredCase | undefined;
  readonly case: Case;
  readonly words?: readonly string[];
}

/** Sorts after every date: a case without a deadline comes last. */
export const NEVER = '9999';

const columnsOf = (each: Case): readonly Cell[] => [
  each.talk,
  each.closedAt ?? null,
  Number(UNDER_WAY.includes(each.state)),
  each.state,
  each.handover,
  each.owner?.id ?? NOBODY,
  PRIORITIES.indexOf(each.priority),
  each.matter.deadline ?? NEVER,
  each.openedAt,
  each.updatedAt,
  JSON.stringify(each),
];

const COLUMNS = ['talk', 'closed_at', 'live', 'state', 'handover', 'owner', 'priority', 'deadline', 'opened_at', 'updated_at', 'content'];
const INSERT = `insert into desk_case (number, ${COLUMNS.join(', ')}, written) values ($1, ${COLUMNS.map((_, at) => `$${at + 2}`).join(', ')}, 1)
  on conflict (number) do nothing`;
const UPDATE = `update desk_case set ${COLUMNS.map((column, at) => `${column} = $${at + 2}`).join(', ')}, written = written + 1
  where number = $1 and written = $${COLUMNS.length + 2}`;

/** Terms are stored as bytes: text is sorted by each database in its own way, and beginnings are sought in the order of bytes. */
export const bytesOf = (term: string): Uint8Array => new TextEncoder().encode(term);

const addTerms = async (sql: Sql, number: string, terms: readonly string[]): Promise<void> => {
  if (terms.length === 0) return;
  const places = terms.map((_, at) => `($1, $${at + 2})`).join(', ');
  await sql.run(`insert into case_term (number, term) values ${places} on conflict do nothing`, [number, ...terms.map(bytesOf)]);
};

const WORDS_AT_ONCE = 100;

/** Writes a case. "stale": somebody else wrote it meanwhile, or a new one's number is taken; then the transaction must not count. */
export const putCase = async (sql: Sql, { before, case: after, words = [] }: CaseChange): Promise<'written' | 'stale'> => {
  const values = [after.number, ...columnsOf(after)];
  const written = before === undefined ? await sql.run(INSERT, values) : await sql.run(UPDATE, [...values, before.written]);
  if (written === 0) return 'stale';
  const [had, has] = [new Set(before === undefined ? [] : termsOf(before.case)), new Set(termsOf(after))];
  for (const gone of [...had].filter((each) => !has.has(each)))
    await sql.run('delete from case_term where number = $1 and term = $2', [after.number, bytesOf(gone)]);
  await addTerms(
    sql,
    after.number,
    [...has].filter((each) => !had.has(each)),
  );
  const heard = before === undefined ? [after.number.toLowerCase(), ...words] : words;
  for (let at = 0; at < heard.length; at += WORDS_AT_ONCE)
    await addTerms(
      sql,
      after.number,
      heard.slice(at, at + WORDS_AT_ONCE).map((word) => `word:${word}`),
    );
  return 'written';
};

/** Undefined where there is no such case. */
export const loadCase = async (sql: Sql, number: string): Promise<StoredCase | undefined> =>
  (await sql.all(`select ${CASE.join(', ')}, written from desk_case where number = $1`, [number])).map((row) => ({
    case: caseIn(row),
    written: Number(row.written),
  }))[0];

const HANDED = `select number, talk, handover from desk_case where handover <> 'bot' and updated_at < $1 order by updated_at limit 100`;
const IDLE = `select key, channel from talk where unsolved = 1 and at < $1 order by at limit 100`;
const PRESSING = `select number, talk from desk_case where live = 1 and deadline < $1 and priority > 0 order by deadline limit 1000`;

export const casesOver = (sql: Sql): Cases => ({
  case: async (number) => (await loadCase(sql, number))?.case,
  talkOfCase: async (number) => (await loadCase(sql, number))?.case.talk,
  find: (query) => findCases(sql, query),
  count: (query) => countCases(sql, query),
  handovers: async (untouchedSince) =>
    (await sql.all(HANDED, [untouchedSince])).map(({ number, talk, handover }) => ({
      number: String(number),
      talk: String(talk),
      handover: String(handover),
    })),
  idle: async (silentSince) =>
    (await sql.all(IDLE, [silentSince])).map(({ key, channel }) => ({ talk: String(key), channel: String(channel) })),
  pressing: async (before) =>
    (await sql.all(PRESSING, [before])).map(({ number, talk }) => ({ number: String(number), talk: String(talk) })),
});

export const lettersOver = (sql: Sql): Letters => ({
  letters: async () =>
    (await sql.all('select id, talk, learned, at from letter order by at, id limit 100')).map(({ id, talk, learned, at }) => ({
      id: String(id),
      talk: String(talk),
      // One that cannot be read arrives, and tells nothing.
      learned: (readBack(learned) ?? []) as Letter['learned'],
      at: String(at),
    })),
});
