-- The clock of a test installation (SOMLOS_TEST_CLOCK=1): how far it goes ahead of the database. No row elsewhere.
create table kernel.test_clock (
  one       boolean     primary key default true check (one),
  offset_ms bigint      not null,
  moved_at  timestamptz not null
);
comment on table kernel.test_clock is 'keep: for ever, test installations only; erase: nothing about a person; export: no';
comment on column kernel.test_clock.one is 'none: there is one row';
comment on column kernel.test_clock.offset_ms is 'none: milliseconds ahead of the clock of the database';
comment on column kernel.test_clock.moved_at is 'none: when it was moved, by the clock of the database';
