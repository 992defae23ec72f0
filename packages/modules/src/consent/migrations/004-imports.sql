-- Permissions taken over from other systems, file by file.
create table consent.imports (
  id uuid not null primary key,
  name text not null,
  reader text not null check (reader in ('csv', 'jsonl', 'parquet')),
  state text not null check (state in ('running', 'done', 'failed')),
  started_at timestamptz not null,
  started_by text not null,
  updated_at timestamptz not null,
  seen jsonb not null,
  place jsonb not null,
  rows_read integer not null default 0,
  taken integer not null default 0,
  refused integer not null default 0,
  code text
);
comment on table consent.imports is 'keep: for ever; erase: nothing personal; export: no';
comment on column consent.imports.id is 'none: id; the file lies in the home by this name until it is read';
comment on column consent.imports.name is 'none: name of the file';
comment on column consent.imports.reader is 'none: kind of file';
comment on column consent.imports.state is 'none: how far it is';
comment on column consent.imports.started_at is 'none: when';
comment on column consent.imports.started_by is 'identifier: the colleague who started it';
comment on column consent.imports.updated_at is 'none: when the last portion was committed';
comment on column consent.imports.seen is 'none: how the file is read, with the names of its columns';
comment on column consent.imports.place is 'none: from where reading goes on';
comment on column consent.imports.rows_read is 'none: rows read';
comment on column consent.imports.taken is 'none: entries that were new';
comment on column consent.imports.refused is 'none: rows refused';
comment on column consent.imports.code is 'none: why it failed';

create table consent.import_refusals (
  import_id uuid not null references consent.imports (id),
  line integer not null,
  code text not null,
  missing text[] not null,
  primary key (import_id, line)
);
comment on table consent.import_refusals is 'keep: for ever; erase: nothing personal; export: no';
comment on column consent.import_refusals.import_id is 'none: the import';
comment on column consent.import_refusals.line is 'none: line of the file';
comment on column consent.import_refusals.code is 'none: why';
comment on column consent.import_refusals.missing is 'none: names of what is missing or wrong';
