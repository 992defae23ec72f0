-- What a customer does not want to see among what they looked at. The events stay as they are; it hangs on the identifier that was proven.
create table corner.put_away (
  fp uuid not null,
  thing_id text collate "C" not null check (length(thing_id) <= 40),
  put_at timestamptz not null,
  primary key (fp, thing_id)
);
create index put_away_past on corner.put_away (put_at);
comment on table corner.put_away is 'keep: ninety days, when what was looked at is no longer shown either; erase: all of the identifier; export: everything';
comment on column corner.put_away.fp is 'identifier: keyed fingerprint of the identifier that was proven';
comment on column corner.put_away.thing_id is 'personal: which product it is, hashed';
comment on column corner.put_away.put_at is 'personal: when it was put away; looked at later, it is shown again';
