create schema profiles;

-- What a stream told about its person: the last word of each trust. Streams of a device without login keep every word,
-- since a sign-in that arrives late may part them between two people; `slot` and `slot_key` tell the words apart.
create table profiles.facts (
  subject   uuid        not null,
  name      text        collate "C" not null,
  trust     smallint    not null,
  slot      timestamptz not null,
  slot_key  uuid        not null,
  value     jsonb       not null,
  at        timestamptz not null,
  key       uuid        not null,
  source_id smallint    not null,
  rule      smallint    not null default 1,
  primary key (subject, name, trust, slot, slot_key)
) with (fillfactor = 85);
comment on table profiles.facts is 'keep: as long as the person; erase: by subject; export: whole, with origin';
comment on column profiles.facts.subject is 'identifier: keyed fingerprint of the stream that told it';
comment on column profiles.facts.name is 'none: what the fact is called';
comment on column profiles.facts.trust is 'none: 0 inferred, 1 stated, 2 proven, 3 staff, 4 the person';
comment on column profiles.facts.slot is 'none: -infinity, or the event time for a device without login';
comment on column profiles.facts.slot_key is 'none: zero, or the event, for a device without login';
comment on column profiles.facts.value is 'personal: the value';
comment on column profiles.facts.at is 'none: event time';
comment on column profiles.facts.key is 'none: the event it came from';
comment on column profiles.facts.source_id is 'none: source';
comment on column profiles.facts.rule is 'none: version of the rule that derived it';

create extension if not exists pg_trgm;
-- Search by name: the few facts that name a person.
create index facts_names on profiles.facts using gin (lower(value #>> '{}') public.gin_trgm_ops)
  where name in ('name', 'firstName', 'lastName', 'first_name', 'last_name');
