import { isClean, redactAll } from '../redaction/activity.ts';
import { isCleanText } from '../redaction/redact.ts';
import type { Beside, Commit, Store, StoredRow } from '../storage/store.ts';
import type { Late } from './late.ts';

/** The desk says the same things again and again: so many texts that were found clean need no second look, and no card that cannot change. */
const TEXTS_KEPT = 5_000;

const createLooking = () => {
  const clean = new Set<string>();
  const isKnownClean = (text: string): boolean => {
    if (clean.has(text)) return true;
    if (!isCleanText(text)) return false;
    if (clean.size >= TEXTS_KEPT) clean.clear();
    clean.add(text);
    return true;
  };
  return { isCleanText: isKnownClean, known: new WeakSet<object>() };
};

/** The same store, which looks through whatever a turn writes once more: a secret there is a fault of the door, and is removed and counted. */
export const guarded = (store: Store, late: Late): Store => {
  const looking = createLooking();
  const clean = <T>(value: T): T => {
    const safe = redactAll(value);
    for (const _ of safe.found) late.tell('store');
    return safe.value;
  };
  // Ids address an activity: they are neither text nor said to anybody, and must come back as they came.
  const cleanRow = (row: StoredRow): StoredRow => {
    const { id, replyToId, ...said } = row.activity;
    if (row.from === 'desk' && isClean(said, looking)) return row;
    const address = Object.fromEntries(Object.entries({ id, replyToId }).filter(([, value]) => value !== undefined));
    return { ...row, activity: { ...clean(said), ...address } };
  };
  // So do the ids of the messages that taught something.
  const cleanRecord = (record: Commit['record']): Commit['record'] => {
    if (record === undefined) return undefined;
    const { messages, ...said } = record;
    return { ...clean(said), ...(messages === undefined ? {} : { messages }) };
  };
  // Tokens and ids beside are no text; what staff and people wrote lies in the cases.
  const cleanBeside = (beside: Beside): Beside =>
    beside.cases === undefined ? beside : { ...beside, cases: beside.cases.map((change) => ({ ...change, case: clean(change.case) })) };
  const cleanCommit = (commit: Commit): Commit => ({
    ...commit,
    record: cleanRecord(commit.record),
    rows: commit.rows.map(cleanRow),
    ...(commit.beside === undefined ? {} : { beside: cleanBeside(commit.beside) }),
  });
  return {
    ...store,
    turn: (talk, work) =>
      store.turn(talk, (stored) =>
        work({ ...stored, commit: (commit) => stored.commit(cleanCommit(commit)), put: (beside) => stored.put(cleanBeside(beside)) }),
      ),
  };
};
