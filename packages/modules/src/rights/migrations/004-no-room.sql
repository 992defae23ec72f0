-- A table that is written anew while it is used needs room for its copy.
alter table rights.rounds drop constraint rounds_waits_check;
alter table rights.rounds add constraint rounds_waits_check check (waits in ('seen', 'in_use', 'large', 'no_room', 'log'));
comment on column rights.rounds.waits is 'none: why it is not done yet: somebody still sees old rows, a table is in use, cannot be copied or has no room for its copy, or the log is not over';
