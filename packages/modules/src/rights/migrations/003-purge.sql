-- Rows that were erased leave their bytes in the files of PostgreSQL until these are written anew.

-- Tables (each month of a table apart) with something of people in them: when an erasure changed them, when they were written anew.
create table rights.files (
  name         text primary key,
  touched_at   timestamptz,
  rewritten_at timestamptz,
  changes      bigint not null default 0
);
comment on table rights.files is 'keep: for ever, one row a table; erase: nothing personal; export: no';
comment on column rights.files.name is 'none: schema and name of the table, or of its month';
comment on column rights.files.touched_at is 'none: when an erasure last changed or removed rows in it';
comment on column rights.files.rewritten_at is 'none: when its files were last written anew';
comment on column rights.files.changes is 'none: rows changed, removed or dead by the statistics of then';

-- Rounds in which the files are written anew, for all erasures that ended before.
create table rights.rounds (
  began_at timestamptz primary key,
  ended_at timestamptz,
  waits    text check (waits in ('seen', 'in_use', 'large', 'log')),
  undone   text[] not null default '{}'
);
create index rounds_open on rights.rounds (began_at) where ended_at is null;
comment on table rights.rounds is 'keep: for ever, a few a day at most; erase: nothing personal; export: no';
comment on column rights.rounds.began_at is 'none: when it began; erasures that ended before are in it';
comment on column rights.rounds.ended_at is 'none: when everything was written anew';
comment on column rights.rounds.waits is 'none: why it is not done yet: somebody still sees old rows, a table is in use or large, or the log is not over';
comment on column rights.rounds.undone is 'none: what this program may not do on a PostgreSQL of others: statistics, log, elsewhere';

alter table rights.requests add column files_at timestamptz;
alter table rights.requests add column undone text[] not null default '{}';
create index requests_files on rights.requests (ended_at) where kind = 'erasure' and state = 'done' and files_at is null;
comment on column rights.requests.files_at is 'none: when the files of the database were written anew without what was erased';
comment on column rights.requests.undone is 'none: what of it this program may not do on a PostgreSQL of others';
