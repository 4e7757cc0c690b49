/** A statement for both engines, or for the one that has older databases to bring along. */
type Statement = string | { readonly sqlite: string };

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
];
