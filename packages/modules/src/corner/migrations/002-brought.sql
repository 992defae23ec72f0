-- What a customer brought from other shops in a file. It hangs on the identifier that was proven, as the session does.
create table corner.brought (
  id uuid primary key,
  fp uuid not null,
  thing_key text collate "C" not null check (length(thing_key) <= 300),
  shop text,
  thing jsonb not null check (pg_column_size(thing) < 8192),
  brought_at timestamptz not null,
  unique (fp, thing_key)
);
create index brought_past on corner.brought (brought_at);
comment on table corner.brought is 'keep: a year after it was brought, or until taken away; erase: all of the identifier; export: everything';
comment on column corner.brought.id is 'none: id of the line';
comment on column corner.brought.fp is 'identifier: keyed fingerprint of the identifier that was proven';
comment on column corner.brought.thing_key is 'personal: which product it is, so that it stands once';
comment on column corner.brought.shop is 'personal: where it was looked at, if the file says so';
comment on column corner.brought.thing is 'personal: what was looked at, as the file says';
comment on column corner.brought.brought_at is 'personal: when it was brought';
