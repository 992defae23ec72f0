-- What is left of an event about somebody who does not want to be recognised there: no person, no body, no id, an hour.
create table events.hushed (
  hour         timestamptz not null check (hour = date_trunc('hour', hour)),
  channel      smallint    not null,
  place        text        collate "C",
  name         text        collate "C" not null,
  currency     text,
  amount_minor bigint,
  products     jsonb
);
create index hushed_by_hour on events.hushed (hour);
comment on table events.hushed is 'keep: as long as the log; erase: nothing personal; export: no, it is nobody''s';
comment on column events.hushed.hour is 'none: the hour in which it happened';
comment on column events.hushed.channel is 'none: place in the list of channels';
comment on column events.hushed.place is 'none: code of a location that the company knows; none: none was named';
comment on column events.hushed.name is 'none: a name that we know, or empty';
comment on column events.hushed.currency is 'none: ISO 4217';
comment on column events.hushed.amount_minor is 'none: the amount of the event, in the smallest unit';
comment on column events.hushed.products is 'none: keyed fingerprint of each product''s code, quantity, price in the smallest unit';

-- A retry of the same day is known again, and of no other day: the key is new each day, and the old one is forgotten.
create table events.hush_days (
  day  date not null primary key,
  salt text not null
);
comment on table events.hush_days is 'keep: until the day after; erase: nothing personal; export: no';
comment on column events.hush_days.day is 'none: day of receipt, UTC';
comment on column events.hush_days.salt is 'none: random; with the secret of the installation it makes the key of the day';

create table events.hush_seen (
  day date not null,
  key uuid not null,
  primary key (day, key)
);
comment on table events.hush_seen is 'keep: until the day after; erase: nothing personal; export: no';
comment on column events.hush_seen.day is 'none: day of receipt, UTC';
comment on column events.hush_seen.key is 'none: HMAC of source and message id under the key of the day';
