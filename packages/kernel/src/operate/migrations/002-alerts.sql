-- What needs a hand now. A row is there while its rule holds.
create table kernel.alerts (
  rule    text             primary key,
  value   double precision not null,
  since   timestamptz      not null,
  seen_at timestamptz      not null
);
comment on table kernel.alerts is 'keep: while it holds; erase: nothing about a person; export: no';
comment on column kernel.alerts.rule is 'none: which rule';
comment on column kernel.alerts.value is 'none: figure that broke it, in the unit of the rule';
comment on column kernel.alerts.since is 'none: since when it holds';
comment on column kernel.alerts.seen_at is 'none: when it was last looked at';
