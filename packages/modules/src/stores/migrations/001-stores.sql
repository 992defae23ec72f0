create schema stores;

-- How a place promises what it has, and what its parts are called.
create table stores.settings (
  location_id uuid primary key references company.locations (id),
  margin integer not null check (margin between 0 and 10000),
  hold_minutes integer not null check (hold_minutes between 1 and 1440),
  stale_minutes integer not null check (stale_minutes between 5 and 525600),
  zones jsonb not null check (jsonb_typeof(zones) = 'array'),
  version integer not null,
  changed_at timestamptz not null,
  changed_by text not null
);
comment on table stores.settings is 'keep: for ever; erase: nothing personal; export: no';
comment on column stores.settings.location_id is 'none: the location';
comment on column stores.settings.margin is 'none: pieces of each product that are promised to nobody';
comment on column stores.settings.hold_minutes is 'none: how long something is held for somebody';
comment on column stores.settings.stale_minutes is 'none: a count older than this says nothing';
comment on column stores.settings.zones is 'none: codes and names of its parts, in order';
comment on column stores.settings.version is 'none: grows with each save, so that nobody overwrites unseen';
comment on column stores.settings.changed_at is 'none: when last saved';
comment on column stores.settings.changed_by is 'identifier: the colleague who saved last';

-- How many there are, as last counted. A figure may come before the goods are described: the id is a hash of the sku. Of two
-- words about one the later holds, of one moment that with the greater hash, so that every order of telling gives the same.
create table stores.figures (
  variant_id uuid not null,
  location_id uuid not null references company.locations (id),
  sku text collate "C" not null check (length(sku) between 1 and 100),
  on_hand integer not null,
  counted_at timestamptz not null,
  zones jsonb not null,
  source_id smallint not null,
  input uuid not null,
  primary key (variant_id, location_id)
) with (fillfactor = 80);
create index figures_by_location on stores.figures (location_id, variant_id);
comment on table stores.figures is 'keep: until counted anew; erase: nothing personal; export: no';
comment on column stores.figures.variant_id is 'none: hash of the sku';
comment on column stores.figures.location_id is 'none: where it is';
comment on column stores.figures.sku is 'none: what the retailer calls it';
comment on column stores.figures.on_hand is 'none: pieces there; below nothing: the till sold what nobody had counted';
comment on column stores.figures.counted_at is 'none: when it was so';
comment on column stores.figures.zones is 'none: in which parts of the place, on which shelf, how many';
comment on column stores.figures.source_id is 'none: the source that said so';
comment on column stores.figures.input is 'none: hash of what was said, which decides between two of one moment';

-- A source told all that a place has from this moment on: of what it last counted before, there is nothing.
create table stores.wholes (
  source_id smallint not null,
  location_id uuid not null references company.locations (id),
  said_at timestamptz not null,
  primary key (source_id, location_id)
);
comment on table stores.wholes is 'keep: for ever; erase: nothing personal; export: no';
comment on column stores.wholes.source_id is 'none: the source';
comment on column stores.wholes.location_id is 'none: the location';
comment on column stores.wholes.said_at is 'none: from when on it told of all that is there';

-- Who may prolong or end a hold: the ledger has what became of it.
create table stores.holds (
  id uuid primary key,
  source_id smallint not null,
  location_id uuid not null references company.locations (id),
  variant_id uuid not null,
  quantity integer not null check (quantity >= 1),
  made_at timestamptz not null
);
create index holds_by_location on stores.holds (location_id, made_at);
comment on table stores.holds is 'keep: for ever, as the transfer of the ledger; erase: nothing personal; export: no';
comment on column stores.holds.id is 'none: id by the client, that of the transfer';
comment on column stores.holds.source_id is 'none: the source that asked';
comment on column stores.holds.location_id is 'none: where it is held';
comment on column stores.holds.variant_id is 'none: what is held';
comment on column stores.holds.quantity is 'none: pieces';
comment on column stores.holds.made_at is 'none: when it was asked for';

-- What holds of each figure, with how the place promises.
create view stores.v_counts as
  select f.variant_id, f.location_id, f.sku, f.source_id,
    case when w.said_at > f.counted_at then 0 else f.on_hand end as on_hand,
    greatest(f.counted_at, w.said_at) as counted_at,
    case when w.said_at > f.counted_at then '[]'::jsonb else f.zones end as zones
  from stores.figures f left join stores.wholes w on w.source_id = f.source_id and w.location_id = f.location_id;
