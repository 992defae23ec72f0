-- Staff are told when an import was interrupted and went on by itself.
alter table events.imports add column interruptions integer not null default 0;
comment on column events.imports.interruptions is 'none: times a process stopped in the middle of this run and another went on';
