-- A login's stream keeps the last time that each value was said, not the last value only: what lost stays as lineage.
update profiles.facts set slot_key = md5(value::text)::uuid where slot = '-infinity';
comment on table profiles.facts is 'keep: as long as the person, 21 values of a fact a stream with a login; erase: by subject; export: whole, with origin';
comment on column profiles.facts.slot_key is 'none: a hash of the value; the event, for a device without login';
