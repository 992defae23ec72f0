-- Where people were recognised: a line a stream, channel, place and visit. By stream, so that it goes home with its lane.
create table consent.seen (
  subject  uuid        not null,
  channel  text        not null,
  began_at timestamptz not null,
  key      uuid        not null,
  last_at  timestamptz not null,
  place    text        not null,
  by_kind  text        not null,
  sign_in  boolean     not null,
  function text,
  primary key (subject, began_at, key)
);
create index seen_last on consent.seen (subject, channel, place, last_at desc);
create index seen_by_age on consent.seen (last_at);
comment on table consent.seen is 'keep: 3 years; erase: all of the person; export: all';
comment on column consent.seen.subject is 'identifier: keyed fingerprint of the stream';
comment on column consent.seen.channel is 'personal: where';
comment on column consent.seen.began_at is 'personal: when the visit began';
comment on column consent.seen.key is 'none: the event that it began with';
comment on column consent.seen.last_at is 'personal: the last that happened in it';
comment on column consent.seen.place is 'personal: the location, or empty';
comment on column consent.seen.by_kind is 'personal: by what kind of identifier';
comment on column consent.seen.sign_in is 'personal: the person signed in';
comment on column consent.seen.function is 'personal: what the colleague is who was there, as the event says it';

-- How many events were recognised, by day of receipt and channel. Counted once; what is learned later changes nothing.
create table consent.recognition (
  day        date   not null,
  channel    text   not null,
  recognised bigint not null,
  unknown    bigint not null,
  primary key (day, channel)
);
comment on table consent.recognition is 'keep: for ever; erase: nothing personal; export: no';
comment on column consent.recognition.day is 'none: day of receipt, UTC';
comment on column consent.recognition.channel is 'none: channel';
comment on column consent.recognition.recognised is 'none: events whose person was known by a name, a card or an address when they were counted';
comment on column consent.recognition.unknown is 'none: all others';

create table consent.seen_place (
  id     smallint not null primary key check (id = 1),
  tx     text     not null,
  number bigint   not null
);
comment on table consent.seen_place is 'keep: for ever; erase: nothing personal; export: no';
comment on column consent.seen_place.id is 'none: always 1';
comment on column consent.seen_place.tx is 'none: transaction of the last flush that was counted';
comment on column consent.seen_place.number is 'none: number of the last flush that was counted';

-- Who has to say why a person is opened, and what the person sees of who looked. One row.
create table consent.look_rules (
  id           smallint not null primary key check (id = 1),
  reason_roles text[]   not null,
  show_names   boolean  not null
);
comment on table consent.look_rules is 'keep: for ever; erase: nothing personal; export: no';
comment on column consent.look_rules.id is 'none: always 1';
comment on column consent.look_rules.reason_roles is 'none: roles that say once a day why they open a person';
comment on column consent.look_rules.show_names is 'none: whether people see the name of the colleague';
