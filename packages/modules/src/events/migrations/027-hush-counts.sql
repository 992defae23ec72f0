-- How many events were kept without their person, by the day of their receipt: counted with them, in one transaction.
create table events.hush_counts (
  day     date     not null,
  channel smallint not null,
  lane    smallint not null,
  count   bigint   not null,
  primary key (day, channel, lane)
);
comment on table events.hush_counts is 'keep: for ever; erase: nothing personal; export: no';
comment on column events.hush_counts.day is 'none: day of receipt, UTC';
comment on column events.hush_counts.channel is 'none: place in the list of channels';
comment on column events.hush_counts.lane is 'none: so that commits at the same time do not wait for one another';
comment on column events.hush_counts.count is 'none: how many';
