-- Identifiers that a higher room keeps an eye on. The node says so too, so that whoever holds it now is found at once, after
-- any join or split; an identifier that nobody has told of yet is marked when its node is born.
create table identity.watched (
  fp uuid not null primary key
);
comment on table identity.watched is 'keep: as long as the room that asked for it; erase: stays, it protects the person; export: no';
comment on column identity.watched.fp is 'identifier: keyed fingerprint';
alter table identity.nodes add column watched boolean not null default false;
comment on column identity.nodes.watched is 'none: a higher room keeps an eye on it';
create index nodes_watched on identity.nodes (component) where watched;
