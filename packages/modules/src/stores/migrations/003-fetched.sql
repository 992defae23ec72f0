-- Feeds whose file we fetch by its address: a row a feed. Whoever fetches says until when; a crash lets go by itself.
create table stores.feed_fetches (
  feed_id uuid primary key references stores.feeds (id),
  address text not null check (length(address) between 1 and 2000),
  every_minutes integer not null check (every_minutes between 15 and 1440),
  whole boolean not null,
  login bytea,
  next_at timestamptz not null,
  asked_by text,
  owner uuid,
  lease_until timestamptz,
  etag text,
  modified text,
  run_id uuid references stores.feed_runs (id),
  failures integer not null default 0 check (failures >= 0),
  last_at timestamptz,
  last_outcome text check (last_outcome in ('taken', 'same', 'failed')),
  last_code text,
  last_detail text,
  changed_at timestamptz not null,
  changed_by text not null,
  check ((owner is null) = (lease_until is null)),
  check ((last_at is null) = (last_outcome is null)),
  check ((last_outcome is not distinct from 'failed') = (last_code is not null))
);
create index feed_fetches_due on stores.feed_fetches (next_at, feed_id);
comment on table stores.feed_fetches is 'keep: as long as the feed; erase: nothing personal; export: no';
comment on column stores.feed_fetches.feed_id is 'none: the feed';
comment on column stores.feed_fetches.address is 'none: where its file is';
comment on column stores.feed_fetches.every_minutes is 'none: how often it is fetched';
comment on column stores.feed_fetches.whole is 'none: the file names all that the feed sells';
comment on column stores.feed_fetches.login is 'none: sealed, the name and password for the machine of the address';
comment on column stores.feed_fetches.next_at is 'none: when it is fetched next';
comment on column stores.feed_fetches.asked_by is 'identifier: the colleague who asked for it now; none: it is time';
comment on column stores.feed_fetches.owner is 'none: who fetches it now';
comment on column stores.feed_fetches.lease_until is 'none: until when nobody else does';
comment on column stores.feed_fetches.etag is 'none: what the machine called the last file';
comment on column stores.feed_fetches.modified is 'none: when the last file was changed, as the machine says it';
comment on column stores.feed_fetches.run_id is 'none: the run of the last file';
comment on column stores.feed_fetches.failures is 'none: how many times in a row it failed';
comment on column stores.feed_fetches.last_at is 'none: when it was last fetched';
comment on column stores.feed_fetches.last_outcome is 'none: taken, same (nothing new) or failed';
comment on column stores.feed_fetches.last_code is 'none: why it failed';
comment on column stores.feed_fetches.last_detail is 'none: what was answered, a number or a code';
comment on column stores.feed_fetches.changed_at is 'none: when its settings were last changed';
comment on column stores.feed_fetches.changed_by is 'identifier: the colleague who changed them';
