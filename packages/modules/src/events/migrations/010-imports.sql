-- Files that people bring: what they are, what their columns mean, how far they are read.
create table events.imports (
  id          uuid        not null primary key,
  name        text        not null,
  seen        jsonb       not null,
  state       text        not null check (state in ('uploaded','mapped','trying','running','paused','done','failed','cancelled')),
  wish        text        check (wish in ('pause','cancel')),
  mapping     jsonb,
  source_id   smallint,
  place       jsonb,
  share       double precision not null default 0,
  rows        bigint      not null default 0,
  events      bigint      not null default 0,
  accepted    bigint      not null default 0,
  duplicates  bigint      not null default 0,
  parked      bigint      not null default 0,
  refused     bigint      not null default 0,
  same_lines  bigint      not null default 0,
  tried       jsonb,
  failure     text,
  lease_owner uuid,
  lease_until timestamptz,
  tries       integer     not null default 0,
  file_kept   boolean     not null default true,
  created_by  text        not null,
  created_at  timestamptz not null,
  started_at  timestamptz,
  finished_at timestamptz
);
create index imports_to_do on events.imports (created_at) where state in ('trying', 'running');
comment on table events.imports is 'keep: for ever, the dry run''s rows 30 days after the end; erase: nothing personal but the dry run''s rows; export: no';
comment on column events.imports.id is 'none: id, and the name of the file on disk';
comment on column events.imports.name is 'none: what staff call the file';
comment on column events.imports.seen is 'none: hash, size, encoding, separator and columns of the file';
comment on column events.imports.state is 'none: where it stands';
comment on column events.imports.wish is 'none: what staff asked of an import that runs';
comment on column events.imports.mapping is 'none: what the columns mean';
comment on column events.imports.source_id is 'none: source of its events, made at the first start';
comment on column events.imports.place is 'none: where reading goes on; everything before it is durable';
comment on column events.imports.share is 'none: 0 to 1 of the way';
comment on column events.imports.rows is 'none: rows read';
comment on column events.imports.events is 'none: events made of them';
comment on column events.imports.accepted is 'none: events that were new';
comment on column events.imports.duplicates is 'none: events taken before';
comment on column events.imports.parked is 'none: events that wait in the parked list';
comment on column events.imports.refused is 'none: rows left out';
comment on column events.imports.same_lines is 'none: rows that repeat another of their group';
comment on column events.imports.tried is 'sensitive: outcome of the dry run with some rows and events';
comment on column events.imports.failure is 'none: code of what ended it';
comment on column events.imports.lease_owner is 'none: the process that works on it';
comment on column events.imports.lease_until is 'none: until when that process need not say that it lives';
comment on column events.imports.tries is 'none: times it was begun since it last got on';
comment on column events.imports.file_kept is 'none: the file is still on disk';
comment on column events.imports.created_by is 'none: id of the colleague';
comment on column events.imports.created_at is 'none: when it was uploaded';
comment on column events.imports.started_at is 'none: when it was first started';
comment on column events.imports.finished_at is 'none: when it ended';

create table events.import_refusals (
  import_id  uuid    not null references events.imports (id),
  line       bigint  not null,
  code       text    not null,
  detail     text,
  row        text    not null,
  primary key (import_id, line)
);
comment on table events.import_refusals is 'keep: 90 days after the end, or until the file is deleted; erase: by identifier in the row; export: whole';
comment on column events.import_refusals.import_id is 'none: the import';
comment on column events.import_refusals.line is 'none: line of the file';
comment on column events.import_refusals.code is 'none: why it was left out';
comment on column events.import_refusals.detail is 'none: column, never a value';
comment on column events.import_refusals.row is 'sensitive: the row as JSON, at most 4 kB';
