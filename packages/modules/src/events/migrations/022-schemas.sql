-- What the events of a source must hold, by type and name. A version is never changed: a new one takes its place.
create table events.schemas (
  source_id  smallint    not null references events.sources (id),
  type       text        not null check (type in ('track', 'page', 'screen', 'identify', 'group')),
  name       text        collate "C" not null,
  version    integer     not null,
  action     text        not null check (action in ('accept', 'park', 'drop')),
  schema     jsonb       not null,
  created_at timestamptz not null,
  created_by text        not null,
  ended_at   timestamptz,
  primary key (source_id, type, name, version)
);
create unique index schemas_in_force on events.schemas (source_id, type, name) where ended_at is null;
comment on table events.schemas is 'keep: for ever; erase: nothing personal; export: no';
comment on column events.schemas.source_id is 'none: the source whose events it is about';
comment on column events.schemas.type is 'none: track, page, screen, identify or group';
comment on column events.schemas.name is 'none: event name; empty for identify and group';
comment on column events.schemas.version is 'none: 1, 2, 3 …';
comment on column events.schemas.action is 'none: what becomes of an event that breaks it';
comment on column events.schemas.schema is 'none: the part of JSON Schema that we take';
comment on column events.schemas.created_at is 'none: since when it has been in force';
comment on column events.schemas.created_by is 'identifier: the colleague who put it in force';
comment on column events.schemas.ended_at is 'none: until when; none while it is in force';

create table events.schema_breaks (
  source_id smallint not null,
  type      text     not null,
  name      text     collate "C" not null,
  version   integer  not null,
  outcome   text     not null check (outcome in ('accepted', 'parked', 'dropped')),
  day       date     not null,
  lane      smallint not null,
  count     bigint   not null,
  primary key (source_id, type, name, version, outcome, day, lane)
);
comment on table events.schema_breaks is 'keep: 400 days; erase: nothing personal; export: no';
comment on column events.schema_breaks.source_id is 'none: source';
comment on column events.schema_breaks.type is 'none: type of the events';
comment on column events.schema_breaks.name is 'none: event name';
comment on column events.schema_breaks.version is 'none: version of the schema they broke';
comment on column events.schema_breaks.outcome is 'none: what became of them';
comment on column events.schema_breaks.day is 'none: day of receipt, UTC';
comment on column events.schema_breaks.lane is 'none: so that commits at the same time do not wait for one another';
comment on column events.schema_breaks.count is 'none: how many';
create index parked_by_cause on events.parked (source_id, code, name) where replayed_at is null;
