-- Identifiers of people who are hidden from all but one role. Whoever holds one of them is hidden, after any join or split.
create table identity.protected (
  fp uuid not null primary key,
  at timestamptz not null
);
comment on table identity.protected is 'keep: until it is taken back; erase: all of the person; export: no, it protects the person';
comment on column identity.protected.fp is 'identifier: keyed fingerprint';
comment on column identity.protected.at is 'none: when';
