-- One row: grows with every change of what is asked of sources, so that every process sees within a second that its picture
-- is old.
create table events.revision (
  id     smallint not null primary key check (id = 1),
  number bigint   not null
);
comment on table events.revision is 'keep: for ever; erase: nothing personal; export: no';
comment on column events.revision.id is 'none: always 1';
comment on column events.revision.number is 'none: number of the last change';
insert into events.revision values (1, 1);

-- When each source last sent something and how much of late, counted from the log by checkpoint: no look into the log.
create table events.source_lives (
  source_id smallint    not null primary key,
  last_at   timestamptz not null
);
comment on table events.source_lives is 'keep: for ever; erase: nothing personal; export: no';
comment on column events.source_lives.source_id is 'none: source';
comment on column events.source_lives.last_at is 'none: when its newest event was received';

create table events.source_slots (
  source_id smallint    not null,
  slot      timestamptz not null,
  count     integer     not null,
  primary key (source_id, slot)
);
comment on table events.source_slots is 'keep: 2 days; erase: nothing personal; export: no';
comment on column events.source_slots.source_id is 'none: source';
comment on column events.source_slots.slot is 'none: begin of five minutes';
comment on column events.source_slots.count is 'none: events received in them';

create table events.source_place (
  id     smallint not null primary key check (id = 1),
  tx     xid8     not null,
  number bigint   not null
);
comment on table events.source_place is 'keep: for ever; erase: nothing personal; export: no';
comment on column events.source_place.id is 'none: always 1';
comment on column events.source_place.tx is 'none: transaction of the last flush that was counted';
comment on column events.source_place.number is 'none: number of the last flush that was counted';

insert into events.source_lives select source_id, max(received_at) from events.log where type <> 9 group by source_id;
insert into events.source_slots
  select source_id, date_bin('5 minutes', received_at, '2000-01-01'), count(*) from events.log
  where type <> 9 and received_at > now() - interval '2 days' group by 1, 2;
insert into events.source_place select 1, coalesce(max(tx), '0'), 0 from events.flushes;
update events.source_place p set number = coalesce((select max(number) from events.flushes f where f.tx = p.tx), 0);
