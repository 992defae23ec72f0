create table access.secret_marks (
  id smallint primary key check (id = 1),
  mark bytea not null check (octet_length(mark) = 32)
);
comment on table access.secret_marks is 'keep: for ever; erase: nothing about a person; export: no';
comment on column access.secret_marks.id is 'none: always 1';
comment on column access.secret_marks.mark is 'none: HMAC of a fixed word: tells whether SOMLOS_SECRET is the one that all fingerprints here were made with';
