-- What colleagues ruled about values that too many are tied to: it is one person's after all, or it says nothing of anybody.
create table identity.ruled_values (
  fp     uuid    not null,
  ruling uuid    not null references identity.rulings,
  blocks boolean not null,
  live   boolean not null,
  primary key (fp, ruling)
);
create index ruled_values_by_ruling on identity.ruled_values (ruling);
comment on table identity.ruled_values is 'keep: as long as the node; erase: all of the person; export: no (the ruling is exported)';
comment on column identity.ruled_values.fp is 'identifier: the node';
comment on column identity.ruled_values.ruling is 'none: the ruling';
comment on column identity.ruled_values.blocks is 'none: true: it says nothing of anybody; false: it is one person''s';
comment on column identity.ruled_values.live is 'none: false: the ruling is undone';

alter table identity.nodes add column fixed smallint;
comment on column identity.nodes.fixed is 'none: ruled to be 1 one person''s, 2 blocked; none while it is counted';
alter table identity.nodes add column hub_at timestamptz;
comment on column identity.nodes.hub_at is 'none: since when it says nothing of anybody';
create index nodes_hubs on identity.nodes (kind, id) where hub_stated or hub_proven or fixed is not null;
comment on column identity.rulings.kind is 'none: 1 join, 2 split, 3 apart, 4 withdrawal of a claim, 5 one person''s, 6 blocked';
