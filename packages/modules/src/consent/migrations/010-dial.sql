-- The dial: what a person chose of being recognised, by identifier and channel. It only grows; the latest act holds.
create table consent.dial_acts (
  act     uuid        not null,
  fp      uuid        not null,
  kind    text        not null,
  channel text        not null,
  level   text        not null check (level in ('never', 'asked', 'visit', 'today', 'always')),
  kinds   text[],
  at      timestamptz not null,
  until   timestamptz check ((level = 'today') = (until is not null)),
  one_place text      collate "C" check (one_place is null or level = 'visit'),
  said_in text        not null,
  place   text        collate "C",
  by_kind text        not null check (by_kind in ('person', 'staff', 'system')),
  by_id   text        not null,
  primary key (fp, channel, at, act)
);
create index dial_acts_by_act on consent.dial_acts (act);
comment on table consent.dial_acts is 'keep: while the person is known, a never for ever; erase: all but the latest never of an identifier, a keyed hash; export: all';
comment on column consent.dial_acts.act is 'none: the act; one act is as many rows as it names identifiers and channels';
comment on column consent.dial_acts.fp is 'identifier: keyed fingerprint of the identifier';
comment on column consent.dial_acts.kind is 'none: kind of the identifier';
comment on column consent.dial_acts.channel is 'none: where it holds';
comment on column consent.dial_acts.level is 'personal: when the person wants to be recognised there';
comment on column consent.dial_acts.kinds is 'personal: by what; none: by anything';
comment on column consent.dial_acts.at is 'personal: when it was said';
comment on column consent.dial_acts.until is 'none: midnight where it was said';
comment on column consent.dial_acts.one_place is 'personal: code of the one location where it holds; none: everywhere';
comment on column consent.dial_acts.said_in is 'personal: the channel in which it was said';
comment on column consent.dial_acts.place is 'personal: code of the location where it was said';
comment on column consent.dial_acts.by_kind is 'none: who set it';
comment on column consent.dial_acts.by_id is 'identifier: the colleague or the source that set it; a person''s own session';

-- How long a visit has lasted: recognised events move its end.
create table consent.dial_visits (
  act      uuid        not null,
  channel  text        not null,
  last_at  timestamptz not null,
  ended_at timestamptz,
  primary key (act, channel)
) with (fillfactor = 80);
comment on table consent.dial_visits is 'keep: while the person is known; erase: all of the person; export: no (the acts are exported)';
comment on column consent.dial_visits.act is 'none: the act that began it';
comment on column consent.dial_visits.channel is 'none: where';
comment on column consent.dial_visits.last_at is 'personal: the last that happened in it';
comment on column consent.dial_visits.ended_at is 'personal: when the person signed out';

-- Channels in which anybody ever chose less than always: the others cost no question.
create table consent.dial_channels (
  channel text        not null primary key,
  since   timestamptz not null
);
comment on table consent.dial_channels is 'keep: for ever; erase: nothing personal; export: no';
comment on column consent.dial_channels.channel is 'none: channel';
comment on column consent.dial_channels.since is 'none: when the first person chose so';

create trigger dial_acts_stay before update on consent.dial_acts for each row execute function consent.keep();
create trigger dial_acts_stay_whole before truncate on consent.dial_acts for each statement execute function consent.keep();
