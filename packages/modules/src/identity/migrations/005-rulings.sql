-- What colleagues ruled about who is who. A ruling is never changed and never goes: it is withdrawn, at any time.
create table identity.rulings (
  id           uuid        not null primary key,
  act          uuid        not null unique,
  kind         smallint    not null,
  told         uuid        not null,
  at_ms        bigint      not null,
  by_id        text        not null,
  reason       text        not null,
  undone_act   uuid unique,
  undone_at    timestamptz,
  undone_by    text,
  undone_why   text
);
comment on table identity.rulings is 'keep: for ever; erase: ids stay, reasons go; export: kind, time and reason';
comment on column identity.rulings.id is 'none: its id, and the key of the claims that it makes';
comment on column identity.rulings.act is 'none: id that the client gave the act: the same act is done once';
comment on column identity.rulings.kind is 'none: 1 join, 2 split, 3 apart, 4 withdrawal of a claim';
comment on column identity.rulings.told is 'none: fingerprint of what was asked, to know an act that comes again';
comment on column identity.rulings.at_ms is 'none: when it was ruled';
comment on column identity.rulings.by_id is 'identifier: the colleague';
comment on column identity.rulings.reason is 'personal: why, in the words of the colleague';
comment on column identity.rulings.undone_act is 'none: id that the client gave the undoing';
comment on column identity.rulings.undone_at is 'none: since when it holds no longer';
comment on column identity.rulings.undone_by is 'identifier: the colleague who undid it';
comment on column identity.rulings.undone_why is 'personal: why, in the words of the colleague';

-- No person may hold nodes of both sides of one ruling.
create table identity.ruled_ends (
  fp     uuid     not null,
  ruling uuid     not null references identity.rulings,
  side   smallint not null check (side in (1, 2)),
  live   boolean  not null,
  primary key (fp, ruling)
);
create index ruled_ends_by_ruling on identity.ruled_ends (ruling);
comment on table identity.ruled_ends is 'keep: as long as the node; erase: all of the person; export: no (the ruling is exported)';
comment on column identity.ruled_ends.fp is 'identifier: the node';
comment on column identity.ruled_ends.ruling is 'none: the ruling';
comment on column identity.ruled_ends.side is 'none: which of the two sides it is on';
comment on column identity.ruled_ends.live is 'none: false: the ruling is undone';

-- Pairs that a ruling ties together, and pairs whose claims it withdraws (then a is the lesser fingerprint).
create table identity.ruled_pairs (
  ruling uuid    not null references identity.rulings,
  a      uuid    not null,
  b      uuid    not null,
  voids  boolean not null,
  live   boolean not null,
  primary key (ruling, a, b)
);
create index ruled_pairs_by_a on identity.ruled_pairs (a, b);
create index ruled_pairs_by_b on identity.ruled_pairs (b);
comment on table identity.ruled_pairs is 'keep: as long as the nodes; erase: all of the person; export: no (the ruling is exported)';
comment on column identity.ruled_pairs.ruling is 'none: the ruling';
comment on column identity.ruled_pairs.a is 'identifier: one node';
comment on column identity.ruled_pairs.b is 'identifier: the other';
comment on column identity.ruled_pairs.voids is 'none: true: what is claimed of the two counts no more; false: the two are one person';
comment on column identity.ruled_pairs.live is 'none: false: the ruling is undone';

alter table identity.nodes add column ruled boolean not null default false;
comment on column identity.nodes.ruled is 'none: a ruling names it or did; it is no leaf';
create index nodes_ruled on identity.nodes (component) where ruled and component is not null;
alter table identity.people add column ruled boolean not null default false;
comment on column identity.people.ruled is 'none: a node of it may be ruled apart from others';
alter table identity.claims add column withdrawn boolean not null default false;
comment on column identity.claims.withdrawn is 'none: a ruling says that it counts no more';
