-- REC-13: the two figures of each day, as they were last counted on it; nothing of a day is made up afterwards.
create table consent.headlines (
  question     text    collate "C" not null,
  day          date    not null,
  known        integer not null,
  recognisable integer not null,
  reachable    integer not null,
  channels     jsonb   not null,
  primary key (question, day)
);
comment on table consent.headlines is 'keep: for ever; erase: nothing personal; export: no';
comment on column consent.headlines.question is 'none: all, or the legal entities that the asker reaches';
comment on column consent.headlines.day is 'none: day, UTC';
comment on column consent.headlines.known is 'none: customers';
comment on column consent.headlines.recognisable is 'none: customers recognised in two channels or more within a year';
comment on column consent.headlines.reachable is 'none: customers who may be written to or called';
comment on column consent.headlines.channels is 'none: both by channel';
-- Figures that were counted before hold no recognition.
update consent.reach_counts set as_of = null, took_ms = null, found = null;
comment on table consent.reach_counts is 'keep: 30 days after somebody last asked, all of it for ever; erase: nothing personal; export: no';
