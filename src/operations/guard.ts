import { redactAll } from '../redaction/activity.ts';
import type { Commit, Store, StoredRow } from '../storage/store.ts';
import type { Late } from './late.ts';

/** The same store, which looks through whatever a turn writes once more: a secret there is a fault of the door, and is removed and counted. */
export const guarded = (store: Store, late: Late): Store => {
  const clean = <T>(value: T): T => {
    const safe = redactAll(value);
    for (const _ of safe.found) late.tell('store');
    return safe.value;
  };
  // Ids address an activity: they are neither text nor said to anybody, and must come back as they came.
  const cleanRow = (row: StoredRow): StoredRow => {
    const { id, replyToId, ...said } = row.activity;
    const address = Object.fromEntries(Object.entries({ id, replyToId }).filter(([, value]) => value !== undefined));
    return { ...row, activity: { ...clean(said), ...address } };
  };
  const cleanCommit = (commit: Commit): Commit => ({
    ...commit,
    record: clean(commit.record),
    rows: commit.rows.map(cleanRow),
    case: clean(commit.case),
  });
  return {
    ...store,
    turn: (talk, work) => store.turn(talk, (stored) => work({ ...stored, commit: (commit) => stored.commit(cleanCommit(commit)) })),
  };
};
