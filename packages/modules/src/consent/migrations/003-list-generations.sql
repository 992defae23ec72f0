-- A register comes in portions and is asked only when it is whole: each loading is a generation, and the list names the one
-- that holds. What a crash left of another goes with the next loading.
alter table consent.lists add column generation uuid not null default '00000000-0000-0000-0000-000000000000';
alter table consent.lists alter column generation drop default;
alter table consent.lists add column unread integer not null default 0;
comment on column consent.lists.generation is 'none: the loading that holds';
comment on column consent.lists.unread is 'none: lines that could not be read';

alter table consent.listed drop constraint listed_list_fkey;
alter table consent.listed add column generation uuid not null default '00000000-0000-0000-0000-000000000000';
alter table consent.listed alter column generation drop default;
alter table consent.listed drop constraint listed_pkey;
alter table consent.listed add primary key (list, generation, fp);
comment on column consent.listed.generation is 'none: the loading that it came with';
