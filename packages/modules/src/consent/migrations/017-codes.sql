-- Codes that ask a telephone number or a device whether a yes was its own: sent by the retailer's gateway, answered through it.
create table consent.codes (
  id        uuid        not null primary key,
  act_id    uuid        not null,
  fp        uuid        not null,
  entity_id uuid        not null,
  code      uuid        not null,
  made_at   timestamptz not null,
  until     timestamptz not null,
  tries     integer     not null default 0,
  used_by   uuid
);
create index codes_by_fp on consent.codes (fp);
create index codes_by_time on consent.codes (made_at);
comment on table consent.codes is 'keep: 7 days; erase: all of the identifier; export: no, what they confirmed stands in the ledger';
comment on column consent.codes.id is 'none: its id';
comment on column consent.codes.act_id is 'none: the act that it asks about';
comment on column consent.codes.fp is 'identifier: keyed fingerprint of the number or device that is asked';
comment on column consent.codes.entity_id is 'none: the legal entity that asks';
comment on column consent.codes.code is 'none: the code, as a keyed hash';
comment on column consent.codes.made_at is 'none: when';
comment on column consent.codes.until is 'none: until when it can be answered';
comment on column consent.codes.tries is 'none: how many wrong codes came since';
comment on column consent.codes.used_by is 'none: keyed hash of the answer that confirmed; none: it was not answered';
