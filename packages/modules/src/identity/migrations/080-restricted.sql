-- Identifiers of people who had the use of what is kept of them restricted. Whoever holds one of them is left alone, after any
-- join or split; which act it was, and why, the room of rights knows.
create table identity.restricted (
  fp          uuid        not null,
  restriction uuid        not null,
  at          timestamptz not null,
  primary key (fp, restriction)
);
create index restricted_by_act on identity.restricted (restriction);
comment on table identity.restricted is 'keep: until it is lifted; erase: all of the person; export: no, rights.restrictions tells it';
comment on column identity.restricted.fp is 'identifier: keyed fingerprint';
comment on column identity.restricted.restriction is 'none: the act that asked for it';
comment on column identity.restricted.at is 'none: when';
