-- What a parked message was when it came: taken in after all, it is still known again when its client sends it once more.
alter table events.parked add column digest integer;
comment on column events.parked.digest is 'none: hash of the message as it came; none for what was parked before this column';
comment on column events.seen.digest is 'none: hash of the message as it came, before a reader rewrote it, to notice another body under the same id';
