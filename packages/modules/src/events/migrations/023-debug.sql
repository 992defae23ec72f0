-- Listening to a source for an hour: its last 200 requests as they came, for whoever sets it up. Off by default.
create table events.taps (
  source_id smallint    not null primary key references events.sources (id),
  until     timestamptz not null,
  by        text        not null
);
comment on table events.taps is 'keep: until it is over; erase: nothing personal; export: no';
comment on column events.taps.source_id is 'none: the source that is listened to';
comment on column events.taps.until is 'none: when listening ends by itself';
comment on column events.taps.by is 'identifier: the colleague who listens';

create table events.tapped (
  id         uuid        not null primary key,
  source_id  smallint    not null references events.sources (id),
  at         timestamptz not null,
  path       text        not null,
  headers    jsonb       not null,
  library    text,
  body       text        not null,
  answer     jsonb       not null
);
create index tapped_newest on events.tapped (source_id, id desc);
comment on table events.tapped is 'keep: 2 hours, the last 200 a source; erase: whole, by time; export: no, a copy of events for 2 hours';
comment on column events.tapped.id is 'none: id, in the order of time';
comment on column events.tapped.source_id is 'none: source';
comment on column events.tapped.at is 'none: when it came';
comment on column events.tapped.path is 'none: the door, without its query';
comment on column events.tapped.headers is 'personal: what the client says of itself; never a key or a cookie';
comment on column events.tapped.library is 'none: name of the client library';
comment on column events.tapped.body is 'sensitive: the request, keys taken out, at most 64 kB';
comment on column events.tapped.answer is 'none: what became of each event, or why nothing was taken; codes only';
