create schema rights;

-- What people asked of what we hold about them, and how far it is. What says whose it is goes when it is done.
create table rights.requests (
  id uuid primary key,
  kind text not null check (kind in ('export', 'erasure')),
  state text not null check (state in ('waiting', 'running', 'done', 'cancelled')),
  fp uuid,
  person_id uuid,
  by_kind text not null check (by_kind in ('person', 'staff', 'journal')),
  by_id text,
  reason text,
  scope jsonb not null,
  language text not null check (language in ('en', 'sv', 'da')),
  asked_at timestamptz not null,
  due_at timestamptz not null,
  ended_at timestamptz,
  at timestamptz,
  step text not null default 'begin',
  place jsonb,
  since timestamptz,
  share double precision not null default 0,
  whom jsonb,
  again jsonb,
  receipt jsonb not null default '[]',
  receipt_hash bytea unique check (octet_length(receipt_hash) = 32)
);
create index requests_due on rights.requests (due_at) where state in ('waiting', 'running');
create index requests_fp on rights.requests (fp) where fp is not null;
create index requests_person on rights.requests (person_id) where person_id is not null;
comment on table rights.requests is 'keep: for ever, without the person once done; erase: all that names the person; export: kind, state and times';
comment on column rights.requests.id is 'none: id of the request';
comment on column rights.requests.kind is 'none: a copy of everything, or its erasure';
comment on column rights.requests.state is 'none: where it stands';
comment on column rights.requests.fp is 'identifier: keyed fingerprint of the identifier that asked';
comment on column rights.requests.person_id is 'identifier: the person, where staff asked for them';
comment on column rights.requests.by_kind is 'none: who asked';
comment on column rights.requests.by_id is 'identifier: the colleague who asked';
comment on column rights.requests.reason is 'personal: why, in the words of the colleague';
comment on column rights.requests.scope is 'none: everything, one identifier (keyed fingerprint), one source, or a span of time';
comment on column rights.requests.language is 'none: language of the answer';
comment on column rights.requests.asked_at is 'none: when it was asked';
comment on column rights.requests.due_at is 'none: when it begins';
comment on column rights.requests.ended_at is 'none: when it was done or cancelled';
comment on column rights.requests.at is 'none: what happened before is erased';
comment on column rights.requests.step is 'none: step of the work';
comment on column rights.requests.place is 'none: how far within the step';
comment on column rights.requests.since is 'none: when the step began';
comment on column rights.requests.share is 'none: 0 to 1 of the way';
comment on column rights.requests.whom is 'sensitive: identifiers and parts of streams, while it runs';
comment on column rights.requests.again is 'identifier: streams that are heard again, while it runs';
comment on column rights.requests.receipt is 'none: rooms, and rows a table';
comment on column rights.requests.receipt_hash is 'none: SHA-256 of what opens the receipt';

-- What was exported, in pieces; the files are put together when they are fetched.
create table rights.pieces (
  request_id uuid not null references rights.requests (id) on delete cascade,
  n integer not null,
  room text not null,
  items text not null,
  primary key (request_id, n)
);
comment on table rights.pieces is 'keep: seven days; erase: all of the person; export: it is the export';
comment on column rights.pieces.request_id is 'none: the request';
comment on column rights.pieces.n is 'none: order of the pieces';
comment on column rights.pieces.room is 'none: the room that gave it';
comment on column rights.pieces.items is 'sensitive: rows as JSON';

-- What happened before to somebody who was erased counts without a person; what comes later starts anew.
create table rights.tombstones (
  fp uuid primary key,
  at timestamptz not null
);
create index tombstones_at on rights.tombstones (at);
comment on table rights.tombstones is 'keep: for ever; erase: stays, it keeps what was erased away; export: no';
comment on column rights.tombstones.fp is 'identifier: HMAC of the identifier';
comment on column rights.tombstones.at is 'none: when it was erased';

-- Erasures of the journal that this database has gone through: a restored one lacks the latest.
create table rights.applied (
  id uuid primary key,
  at timestamptz not null
);
comment on table rights.applied is 'keep: for ever; erase: nothing personal; export: no';
comment on column rights.applied.id is 'none: the erasure';
comment on column rights.applied.at is 'none: when it was applied here';

-- Grows with every tombstone, so that every process knows within a second.
create table rights.revision (
  id smallint primary key check (id = 1),
  number bigint not null
);
insert into rights.revision values (1, 0);
comment on table rights.revision is 'keep: for ever, one row; erase: nothing personal; export: no';
comment on column rights.revision.id is 'none: there is one';
comment on column rights.revision.number is 'none: how often it changed';
