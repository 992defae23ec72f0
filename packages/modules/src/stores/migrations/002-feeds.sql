-- Files in which systems tell of goods: each feed is a source of its own, so that what one leaves out is no matter of another.
create table stores.feeds (
  id uuid primary key,
  source_id smallint not null unique,
  name text not null check (name <> ''),
  language text not null check (language in ('en', 'sv', 'da')),
  entity_id uuid not null references company.entities (id),
  currency text check (currency ~ '^[A-Z]{3}$'),
  tax_basis_points integer check (tax_basis_points between 0 and 10000),
  location_id uuid references company.locations (id),
  kind text not null check (kind in ('file', 'shopify', 'medusa', 'vendure')),
  secret bytea,
  places jsonb not null,
  made_at timestamptz not null,
  made_by text not null,
  check ((kind = 'file') = (secret is null))
);
create unique index feeds_by_name on stores.feeds (lower(name));
comment on table stores.feeds is 'keep: for ever; erase: nothing personal; export: no';
comment on column stores.feeds.id is 'none: id of the feed';
comment on column stores.feeds.source_id is 'none: the source that it is';
comment on column stores.feeds.name is 'none: what staff call it';
comment on column stores.feeds.language is 'none: of words whose column names none';
comment on column stores.feeds.entity_id is 'none: whose prices these are';
comment on column stores.feeds.currency is 'none: of prices that name none; none: that of the entity';
comment on column stores.feeds.tax_basis_points is 'none: tax in its prices, in hundredths of a percent';
comment on column stores.feeds.location_id is 'none: where stock lies whose row names no location';
comment on column stores.feeds.kind is 'none: files, or the shop whose webhooks it hears';
comment on column stores.feeds.secret is 'none: sealed, what its webhooks are signed with';
comment on column stores.feeds.places is 'none: which of our locations each of the shop''s is';
comment on column stores.feeds.made_at is 'none: when it was made';
comment on column stores.feeds.made_by is 'identifier: the colleague who made it';

create table stores.feed_runs (
  id uuid primary key,
  feed_id uuid not null references stores.feeds (id),
  state text not null check (state in ('running', 'asks', 'done', 'failed')),
  said_at timestamptz not null,
  whole boolean not null,
  seen jsonb not null,
  place jsonb not null,
  share real not null default 0 check (share between 0 and 1),
  rows_read integer not null default 0,
  taken integer not null default 0,
  refused integer not null default 0,
  retires integer,
  code text,
  line integer,
  started_at timestamptz not null,
  started_by text not null,
  updated_at timestamptz not null,
  check ((state = 'failed') = (code is not null))
);
create index feed_runs_of on stores.feed_runs (feed_id, id desc);
-- One file of a feed at a time.
create unique index feed_runs_running on stores.feed_runs (feed_id) where state = 'running';
comment on table stores.feed_runs is 'keep: for ever; erase: nothing personal; export: no';
comment on column stores.feed_runs.id is 'none: id of the run, name of its file';
comment on column stores.feed_runs.feed_id is 'none: the feed';
comment on column stores.feed_runs.state is 'none: running, asks, done or failed';
comment on column stores.feed_runs.said_at is 'none: when it was as the file says';
comment on column stores.feed_runs.whole is 'none: the file names all that the feed sells';
comment on column stores.feed_runs.seen is 'none: how the file is read';
comment on column stores.feed_runs.place is 'none: where reading goes on';
comment on column stores.feed_runs.share is 'none: of the file that is read';
comment on column stores.feed_runs.rows_read is 'none: rows read';
comment on column stores.feed_runs.taken is 'none: rows taken in';
comment on column stores.feed_runs.refused is 'none: rows refused';
comment on column stores.feed_runs.retires is 'none: articles that a whole file leaves out';
comment on column stores.feed_runs.code is 'none: why it failed';
comment on column stores.feed_runs.line is 'none: the line at which it failed';
comment on column stores.feed_runs.started_at is 'none: when the file had come';
comment on column stores.feed_runs.started_by is 'identifier: the colleague who sent it';
comment on column stores.feed_runs.updated_at is 'none: when it last got on';

create table stores.feed_refusals (
  run_id uuid not null references stores.feed_runs (id),
  line integer not null,
  code text not null,
  detail text,
  primary key (run_id, line)
);
comment on table stores.feed_refusals is 'keep: as long as the run; erase: nothing personal; export: no';
comment on column stores.feed_refusals.run_id is 'none: the run';
comment on column stores.feed_refusals.line is 'none: line of the file';
comment on column stores.feed_refusals.code is 'none: why it was refused';
comment on column stores.feed_refusals.detail is 'none: which field, and what is wrong with it';

-- What webhooks of a feed were heard: a row a feed.
create table stores.feed_hearings (
  feed_id uuid primary key references stores.feeds (id),
  heard integer not null,
  refused integer not null,
  last_at timestamptz not null,
  last_code text
);
comment on table stores.feed_hearings is 'keep: as long as the feed; erase: nothing personal; export: no';
comment on column stores.feed_hearings.feed_id is 'none: the feed';
comment on column stores.feed_hearings.heard is 'none: webhooks with a right signature';
comment on column stores.feed_hearings.refused is 'none: statements in them that were refused';
comment on column stores.feed_hearings.last_at is 'none: when the last one came';
comment on column stores.feed_hearings.last_code is 'none: why something of the last one was refused';

-- Some shops count stock by an id of their own, which the product names: whichever comes first waits for the other.
create table stores.feed_items (
  feed_id uuid not null references stores.feeds (id),
  item text collate "C" not null check (length(item) between 1 and 100),
  sku text collate "C",
  named_at timestamptz,
  primary key (feed_id, item)
);
comment on table stores.feed_items is 'keep: as long as the feed; erase: nothing personal; export: no';
comment on column stores.feed_items.feed_id is 'none: the feed';
comment on column stores.feed_items.item is 'none: what the shop counts stock by';
comment on column stores.feed_items.sku is 'none: what it is, as its product last named it; none: nobody did yet';
comment on column stores.feed_items.named_at is 'none: when the product said so';
create table stores.feed_levels (
  feed_id uuid not null references stores.feeds (id),
  item text collate "C" not null,
  location_id uuid not null references company.locations (id),
  on_hand integer not null,
  counted_at timestamptz not null,
  primary key (feed_id, item, location_id)
);
comment on table stores.feed_levels is 'keep: as long as the feed; erase: nothing personal; export: no';
comment on column stores.feed_levels.feed_id is 'none: the feed';
comment on column stores.feed_levels.item is 'none: what the shop counts stock by';
comment on column stores.feed_levels.location_id is 'none: where';
comment on column stores.feed_levels.on_hand is 'none: pieces that can be had there';
comment on column stores.feed_levels.counted_at is 'none: when it was so';
