-- What a person wants to hear about, when and how often, by identifier. It only grows; of an identifier the latest of a name
-- and item holds, and one that sets nothing takes it back.
create table consent.wish_acts (
  act         uuid        not null,
  fp          uuid        not null,
  kind        text        not null,
  name        text        not null check (name in ('hours', 'pause', 'most', 'topic', 'word')),
  item        text        collate "C" not null,
  from_minute smallint    check (from_minute between 0 and 1439),
  to_minute   smallint    check (to_minute between 0 and 1439 and to_minute <> from_minute),
  days        smallint[]  check (days <@ array[1, 2, 3, 4, 5, 6, 7]::smallint[] and cardinality(days) between 1 and 7),
  zone        text,
  until       timestamptz,
  times       integer     check (times between 1 and 100),
  per         text        check (per in ('week', 'month')),
  stance      text        check (stance in ('chosen', 'declined')),
  at          timestamptz not null,
  by_kind     text        not null check (by_kind in ('person', 'staff', 'system')),
  by_id       text        not null,
  said_by     uuid,
  primary key (fp, name, item, act),
  check (num_nonnulls(from_minute, to_minute, days, zone) in (0, 4)),
  check (num_nonnulls(times, per) in (0, 2)),
  check (name = 'hours' or from_minute is null),
  check (name = 'pause' or until is null),
  check (name = 'most' or times is null),
  check (name in ('topic', 'word') or stance is null),
  check (name in ('hours', 'pause') = (item = '') or name = 'most'),
  check (length(item) <= 41)
);
comment on table consent.wish_acts is 'keep: while the person is known; erase: all of the person; export: all';
comment on column consent.wish_acts.act is 'none: the act; said again it changes nothing';
comment on column consent.wish_acts.fp is 'identifier: keyed fingerprint of the identifier';
comment on column consent.wish_acts.kind is 'none: kind of the identifier';
comment on column consent.wish_acts.name is 'none: what it is about';
comment on column consent.wish_acts.item is 'personal: the channel, topic or word of one''s own; empty: all';
comment on column consent.wish_acts.from_minute is 'personal: quiet from this minute of the day';
comment on column consent.wish_acts.to_minute is 'personal: quiet to this minute of the day, or of the next';
comment on column consent.wish_acts.days is 'personal: days on which quiet begins, 1 Monday to 7 Sunday';
comment on column consent.wish_acts.zone is 'personal: whose clock the hours go by';
comment on column consent.wish_acts.until is 'personal: when the pause is over';
comment on column consent.wish_acts.times is 'personal: the most messages';
comment on column consent.wish_acts.per is 'personal: in seven days, or in thirty';
comment on column consent.wish_acts.stance is 'personal: wants to hear of it, or not';
comment on column consent.wish_acts.at is 'personal: when it was said';
comment on column consent.wish_acts.by_kind is 'none: who set it';
comment on column consent.wish_acts.by_id is 'identifier: the colleague or the source that set it; a person''s own session';
comment on column consent.wish_acts.said_by is 'identifier: keyed fingerprint of what the person had signed in with; none: said of the identifiers themselves';
create trigger wish_acts_stay before update on consent.wish_acts for each row execute function consent.keep();
create trigger wish_acts_stay_whole before truncate on consent.wish_acts for each statement execute function consent.keep();

-- Messages that were allowed and are sent, so that "often enough" can be counted: one is as many rows as it reaches identifiers.
create table consent.contacts (
  id      uuid        not null,
  fp      uuid        not null,
  channel text        not null,
  at      timestamptz not null,
  primary key (fp, at, id)
);
create index contacts_by_time on consent.contacts (at);
comment on table consent.contacts is 'keep: 31 days; erase: all of the person; export: all';
comment on column consent.contacts.id is 'none: the message';
comment on column consent.contacts.fp is 'identifier: keyed fingerprint of the identifier that was reached';
comment on column consent.contacts.channel is 'personal: where';
comment on column consent.contacts.at is 'personal: when it was allowed';

-- What customers can choose or decline, as the retailer names it.
create table consent.topics (
  code     text collate "C" not null primary key check (code ~ '^[a-z][a-z0-9_]{1,40}$'),
  en       text not null check (en <> ''),
  sv       text not null check (sv <> ''),
  da       text not null check (da <> ''),
  open     boolean not null,
  made_at  timestamptz not null,
  saved_by text not null
);
comment on table consent.topics is 'keep: for ever, wishes name them; erase: nothing personal; export: no';
comment on column consent.topics.code is 'none: short name; never changes';
comment on column consent.topics.en is 'none: in English';
comment on column consent.topics.sv is 'none: in Swedish';
comment on column consent.topics.da is 'none: in Danish';
comment on column consent.topics.open is 'none: customers are asked about it';
comment on column consent.topics.made_at is 'none: when entered';
comment on column consent.topics.saved_by is 'identifier: the colleague who named it last';
