-- How long each kind of data is kept where somebody chose another time than the kind's own.
create table kernel.retention (
  kind        text        primary key,
  days        integer     not null check (days > 0),
  days_before integer     not null check (days_before > 0),
  changed_at  timestamptz not null,
  changed_by  text        not null
);
comment on table kernel.retention is 'keep: for ever, one row a kind; erase: nothing about a person; export: no';
comment on column kernel.retention.kind is 'none: kind of data';
comment on column kernel.retention.days is 'none: days it is kept';
comment on column kernel.retention.days_before is 'none: days it was kept before; the longer of both holds for a day after a change';
comment on column kernel.retention.changed_at is 'none: when';
comment on column kernel.retention.changed_by is 'identifier: id of the colleague';

-- What the kinds take, once a day: the growth on the screen Volume.
create table kernel.volumes (
  day   date   not null,
  kind  text   not null,
  rows  bigint not null,
  bytes bigint not null,
  primary key (day, kind)
);
comment on table kernel.volumes is 'keep: 400 days; erase: nothing about a person; export: no';
comment on column kernel.volumes.day is 'none: day, UTC';
comment on column kernel.volumes.kind is 'none: kind of data';
comment on column kernel.volumes.rows is 'none: rows, estimated';
comment on column kernel.volumes.bytes is 'none: bytes with indexes';
