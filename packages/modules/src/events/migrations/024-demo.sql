-- Taking the demo away: how far it is, so that a crash in the middle goes on where it stopped. One row, or none.
create table events.demo_removals (
  id          smallint    not null primary key default 1 check (id = 1),
  step        text        not null check (step in ('events', 'people', 'wait', 'learn', 'tidy', 'done')),
  place       bigint      not null,
  removed     bigint      not null,
  learned     bigint      not null,
  since       timestamptz not null,
  finished_at timestamptz
);
comment on table events.demo_removals is 'keep: for ever, one row; erase: nothing personal; export: no';
comment on column events.demo_removals.id is 'none: there is one';
comment on column events.demo_removals.step is 'none: what is being done';
comment on column events.demo_removals.place is 'none: place in the log up to which the step is done';
comment on column events.demo_removals.removed is 'none: events taken away';
comment on column events.demo_removals.learned is 'none: events of one''s own that were heard again';
comment on column events.demo_removals.since is 'none: when the step began';
comment on column events.demo_removals.finished_at is 'none: when all was done';
