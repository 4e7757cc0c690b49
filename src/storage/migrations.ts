import { convertCases } from './first-cases.ts';
import { withRowIds } from './row-ids.ts';
import type { Sql } from './sql.ts';

/** A statement, or work that no statement can do. */
type Step = string | ((sql: Sql) => Promise<void>);
/** A step for both engines, or one for each that it concerns. */
type Statement = Step | { readonly sqlite?: Step; readonly postgres?: Step };

/**
 * What the database went through, in order; a database that has more than these is refused. Only ever add: what has run somewhere is
 * not changed. The types are text, integer and blob. While instances of the former release still run they work on what is new here:
 * so take nothing away that they read.
 */
export const MIGRATIONS: readonly (readonly Statement[])[] = [
  [
    'create table talk (key text primary key, version integer not null, rows integer not null, record text not null, at text not null)',
    'create table row (talk text not null, number integer not null, sender text not null, answers text not null, activity text not null, primary key (talk, number))',
    'create table outbox (talk text not null, number integer not null, address text not null, primary key (talk, number))',
    'create table ledger (talk text not null, activity text not null, primary key (talk, activity))',
    'create table desk_case (number text primary key, talk text not null, closed integer not null, content text not null)',
    'create table secret (name text primary key, bytes blob not null)',
    'create index talk_by_time on talk (at)',
  ],
  [
    'alter table desk_case add column closed_at text',
    { sqlite: "update desk_case set closed_at = coalesce(json_extract(content, '$.closedAt'), '') where closed = 1" },
    'alter table desk_case drop column closed',
    'create index desk_case_by_talk on desk_case (talk)',
    'create table lease (name text primary key, holder text not null, until text not null)',
  ],
  [
    "alter table outbox add column state text not null default 'waiting'",
    'alter table outbox add column attempts integer not null default 0',
    "alter table outbox add column at text not null default ''",
    "alter table outbox add column due text not null default ''",
    "alter table outbox add column holder text not null default ''",
    { sqlite: "update outbox set at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') where at = ''" },
    'create index outbox_by_due on outbox (state, due)',
  ],
  [
    // When it came. What is older than this column has no time, and counts as old where that loses nothing.
    "alter table ledger add column at text not null default ''",
    'create index ledger_by_time on ledger (at)',
    'create table audit (id text primary key, at text not null, who text not null, what text not null, which text not null)',
    'create index audit_by_time on audit (at)',
  ],
  [
    'alter table talk add column channel text',
    'alter table talk add column unsolved integer not null default 0',
    'create index talk_unsolved on talk (at) where unsolved = 1',
    'alter table desk_case add column written integer not null default 0',
    'alter table desk_case add column live integer not null default 1',
    "alter table desk_case add column state text not null default 'new'",
    "alter table desk_case add column handover text not null default 'bot'",
    'alter table desk_case add column priority integer not null default 2',
    "alter table desk_case add column deadline text not null default '9999'",
    "alter table desk_case add column opened_at text not null default ''",
    "alter table desk_case add column updated_at text not null default ''",
    'create table case_term (number text not null, term blob not null, primary key (number, term))',
    'create index case_term_by_term on case_term (term, number)',
    'create index desk_case_by_priority on desk_case (live, priority, opened_at, number)',
    'create index desk_case_by_deadline on desk_case (live, deadline, number)',
    'create index desk_case_by_age on desk_case (live, opened_at, number)',
    'create index desk_case_by_change on desk_case (live, updated_at, number)',
    "create index desk_case_handed on desk_case (updated_at) where handover <> 'bot'",
    'create table case_link (hash text primary key, talk text not null, number text not null, until text not null, used integer not null)',
    'create table letter (id text primary key, talk text not null, learned text not null, at text not null)',
    'create table outgoing (id text primary key, target text not null, number text not null, version integer not null, body text not null, due text not null, tries integer not null)',
    'create table banner (about text primary key, since text not null)',
    'create index outgoing_by_case on outgoing (target, number, version)',
    'create index outgoing_by_due on outgoing (due)',
  ],
  [
    'create table staff_session (hash text primary key, member text not null, name text not null, role text not null, begun_at text not null, seen_at text not null)',
    'create table staff_member (id text primary key, name text not null, role text not null, at text not null)',
    'create table staff_view (member text not null, name text not null, search text not null, primary key (member, name))',
    'create table staff_here (number text not null, member text not null, name text not null, at text not null, primary key (number, member))',
    'create table not_understood (talk text not null, number integer not null, at text not null, language text not null, ask text, primary key (talk, number))',
    'create index not_understood_by_time on not_understood (at)',
    'create index desk_case_by_opening on desk_case (opened_at)',
  ],
  [
    // While an instance of the former release still runs it leaves the owner as it was; the next change sets it.
    "alter table desk_case add column owner text not null default '-'",
    convertCases,
    {
      sqlite: "update desk_case set owner = coalesce(json_extract(content, '$.owner.id'), '-')",
      postgres: "update desk_case set owner = coalesce(content::jsonb -> 'owner' ->> 'id', '-')",
    },
    'create index desk_case_by_owner on desk_case (live, owner, priority, opened_at, number)',
    'create index desk_case_by_state on desk_case (live, state, priority, opened_at, number)',
    // What became of what was done: "done", or why not.
    "alter table audit add column result text not null default 'done'",
    "update audit set result = 'stale', what = replace(what, ': stale', '') where what like '%: stale'",
    "update audit set result = 'refused', what = replace(what, ': refused', '') where what like '%: refused'",
  ],
  [
    'create table told (talk text primary key, at text not null, counts text not null, code text, host text, waited integer)',
    'create index told_by_time on told (at)',
    'create index told_by_wait on told (waited, at) where waited is not null',
    'create table told_count (day text not null, what text not null, many integer not null, primary key (day, what))',
  ],
  [{ sqlite: withRowIds('talk') }, { sqlite: withRowIds('row') }, { sqlite: withRowIds('desk_case') }],
];
