-- Grows when what processes remember of identity is true no longer: they forget within a second.
create table identity.revision (
  id     smallint not null primary key check (id = 1),
  number bigint   not null
);
insert into identity.revision values (1, 0);
comment on table identity.revision is 'keep: for ever, one row; erase: nothing personal; export: no';
comment on column identity.revision.id is 'none: there is one';
comment on column identity.revision.number is 'none: how often memories were made void';

-- While people are made anew: the ids that lanes had. A lane keeps its id, and with it every person id that was given.
create table identity.kept_ids (
  fp      uuid        not null primary key,
  id      uuid        not null,
  given   boolean     not null,
  born_at timestamptz not null
);
comment on table identity.kept_ids is 'keep: until people are made anew, minutes; erase: ids only; export: no';
comment on column identity.kept_ids.fp is 'identifier: fingerprint of the lane';
comment on column identity.kept_ids.id is 'none: id it had';
comment on column identity.kept_ids.given is 'none: whether it named a person';
comment on column identity.kept_ids.born_at is 'none: when it was first stored';
