-- Pictures that the house keeps itself. Their name is the hash of their bytes: the same picture is kept once, and never changes.
create table catalog.pictures (
  hash text collate "C" primary key check (hash ~ '^[0-9a-f]{64}$'),
  media_type text not null check (media_type in ('image/png', 'image/jpeg', 'image/webp', 'image/avif', 'image/svg+xml')),
  bytes bytea not null check (octet_length(bytes) between 1 and 2097152),
  kept_at timestamptz not null
);
comment on table catalog.pictures is 'keep: for ever, also when no product names them any more: they cost little; erase: nothing personal; export: no';
comment on column catalog.pictures.hash is 'none: SHA-256 of the bytes';
comment on column catalog.pictures.media_type is 'none: kind of picture, as its bytes say';
comment on column catalog.pictures.bytes is 'none: the picture';
comment on column catalog.pictures.kept_at is 'none: when it first came';
