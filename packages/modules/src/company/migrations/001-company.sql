create schema company;

-- One row: how this installation shows itself, and what it takes for granted.
create table company.settings (
  id smallint primary key check (id = 1),
  name text not null check (name <> ''),
  default_currency text check (default_currency ~ '^[A-Z]{3}$'),
  default_language text not null,
  languages text[] not null check (default_language = any (languages)),
  version integer not null,
  changed_at timestamptz not null,
  changed_by text not null
);
comment on table company.settings is 'keep: for ever; erase: nothing personal; export: no';
comment on column company.settings.id is 'none: always 1';
comment on column company.settings.name is 'none: name shown to staff and customers';
comment on column company.settings.default_currency is 'none: ISO 4217, for amounts that name none; none: such amounts are parked';
comment on column company.settings.default_language is 'none: ISO 639-1, for whoever chose none';
comment on column company.settings.languages is 'none: ISO 639-1, the languages offered to customers, in order';
comment on column company.settings.version is 'none: grows with each save, so that nobody overwrites unseen';
comment on column company.settings.changed_at is 'none: when last saved';
comment on column company.settings.changed_by is 'identifier: the colleague who saved last, or system';
insert into company.settings values (1, 'Sömlös', null, 'en', '{en,sv,da}', 1, now(), 'system');

create table company.logos (
  id smallint primary key check (id = 1),
  media_type text not null check (media_type in ('image/png', 'image/svg+xml', 'image/webp')),
  bytes bytea not null check (octet_length(bytes) between 1 and 524288),
  hash text not null,
  changed_at timestamptz not null,
  changed_by text not null
);
comment on table company.logos is 'keep: until replaced or removed; erase: nothing personal; export: no';
comment on column company.logos.id is 'none: always 1';
comment on column company.logos.media_type is 'none: how it is written';
comment on column company.logos.bytes is 'none: the picture as it was sent';
comment on column company.logos.hash is 'none: SHA-256 of the bytes, in its address';
comment on column company.logos.changed_at is 'none: when it was put there';
comment on column company.logos.changed_by is 'identifier: the colleague who put it there';

create table company.entities (
  id uuid primary key,
  code text collate "C" not null,
  name text not null,
  organisation_number text,
  country text not null check (country ~ '^[A-Z]{2}$'),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  languages text[] not null check (cardinality(languages) > 0),
  time_zone text not null,
  closed_on date,
  version integer not null default 1,
  created_at timestamptz not null,
  created_by text not null,
  changed_at timestamptz not null,
  changed_by text not null
);
create unique index entities_code on company.entities (lower(code));
comment on table company.entities is 'keep: for ever, orders and permissions name them; erase: nothing personal; export: no';
comment on column company.entities.id is 'none: id of the legal entity';
comment on column company.entities.code is 'none: short name in events and files; never changes';
comment on column company.entities.name is 'none: as registered';
comment on column company.entities.organisation_number is 'none: number in the register of companies';
comment on column company.entities.country is 'none: ISO 3166-1, two letters';
comment on column company.entities.currency is 'none: ISO 4217, for amounts at its locations that name none';
comment on column company.entities.languages is 'none: ISO 639-1, what its customers are spoken to in, in order';
comment on column company.entities.time_zone is 'none: IANA zone of its calendar online';
comment on column company.entities.closed_on is 'none: its last day; none while it trades';
comment on column company.entities.version is 'none: grows with each save, so that nobody overwrites unseen';
comment on column company.entities.created_at is 'none: when entered';
comment on column company.entities.created_by is 'identifier: the colleague who entered it';
comment on column company.entities.changed_at is 'none: when last saved';
comment on column company.entities.changed_by is 'identifier: the colleague who saved last';

create table company.locations (
  id uuid primary key,
  code text collate "C" not null,
  name text not null,
  kind text not null check (kind in ('store', 'warehouse', 'pickup_point', 'online')),
  entity_id uuid not null references company.entities (id),
  street text,
  postal_code text,
  city text,
  country text not null check (country ~ '^[A-Z]{2}$'),
  time_zone text,
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  phone text,
  opened_on date,
  closed_on date,
  version integer not null default 1,
  created_at timestamptz not null,
  created_by text not null,
  changed_at timestamptz not null,
  changed_by text not null,
  check ((latitude is null) = (longitude is null)),
  check (closed_on >= opened_on)
);
create unique index locations_code on company.locations (lower(code));
create index locations_entity on company.locations (entity_id);
comment on table company.locations is 'keep: for ever, events and orders name them; erase: nothing personal; export: no';
comment on column company.locations.id is 'none: id of the location';
comment on column company.locations.code is 'none: what events call it in location; never changes';
comment on column company.locations.name is 'none: as customers know it';
comment on column company.locations.kind is 'none: store, warehouse, pickup_point or online';
comment on column company.locations.entity_id is 'none: the legal entity that sells there; never changes';
comment on column company.locations.street is 'none: street and number';
comment on column company.locations.postal_code is 'none: postal code';
comment on column company.locations.city is 'none: town';
comment on column company.locations.country is 'none: ISO 3166-1, two letters';
comment on column company.locations.time_zone is 'none: IANA zone of its clock; none: as its legal entity';
comment on column company.locations.latitude is 'none: degrees north';
comment on column company.locations.longitude is 'none: degrees east';
comment on column company.locations.phone is 'none: number customers call, E.164';
comment on column company.locations.opened_on is 'none: first day';
comment on column company.locations.closed_on is 'none: last day; none while it goes on';
comment on column company.locations.version is 'none: grows with each save of it or its hours, so that nobody overwrites unseen';
comment on column company.locations.created_at is 'none: when entered';
comment on column company.locations.created_by is 'identifier: the colleague who entered it';
comment on column company.locations.changed_at is 'none: when last saved';
comment on column company.locations.changed_by is 'identifier: the colleague who saved last';

create table company.opening_hours (
  location_id uuid not null references company.locations (id),
  weekday smallint not null check (weekday between 1 and 7),
  opens_minute smallint not null check (opens_minute between 0 and 1439),
  closes_minute smallint not null check (closes_minute > opens_minute and closes_minute <= opens_minute + 1440),
  primary key (location_id, weekday, opens_minute)
);
comment on table company.opening_hours is 'keep: until changed; erase: nothing personal; export: no';
comment on column company.opening_hours.location_id is 'none: the location';
comment on column company.opening_hours.weekday is 'none: 1 Monday to 7 Sunday';
comment on column company.opening_hours.opens_minute is 'none: minute of the day on the clock of the place';
comment on column company.opening_hours.closes_minute is 'none: minute of the day; from 1440 on it is the next day';

create table company.exceptions (
  location_id uuid not null references company.locations (id),
  on_date date not null,
  note text not null,
  opens_minutes smallint[] not null,
  closes_minutes smallint[] not null,
  primary key (location_id, on_date),
  check (cardinality(opens_minutes) = cardinality(closes_minutes))
);
comment on table company.exceptions is 'keep: past ones for ever, the day was so; erase: nothing personal; export: no';
comment on column company.exceptions.location_id is 'none: the location';
comment on column company.exceptions.on_date is 'none: the day that is not like its weekday';
comment on column company.exceptions.note is 'none: why, as customers may read it';
comment on column company.exceptions.opens_minutes is 'none: minutes of the day when it opens; empty: closed all day';
comment on column company.exceptions.closes_minutes is 'none: minutes of the day when it closes, in the same order';

-- One row: grows with each change of the room, so that every process sees within a second that its picture is old.
create table company.revisions (
  id smallint primary key check (id = 1),
  revision bigint not null
);
comment on table company.revisions is 'keep: for ever; erase: nothing personal; export: no';
comment on column company.revisions.id is 'none: always 1';
comment on column company.revisions.revision is 'none: number of the last change';
insert into company.revisions values (1, 1);

-- What events and grants name by its code or id stays what it was: nothing is removed, no code is given to another.
create function company.keep() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception '%.% are closed, never removed', tg_table_schema, tg_table_name using errcode = 'insufficient_privilege';
  end if;
  if new.code <> old.code then
    raise exception 'a code never changes' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger entities_stay before update or delete on company.entities for each row execute function company.keep();
create trigger locations_stay before update or delete on company.locations for each row execute function company.keep();
