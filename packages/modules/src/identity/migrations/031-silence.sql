-- The slots of time in which a kiosk told something: after an empty one somebody else stands there.
create table identity.pulses (
  device    uuid    not null,
  proven    boolean not null,
  slot      bigint  not null,
  at_ms     bigint  not null,
  key       uuid    not null,
  source_id integer not null,
  primary key (device, proven, slot)
);
comment on table identity.pulses is 'keep: while the person is known; erase: all of the person; export: no (the events are exported)';
comment on column identity.pulses.device is 'identifier: fingerprint of the visitor id of a kiosk';
comment on column identity.pulses.proven is 'none: trust of the event';
comment on column identity.pulses.slot is 'personal: slot of time since 1970';
comment on column identity.pulses.at_ms is 'personal: the earliest event in the slot';
comment on column identity.pulses.key is 'none: that event';
comment on column identity.pulses.source_id is 'none: source of that event';
