create schema access;

create table access.keys (
  id uuid primary key,
  source_id smallint not null check (source_id > 0),
  name text not null,
  trust text not null check (trust in ('public', 'server')),
  prefix text not null,
  hash bytea not null unique check (octet_length(hash) = 32),
  clear text,
  origins text[] not null default '{}',
  created_at timestamptz not null,
  created_by text not null,
  last_used_at timestamptz,
  rolled_at timestamptz,
  ends_at timestamptz,
  closed_at timestamptz,
  check ((trust = 'public') = (clear is not null))
);
create index keys_source on access.keys (source_id);
comment on table access.keys is 'keep: for ever, closed keys explain old events; erase: nothing about a person; export: names and times, never a hash';
comment on column access.keys.id is 'none: id of the key';
comment on column access.keys.source_id is 'none: number of the source in the room events, given by it';
comment on column access.keys.name is 'none: what staff call it';
comment on column access.keys.trust is 'none: public can be read by anyone in a page; server is a secret of a system of the retailer';
comment on column access.keys.prefix is 'none: the first characters, to tell keys apart on the screen';
comment on column access.keys.hash is 'none: SHA-256 of the key';
comment on column access.keys.clear is 'none: the key itself, public keys only: they stand in snippets';
comment on column access.keys.origins is 'none: web addresses the key accepts events from; empty accepts every one';
comment on column access.keys.created_at is 'none: when it was made';
comment on column access.keys.created_by is 'identifier: the colleague who made it, or system';
comment on column access.keys.last_used_at is 'none: when it was last used, to about a minute';
comment on column access.keys.rolled_at is 'none: when a new key took over from it';
comment on column access.keys.ends_at is 'none: when a rolled key stops';
comment on column access.keys.closed_at is 'none: when it was closed by hand';

create table access.keyrings (
  one boolean primary key default true check (one),
  version bigint not null
);
insert into access.keyrings (version) values (1);
comment on table access.keyrings is 'keep: for ever, one row; erase: nothing about a person; export: no';
comment on column access.keyrings.one is 'none: there is one row';
comment on column access.keyrings.version is 'none: grows with every change of a key, so that every process knows when to read again';
